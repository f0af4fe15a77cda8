"""Free now, as staff say it: typed, unchanged, one fewer, one more; and what is asked before a number is taken."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from graph.model.capacity import Sharing
from graph.model.claims import ClaimKind
from graph.repositories.reports import ReportAnswer
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.capacity.service import FigureSaid, report_capacity
from hub.site.service import SiteUnit, needs_asking
from hub.web.i18n import Language, translate
from hub.web.i18n import msgid as _

LONGEST_NUMBER = 9


class Say(StrEnum):
    """What was pressed. `BEYOND` and `WITHIN` answer whether a number holds the promised places too; `BACK` undoes."""

    TYPED = "typed"
    SAME = "same"
    CAME = "came"
    LEFT = "left"
    BEYOND = "beyond"
    WITHIN = "within"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Saying:
    """`typed` as it came, `stood` the number that the page showed, `listed` the claims that it listed beside it."""

    say: Say
    typed: str
    stood: int
    listed: tuple[str, ...]


class FigureRefused(Exception):  # noqa: N818 -- the other refusals of the hub are named alike
    """A number that cannot be meant; `in_language` says what is wrong and what to do."""

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.values: Mapping[str, object] = values

    def in_language(self, language: Language) -> str:
        return translate(language, self.sentence, **self.values)


NOT_A_NUMBER = _("Write how many are free as a whole number, for example 3.")
BELOW_ZERO = _("Fewer than 0 cannot be free.")
OVER_PLACES = _("You said %(free)s free of %(places)s places. The largest number is %(places)s.")
OVER_LIVING = _(
    "You said %(free)s free. Of the %(places)s places %(living)s are of people whom the network has placed here: "
    "%(most)s at most can be free. If one of them left, record it under Residents."
)
OVER_COMING = _("You said %(free)s free beyond the %(coming)s that are promised: %(most)s at most can be free then.")


def number_said(unit: SiteUnit, saying: Saying) -> int:
    """The number that is meant. Raises FigureRefused."""
    whole = unit.view.unit.sharing is Sharing.BY_HOUSEHOLD
    match saying.say:
        case Say.SAME:
            return _checked(unit, saying.stood)
        case Say.CAME:
            return _checked(unit, 0 if whole else saying.stood - 1)
        case Say.LEFT:
            return _checked(unit, unit.places if whole else saying.stood + 1)
        case _:
            return _checked(unit, _whole_number(saying.typed))


def require_room(unit: SiteUnit, saying: Saying, free: int, now: datetime) -> None:
    """Raises FigureRefused where people who are there, or are promised a place, leave less room than that."""
    if saying.say is Say.SAME:
        return
    most = unit.most_free(now)
    if free > most:
        raise FigureRefused(OVER_LIVING, free=free, places=unit.places, living=unit.living, most=most)
    if saying.say is Say.BEYOND and free + unit.coming > most:
        raise FigureRefused(OVER_COMING, free=free, coming=unit.coming, most=max(0, most - unit.coming))


def must_ask(unit: SiteUnit, saying: Saying, free: int) -> bool:
    return saying.say is Say.TYPED and needs_asking(unit, free)


def state_free(hub: Hub, subject: Subject, unit: SiteUnit, free: int, listed: Sequence[str]) -> ReportAnswer:
    """States a number beyond everybody `listed`."""
    return report_capacity(hub, subject, FigureSaid(free=free, unit_id=unit.id, shown=listed))


def left_out(unit: SiteUnit, saying: Saying) -> Sequence[str]:
    """The claims that the number is free of: all listed, or without those who are still to come."""
    if saying.say is Say.BACK:
        return [c.id for c in unit.claims]
    if saying.say is not Say.WITHIN:
        return saying.listed
    coming = {c.id for c in unit.claims if c.kind is not ClaimKind.PLACEMENT}
    return [i for i in saying.listed if i not in coming]


def state_unchanged(hub: Hub, subject: Subject, units: Iterable[SiteUnit]) -> None:
    """Every unit of a structure still has what it had: renews the age of each figure."""
    for unit in units:
        state_free(hub, subject, unit, unit.free, [c.id for c in unit.claims])


def _whole_number(typed: str) -> int:
    text = typed.strip()
    if not text.removeprefix("-").isdecimal() or len(text) > LONGEST_NUMBER:
        raise FigureRefused(NOT_A_NUMBER)
    return int(text)


def _checked(unit: SiteUnit, free: int) -> int:
    if free < 0:
        raise FigureRefused(BELOW_ZERO)
    if free > unit.places:
        raise FigureRefused(OVER_PLACES, free=free, places=unit.places)
    return free
