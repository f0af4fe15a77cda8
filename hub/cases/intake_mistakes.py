"""What is wrong with an intake form: a sentence for each field, which says what to do."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from graph.model.case import Danger, PaperState
from graph.model.lists.callers import CALLERS
from graph.model.lists.circumstances import CIRCUMSTANCES
from graph.model.lists.languages import LANGUAGES
from graph.model.lists.need_kinds import NEED_KINDS
from graph.model.lists.safe_contact import SAFE_CONTACT
from graph.model.lists.sharing_bases import SHARING_BASES
from graph.model.lists.urgencies import URGENCIES
from graph.model.lists.whereabouts import WHEREABOUTS
from graph.model.period import tonight
from hub.cases.household_line import Wrong, read_line
from hub.cases.intake_choices import ASKED_PAPERS
from hub.cases.intake_form import AWAY, FROM_DATE, PAPER, IntakeForm
from hub.cases.service import FURTHEST_AHEAD
from hub.web.formats import day
from hub.web.i18n import msgid as _

MISSING = {
    "danger": _("Say whether somebody is in danger now; “not known” is an answer too."),
    "caller": _("Say who is calling."),
    "where": _("Say where they are now: without it no distance can be worked out."),
    "household": _("Write who they are, for example F34 F6 M13."),
    "kinds": _("Choose at least one need."),
}
WRONG = {
    Wrong.NOT_UNDERSTOOD: _("“%(text)s” is not understood. Example: F34 F6 M13"),
    Wrong.TOO_OLD: _("The age in “%(text)s” cannot be taken. Write 0 to 120, or up to 35 months."),
    Wrong.TOO_MANY: _("At most 30 people fit one household. Open a second case from “%(text)s” on."),
}
NOT_ON_THE_LIST = _("“%(text)s” is none of the answers. Choose one that the page offers.")
PLACE_UNKNOWN = _("No place is called “%(text)s”. Choose one of the suggestions.")
DATE_NEEDED = _("Say from which day they need shelter.")
DATE_MALFORMED = _("“%(text)s” is no date. Write day, month and year.")
DATE_OUT_OF_RANGE = _("Choose a day from %(earliest)s to %(latest)s.")
NIGHTS_MALFORMED = _("Write the nights as a number from 1 to 1100.")
KILOMETRES_MALFORMED = _("Write the kilometres as a number from 1 to 500.")
HOURS_NEEDED = _("Say at which hours it is safe.")
NEVER_STANDS_ALONE = _("“Never” was chosen beside another way. Take one of them away.")
TOO_LONG = _("At most %(most)s letters fit here; these are %(count)s.")

LONGEST = {"phone": 30, "safe_hours": 60, "name": 120, "note": 280}
MOST_NIGHTS = 1100
MOST_KILOMETRES = 500
ANSWERS: dict[str, tuple[str, ...]] = {
    "danger": tuple(Danger),
    "caller": CALLERS.codes,
    "kinds": NEED_KINDS.codes,
    "circumstances": CIRCUMSTANCES.codes,
    "sharing_basis": SHARING_BASES.codes,
    "safe_ways": SAFE_CONTACT.codes,
    "urgency": URGENCIES.codes,
    "whereabouts": WHEREABOUTS.codes,
    "languages": LANGUAGES.codes,
}


@dataclass(frozen=True, slots=True)
class Message:
    """A mistake: an English text and what fills it."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict[str, object])


def mistakes_of(form: IntakeForm, now: datetime) -> dict[str, Message]:
    """Messages by field, in the order of the page; empty where the form can be taken."""
    found = {
        **_choices(form),
        **_place(form),
        **_household(form),
        **_aways(form),
        **_safe_contact(form),
        **_numbers(form),
        **_start(form, now),
        **_lengths(form),
    }
    return {name: found[name] for name in ORDER if name in found}


