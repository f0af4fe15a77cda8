"""The intake page's form: read as it was typed, checked, and turned into an intake and its needs.

Nothing that was typed is lost by a mistake: the form comes back with every value and a message at each field.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date

from starlette.datastructures import FormData

from graph.model.case import Danger, Household, Person, SafeContact
from graph.model.lists.need_kinds import NEED_KINDS
from graph.model.place import AreaKind
from hub.areas.search import suggest
from hub.cases.household_line import Token, Wrong, people_of, read_line
from hub.cases.service import Intake, NeedSaid
from hub.people.vault import Vault
from hub.web.i18n import msgid as _

LONGEST = 280
SEVERAL = frozenset({"safe_ways", "kinds", "circumstances", "languages"})

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
PLACE_UNKNOWN = _("No place is called “%(text)s”. Choose one of the suggestions.")
SAFE_CONTACT_NEEDED = _("Violence was chosen: say how it is safe to reach them.")
DATE_MALFORMED = _("Write the date as day, month and year.")
NIGHTS_MALFORMED = _("Write the nights as a number from 1 to 1100.")
KILOMETRES_MALFORMED = _("Write the kilometres as a number from 1 to 500.")


@dataclass(frozen=True, slots=True)
class Message:
    """A mistake: an English text and what fills it."""

    text: str
    values: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(slots=True)
class IntakeForm:
    """What was typed, field by field; the lists hold codes."""

    danger: str = ""
    caller: str = ""
    phone: str = ""
    safe_ways: list[str] = field(default_factory=list[str])
    safe_hours: str = ""
    where: str = ""
    where_id: str = ""
    whereabouts: str = ""
    household: str = ""
    together: str = ""
    kinds: list[str] = field(default_factory=list[str])
    urgency: str = ""
    starts_on: str = ""
    nights: str = ""
    circumstances: list[str] = field(default_factory=list[str])
    away: str = ""
    away_id: str = ""
    away_kilometres: str = ""
    languages: list[str] = field(default_factory=list[str])
    sharing_basis: str = ""
    name: str = ""
    note: str = ""


def read_form(sent: FormData) -> IntakeForm:
    """What a browser sent. Text is cut at the length that the page announces; files are nobody's business here."""
    form = IntakeForm()
    for name in (f.name for f in fields(IntakeForm)):
        values = [str(v)[:LONGEST] for v in sent.getlist(name) if isinstance(v, str)]
        if name in SEVERAL:
            setattr(form, name, values)
        elif values:
            setattr(form, name, values[-1])
    return form


def empty_form() -> IntakeForm:
    return IntakeForm(together="yes", languages=["el"])


def mistakes_of(form: IntakeForm) -> dict[str, Message]:
    """Messages by field, in the order of the page; empty where the form can be taken."""
    found: dict[str, Message] = {}
    if form.danger not in set(Danger):
        found["danger"] = Message(MISSING["danger"])
    if not form.caller:
        found["caller"] = Message(MISSING["caller"])
    if form.circumstances and "violence" in form.circumstances and not form.safe_ways:
        found["safe_ways"] = Message(SAFE_CONTACT_NEEDED)
    if not area_of(form.where, form.where_id):
        found["where"] = _place_mistake(form.where)
    wrong = next((t for t in read_line(form.household) if t.wrong), None)
    if wrong:
        found["household"] = _token_mistake(wrong)
    elif not form.household.strip():
        found["household"] = Message(MISSING["household"])
    if not form.kinds:
        found["kinds"] = Message(MISSING["kinds"])
    found.update(_number_mistakes(form))
    if form.away.strip() and not area_of(form.away, form.away_id):
        found["away"] = Message(PLACE_UNKNOWN, {"text": form.away})
    return found


def intake_of(form: IntakeForm, vault: Vault) -> Intake:
    """The intake of a form without mistakes. The name goes to the first of the household."""
    members = people_of(read_line(form.household))
    named = [
        _with_name(person, vault.seal(form.name.strip() or None) if place == 0 else None)
        for place, person in enumerate(members)
    ]
    return Intake(
        household=Household(tuple(named), tuple(form.languages or ["el"]), together=form.together == "yes"),
        danger=Danger(form.danger),
        caller=form.caller,
        whereabouts=form.whereabouts or None,
        where_now=area_of(form.where, form.where_id),
        circumstances=frozenset(form.circumstances),
        safe_contact=SafeContact(
            tuple(form.safe_ways), form.safe_hours or None, vault.seal(form.phone.strip() or None)
        ),
        sharing_basis=form.sharing_basis or None,
        sealed_note=vault.seal(form.note.strip() or None),
    )


def needs_of(form: IntakeForm) -> list[NeedSaid]:
    """One need per kind chosen, all from where they are now."""
    away = area_of(form.away, form.away_id)
    return [
        NeedSaid(
            kind=kind,
            urgency=form.urgency or NEED_KINDS.get(kind).default_urgency,
            area_id=area_of(form.where, form.where_id),
            point=None,
            starts_on=date.fromisoformat(form.starts_on) if form.starts_on else None,
            nights=int(form.nights) if form.nights else 1,
            away_area_ids=[away] if away else [],
            away_kilometres=int(form.away_kilometres) if form.away_kilometres else None,
        )
        for kind in form.kinds
        if kind in NEED_KINDS
    ]


def area_of(text: str, chosen_id: str) -> str | None:
    """The chosen area, else the best that the text alone names: the page works without its script."""
    if chosen_id:
        return chosen_id
    found = suggest(text, limit=1, kinds=PLACES) if len(text.strip()) > 1 else ()
    return found[0].id if found else None


PLACES: Sequence[AreaKind] = (AreaKind.SETTLEMENT, AreaKind.MUNICIPALITY, AreaKind.REGIONAL_UNIT)


def _with_name(person: Person, sealed: str | None) -> Person:
    return replace(person, sealed_name=sealed) if sealed else person


def _place_mistake(text: str) -> Message:
    return Message(PLACE_UNKNOWN, {"text": text}) if text.strip() else Message(MISSING["where"])


def _token_mistake(token: Token) -> Message:
    assert token.wrong is not None
    return Message(WRONG[token.wrong], {"text": token.text})


def _number_mistakes(form: IntakeForm) -> dict[str, Message]:
    found: dict[str, Message] = {}
    if form.starts_on and not _is_date(form.starts_on):
        found["starts_on"] = Message(DATE_MALFORMED)
    if form.nights and not _is_between(form.nights, 1, 1100):
        found["nights"] = Message(NIGHTS_MALFORMED)
    if form.away_kilometres and not _is_between(form.away_kilometres, 1, 500):
        found["away_kilometres"] = Message(KILOMETRES_MALFORMED)
    return found


def _is_between(text: str, least: int, most: int) -> bool:
    return text.isdecimal() and least <= int(text) <= most


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
