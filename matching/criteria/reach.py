"""Can they be there before tonight is over?"""

from dataclasses import dataclass
from typing import ClassVar

from graph.model.period import end_of_tonight
from matching.candidate import Candidate
from matching.codes import Code
from matching.criteria.arrival import arrival_at, clock, is_for_tonight
from matching.finding import Finding, found
from matching.snapshot import NeedProfile


@dataclass(frozen=True, slots=True)
class Reach:
    """Tonight lasts until the place's day turns."""

    name: ClassVar[str] = "reach"
    hard: ClassVar[bool] = True
    of_unit: ClassVar[bool] = False

    def assess(self, need: NeedProfile, candidate: Candidate) -> Finding:
        if not is_for_tonight(need, candidate):
            return found(Code.REACH_NOT_TONIGHT)
        arrival = arrival_at(need, candidate)
        in_time = arrival < end_of_tonight(need.now, candidate.offer.terms.day_turns_at)
        return found(Code.REACH_TONIGHT if in_time else Code.REACH_TOO_FAR, arrives=clock(arrival))