ORDER = (
    *("danger", "caller", "where", "household", "kinds", "circumstances", "away", "sharing_basis", "phone"),
    *("safe_ways", "safe_hours", "urgency", "starts_on", "nights", "whereabouts", "away_2", "away_3"),
    *("away_kilometres", "languages", "name", "note"),
    *(PAPER + code for code in ASKED_PAPERS),
)


def _choices(form: IntakeForm) -> dict[str, Message]:
    missing = {name: Message(MISSING[name]) for name in ("danger", "caller", "kinds") if not getattr(form, name)}
    unknown = {name: _not_on_the_list(text) for name, known in ANSWERS.items() for text in _unknown(form, name, known)}
    papers = {PAPER + code: _not_on_the_list(text) for code, text in form.papers.items() if text not in set(PaperState)}
    return {**missing, **unknown, **papers}


def _unknown(form: IntakeForm, name: str, known: tuple[str, ...]) -> list[str]:
    chosen = getattr(form, name)
    texts = chosen if isinstance(chosen, list) else [chosen]
    return [text for text in texts if text and text not in known]


def _not_on_the_list(text: str) -> Message:
    return Message(NOT_ON_THE_LIST, {"text": text})


def _place(form: IntakeForm) -> dict[str, Message]:
    if form.area("where"):
        return {}
    typed = form.where.strip()
    return {"where": Message(PLACE_UNKNOWN, {"text": typed}) if typed else Message(MISSING["where"])}


def _household(form: IntakeForm) -> dict[str, Message]:
    tokens = read_line(form.household)
    if not tokens:
        return {"household": Message(MISSING["household"])}
    messages = [Message(WRONG[token.wrong], {"text": token.text}) for token in tokens if token.wrong]
    return {"household": messages[0]} if messages else {}


def _aways(form: IntakeForm) -> dict[str, Message]:
    typed = {name: getattr(form, name).strip() for name in AWAY}
    return {
        name: Message(PLACE_UNKNOWN, {"text": text}) for name, text in typed.items() if text and not form.area(name)
    }


def _safe_contact(form: IntakeForm) -> dict[str, Message]:
    found: dict[str, Message] = {}
    chosen = [SAFE_CONTACT.get(code) for code in form.safe_ways if code in SAFE_CONTACT]
    if len(chosen) > 1 and any("silent" in way.flags for way in chosen):
        found["safe_ways"] = Message(NEVER_STANDS_ALONE)
    if any("needs_hours" in way.flags for way in chosen) and not form.safe_hours.strip():
        found["safe_hours"] = Message(HOURS_NEEDED)
    return found


def _numbers(form: IntakeForm) -> dict[str, Message]:
    found: dict[str, Message] = {}
    if form.nights and not _is_between(form.nights, MOST_NIGHTS):
        found["nights"] = Message(NIGHTS_MALFORMED)
    if form.away_kilometres and not _is_between(form.away_kilometres, MOST_KILOMETRES):
        found["away_kilometres"] = Message(KILOMETRES_MALFORMED)
    return found


def _is_between(text: str, most: int) -> bool:
    return re.fullmatch(r"\s*[0-9]{1,4}\s*", text) is not None and 1 <= int(text) <= most


def _start(form: IntakeForm, now: datetime) -> dict[str, Message]:
    if not form.starts_on:
        return {"starts_on": Message(DATE_NEEDED)} if FROM_DATE in form.kinds else {}
    try:
        starts_on = date.fromisoformat(form.starts_on)
    except ValueError:
        return {"starts_on": Message(DATE_MALFORMED, {"text": form.starts_on})}
    earliest, latest = tonight(now), tonight(now) + FURTHEST_AHEAD
    if earliest <= starts_on <= latest:
        return {}
    return {"starts_on": Message(DATE_OUT_OF_RANGE, {"earliest": day(earliest), "latest": day(latest)})}


def _lengths(form: IntakeForm) -> dict[str, Message]:
    typed = {name: len(getattr(form, name)) for name in LONGEST}
    return {
        name: Message(TOO_LONG, {"most": LONGEST[name], "count": count})
        for name, count in typed.items()
        if count > LONGEST[name]
    }
