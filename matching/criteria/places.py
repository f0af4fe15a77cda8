"""Are enough places of this unit free at every instant of the period? A unit given whole must be free whole."""

from dataclasses import dataclass
from typing import ClassVar

from graph.model.capacity import Sharing
from matching.candidate import Candidate
from matching.codes import Code
from matching.finding import Finding, found
from matching.snapshot import NeedProfile, UnitOffer


@dataclass(frozen=True, slots=True)
class PlacesFree:
    name: ClassVar[str] = "places"
    hard: ClassVar[bool] = True
    of_unit: ClassVar[bool] = True

    def assess(self, need: NeedProfile, candidate: Candidate) -> Finding:
        unit = candidate.unit
        if unit is None:
            return found(Code.PLACES_NOT_PUBLISHED)
        if unit.unit.sharing is Sharing.BY_HOUSEHOLD:
            return _whole(unit)
        needed, free = unit.places_for(need.size), max(0, unit.free)
        if free >= needed:
            return found(Code.PLACES_FREE, free=free)
        if free == 0:
            return _none_free(unit, needed)
        return found(Code.PLACES_MISSING, free=free, needed=needed, missing=needed - free, gap=needed - free)


def _whole(unit: UnitOffer) -> Finding:
    if unit.free >= unit.unit.places:
        return found(Code.PLACES_WHOLE_UNIT_FREE, unit=unit.unit.kind.value, places=unit.unit.places)
    if unit.free <= 0:
        return _none_free(unit, unit.unit.places)
    return found(Code.PLACES_UNIT_IN_USE, free=unit.free, places=unit.unit.places)


def _none_free(unit: UnitOffer, needed: int) -> Finding:
    out = unit.out_of_service >= unit.unit.places
    return found(Code.PLACES_OUT_OF_SERVICE) if out else found(Code.PLACES_FULL, needed=needed)
