"""How sure it is that a place said to be free is free: from the age of the figure and the provider's past accuracy.

    belief = accuracy × 4 promises / (4 promises + age),  accuracy = (right + 4) / (checked + 5)

in whole per mille. A provider nobody has checked counts as right four times in five; a figure as old as its promise
has lost a fifth. Belief orders and is shown in words; it never decides whether a place fits.
"""

from datetime import datetime
from enum import StrEnum

from graph.model.lists.entry import Language

PRIOR_RIGHT, PRIOR_CHECKED = 4, 5
PROMISES_TO_HALF = 4
"""After so many times the promised interval a figure is believed half."""
ALMOST_CERTAIN_FROM, VERY_LIKELY_FROM = 900, 650
"""Per mille."""


class Belief(StrEnum):
    """In words, the surest first."""

    ALMOST_CERTAIN = "almost_certain"
    VERY_LIKELY = "very_likely"
    UNCERTAIN = "uncertain"


_WORDS = {
    Belief.ALMOST_CERTAIN: ("σχεδόν βέβαιο", "almost certain"),
    Belief.VERY_LIKELY: ("πολύ πιθανό", "very likely"),
    Belief.UNCERTAIN: ("αβέβαιο", "uncertain"),
}


def age_in_minutes(as_of: datetime, now: datetime) -> int:
    """Whole minutes, 0 for a figure from a clock that runs ahead."""
    return max(0, int((now - as_of).total_seconds()) // 60)


def belief_per_mille(
    as_of: datetime | None, now: datetime, *, promised_every_hours: int, right: int, checked: int
) -> int:
    """0 to 1000; 0 where nobody has ever given a figure."""
    if as_of is None:
        return 0
    half = PROMISES_TO_HALF * 60 * max(1, promised_every_hours)
    held = (right + PRIOR_RIGHT) * half
    return min(1000, 1000 * held // ((checked + PRIOR_CHECKED) * (half + age_in_minutes(as_of, now))))


def belief_of(per_mille: int) -> Belief:
    if per_mille >= ALMOST_CERTAIN_FROM:
        return Belief.ALMOST_CERTAIN
    return Belief.VERY_LIKELY if per_mille >= VERY_LIKELY_FROM else Belief.UNCERTAIN


def belief_in_words(per_mille: int, language: Language) -> str:
    """«σχεδόν βέβαιο · πολύ πιθανό · αβέβαιο», never a bare percentage."""
    el, en = _WORDS[belief_of(per_mille)]
    return el if language == "el" else en
