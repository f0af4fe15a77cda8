"""What the receiving side's pages say in the reader's words: who said a figure, how long a stay is, who they are."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from graph.model.case import Case, Person
from graph.model.eligibility import Sex
from graph.model.errors import HubError
from graph.model.ids import PersonId
from graph.model.lists.entry import CodedList, Entry
from graph.model.period import Period, tonight
from graph.repositories.capacity import UnitNow
from hub.cases.household_line import ADULT, written_line
from hub.problems import sentences_of
from hub.web.components import Choice
from hub.web.formats import day_short, to_athens
from hub.web.i18n import Language, translate, translate_count
from hub.web.i18n import msgid as _

CHANNELS = {
    "own_page": _("the provider's page"),
    "phone": _("by telephone"),
    "file": _("the provider's file"),
    "feed": _("the provider's system"),
}
_KINDS = {
    Sex.FEMALE: (_("Woman"), _("Girl")),
    Sex.MALE: (_("Man"), _("Boy")),
    Sex.UNSTATED: (_("Adult"), _("Child")),
}
LONGEST_SHOWN = timedelta(days=3650)


def said_by(unit: UnitNow, language: Language) -> str:
    """By which way the last figure came, and who spoke on the telephone. Empty where nobody has said any."""
    if unit.channel is None:
        return ""
    way = translate(language, CHANNELS[unit.channel]) if unit.channel in CHANNELS else unit.channel
    return f"{way}, {unit.speaker}" if unit.speaker else way


def stay_words(starts_on: date, nights: int, now: datetime, language: Language) -> str:
    """«απόψε · 3 νύχτες», «από 27/11 · 1 νύχτα»."""
    begins = (
        translate(language, "tonight")
        if starts_on <= tonight(now)
        else translate(language, "from %(day)s", day=day_short(starts_on))
    )
    return f"{begins} · {nights_words(nights, language)}"


def nights_words(nights: int, language: Language) -> str:
    return translate_count(language, "%(count)s night", "%(count)s nights", nights)


def nights_of(period: Period) -> int:
    """Nights begun in a period; one that has no planned end counts as ten years."""
    length = min(period.ends - period.starts, LONGEST_SHOWN)
    return max(1, (to_athens(period.starts + length).date() - to_athens(period.starts).date()).days)


def people_of(case: Case, person_ids: Iterable[PersonId] | None = None) -> Sequence[Person]:
    """The members of a household, or those of `person_ids` in the order of the household."""
    wanted = None if person_ids is None else set(person_ids)
    return [p for p in case.household.members if wanted is None or p.id in wanted]


def people_line(case: Case, language: Language, person_ids: Iterable[PersonId] | None = None) -> str:
    """Γ34 · Γ6 · Α13"""
    return written_line(people_of(case, person_ids), language)


def person_words(person: Person, language: Language) -> str:
    """Γυναίκα, 34 · έγκυος"""
    kind = translate(language, _KINDS[person.sex][0 if person.age is None or person.age >= ADULT else 1])
    marks = [translate(language, text) for text, holds in _marks(person) if holds]
    return " · ".join([f"{kind}, {_age(person, language)}", *marks])


def told(error: HubError, language: Language) -> str:
    """An expected error as one line on a page: what is wrong and what to do."""
    title, detail = sentences_of(error, language)
    return f"{title}. {detail}"


def choices(codes: CodedList[Entry] | Sequence[Entry], language: Language) -> list[Choice]:
    """The entries to choose from, after an empty one that chooses nothing."""
    nothing = Choice(value="", label=translate(language, "Choose…"))
    return [nothing, *(Choice(value=e.code, label=capital(e.in_language(language.value))) for e in codes)]


def labels(codes: CodedList[Entry], chosen: Iterable[str], language: Language) -> list[str]:
    """The labels of the chosen codes, in the order of the list."""
    wanted = set(chosen)
    return [entry.in_language(language.value) for entry in codes if entry.code in wanted]


def _age(person: Person, language: Language) -> str:
    if person.age_months is not None:
        return translate_count(language, "%(count)s month", "%(count)s months", person.age_months)
    if person.age is None:
        return translate(language, "age not known")
    return translate(language, "about %(age)s", age=person.age) if person.age_is_approximate else str(person.age)


def _marks(person: Person) -> tuple[tuple[str, bool | None], ...]:
    return (_("pregnant"), person.pregnant), (_("wheelchair"), person.wheelchair)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
