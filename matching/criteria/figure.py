"""Can the published figure of this unit be built on? An old one is only believed less."""

from dataclasses import dataclass
from typing import ClassVar

from matching.belief import age_in_minutes
from matching.candidate import Candidate
from matching.codes import Code
from matching.finding import Finding, found
from matching.snapshot import NeedProfile


@dataclass(frozen=True, slots=True)
class FigureStands:
    name: ClassVar[str] = "figure"
    hard: ClassVar[bool] = True
    of_unit: ClassVar[bool] = True

    def assess(self, need: NeedProfile, candidate: Candidate) -> Finding:
        unit, promise = candidate.unit, candidate.offer.terms.promised_every_hours
        if unit is not None and unit.in_discrepancy:
            return found(Code.FIGURE_IN_DISCREPANCY)
        if unit is None or unit.as_of is None:
            return found(Code.FIGURE_NEVER_GIVEN)
        minutes = age_in_minutes(unit.as_of, need.now)
        if minutes > promise * 60:
            return found(Code.FIGURE_OLD, minutes=minutes, hours=promise)
        return found(Code.FIGURE_FRESH, minutes=minutes)
