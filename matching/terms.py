"""The terms by which suitable places are ordered: whole numbers, the smaller the better, each one shown.

Travel counts in steps of 15 %, since the estimate is no finer: two places whose minutes fall into the same step tie
there. The last tie goes to a draw, which is stored with the ranking, and then to the id.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from itertools import takewhile

from matching.belief import Belief, belief_of

DRAW_BITS = 64
_FIRST_STEP, _LONGEST_MINUTES = 10, 100_000


class TermName(StrEnum):
    TRAVEL = "travel"
    WISHES = "wishes"
    BELIEF = "belief"
    SCARCITY = "scarcity"
    DISTANCE = "distance"
    DRAW = "draw"


@dataclass(frozen=True, slots=True)
class Terms:
    """`travel` in steps · `wishes` unmet · `belief` 0 almost certain to 2 uncertain · `scarcity` 1 where the last of

    its sort would be given to somebody who can do without · `distance` in metres · `draw` this place's lot.
    """

    travel: int
    wishes: int
    belief: int
    scarcity: int
    distance: int
    draw: int

    def value(self, name: TermName) -> int:
        values: dict[TermName, int] = {
            TermName.TRAVEL: self.travel,
            TermName.WISHES: self.wishes,
            TermName.BELIEF: self.belief,
            TermName.SCARCITY: self.scarcity,
            TermName.DISTANCE: self.distance,
            TermName.DRAW: self.draw,
        }
        return values[name]


def _bounds() -> Iterator[int]:
    bound = _FIRST_STEP
    while True:
        yield bound
        bound = max(bound + 1, bound * 115 // 100)


_BOUNDS = tuple(takewhile(lambda bound: bound < _LONGEST_MINUTES, _bounds()))


def travel_step(minutes: int) -> int:
    """0 under ten minutes, then one more for every 15 %."""
    return bisect_right(_BOUNDS, minutes)


def belief_term(per_mille: int) -> int:
    """By word, not by per mille: a difference that nobody would notice decides nothing."""
    return list(Belief).index(belief_of(per_mille))


def lot(draw: int, id_: str) -> int:
    """The lot of one place under a draw of 64 bits: the same for ever, and fair between places."""
    digest = sha256(draw.to_bytes(DRAW_BITS // 8, "big") + id_.encode()).digest()
    return int.from_bytes(digest[: DRAW_BITS // 8], "big")
