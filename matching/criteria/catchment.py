"""Does the place take people from where they are?

Of a hidden place only whole regional units are compared, so that a thousand origins around it tell no more than its
regional unit (INV-9).
"""

from dataclasses import dataclass
from typing import ClassVar

from matching.candidate import Candidate
from matching.codes import Code
from matching.finding import Finding, found
from matching.snapshot import NeedProfile


@dataclass(frozen=True, slots=True)
class Catchment:
    name: ClassVar[str] = "catchment"
    hard: ClassVar[bool] = True
    of_unit: ClassVar[bool] = False

    def assess(self, need: NeedProfile, candidate: Candidate) -> Finding:
        offer = candidate.offer
        if offer.catchment is None:
            return found(Code.CATCHMENT_EVERYWHERE)
        if not need.origin_areas:
            return found(Code.CATCHMENT_ORIGIN_NOT_KNOWN)
        origin = need.origin_areas[-2:] if offer.hidden else need.origin_areas
        inside = not offer.catchment.isdisjoint(origin)
        return found(Code.CATCHMENT_INSIDE if inside else Code.CATCHMENT_OUTSIDE)
