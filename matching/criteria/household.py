"""Does the whole household have room in this one unit? Free or not is another question."""

from dataclasses import dataclass
from typing import ClassVar

from matching.candidate import Candidate
from matching.codes import Code
from matching.finding import Finding, found
from matching.snapshot import NeedProfile


@dataclass(frozen=True, slots=True)
class HouseholdFits:
    name: ClassVar[str] = "household"
    hard: ClassVar[bool] = True
    of_unit: ClassVar[bool] = True

    def assess(self, need: NeedProfile, candidate: Candidate) -> Finding:
        unit = candidate.unit
        if unit is None:
            return found(Code.HOUSEHOLD_NO_UNIT, size=need.size)
        places = unit.unit.places
        if need.size <= places:
            return found(Code.HOUSEHOLD_FITS, unit=unit.unit.kind.value, places=places, size=need.size)
        too_large = Code.HOUSEHOLD_TOO_LARGE if need.together else Code.HOUSEHOLD_TOO_LARGE_MAY_SPLIT
        return found(too_large, places=places, size=need.size, gap=need.size - places)
