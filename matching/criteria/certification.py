"""May the place take somebody new (INV-5)? A lapse within the stay is a remark, not a refusal."""

from dataclasses import dataclass
from typing import ClassVar

from graph.model.period import ATHENS
from matching.candidate import Candidate
from matching.codes import Code
from matching.finding import Finding, found
from matching.snapshot import NeedProfile


@dataclass(frozen=True, slots=True)
class Certification:
    """The day of `certified_until` is still certified; no date means that none is required."""

    name: ClassVar[str] = "certification"
    hard: ClassVar[bool] = True
    of_unit: ClassVar[bool] = False

    def assess(self, need: NeedProfile, candidate: Candidate) -> Finding:
        until = candidate.offer.certified_until
        if candidate.offer.suspended:
            return found(Code.CERTIFICATION_SUSPENDED)
        if until is None:
            return found(Code.CERTIFICATION_NO_END)
        if until < need.now.astimezone(ATHENS).date():
            return found(Code.CERTIFICATION_LAPSED, on=until.isoformat())
        within = until < need.period.ends.astimezone(ATHENS).date()
        return found(Code.CERTIFICATION_LAPSES if within else Code.CERTIFICATION_VALID, on=until.isoformat())
