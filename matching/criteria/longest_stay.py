"""May they stay as long as they need?"""

from dataclasses import dataclass
from typing import ClassVar

from graph.model.lists.need_kinds import NEED_KINDS
from matching.candidate import Candidate
from matching.codes import Code
from matching.finding import Finding, found
from matching.snapshot import NeedProfile


@dataclass(frozen=True, slots=True)
class LongestStay:
    """`silence_is_open`: a place that states no longest stay has none."""

    silence_is_open: bool
    name: ClassVar[str] = "longest_stay"
    hard: ClassVar[bool] = True
    of_unit: ClassVar[bool] = False

    def assess(self, need: NeedProfile, candidate: Candidate) -> Finding:
        longest = candidate.offer.rules.longest_stay_nights
        if not NEED_KINDS.get(need.kind).lodging:
            return found(Code.LONGEST_STAY_NOT_LODGING)
        if longest is None:
            return found(Code.LONGEST_STAY_SILENT if self.silence_is_open else Code.LONGEST_STAY_NOT_STATED)
        if need.nights <= longest:
            return found(Code.LONGEST_STAY_ENOUGH, longest=longest)
        return found(Code.LONGEST_STAY_TOO_SHORT, longest=longest, nights=need.nights, gap=need.nights - longest)
