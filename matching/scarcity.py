"""The last free step-free or family unit of a region is kept for those who need it, where another does as well."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from graph.model.capacity import Sharing
from graph.model.ids import AreaId, CapacityUnitId
from matching.codes import Code
from matching.criteria.accessibility import needs_step_free
from matching.finding import Finding, found
from matching.people import is_surely_minor
from matching.snapshot import NeedProfile, Offer, UnitOffer

FAMILY_PLACES = 3


@dataclass(frozen=True, slots=True)
class LastOnes:
    """The units that are the only free one of their sort in their region."""

    step_free: frozenset[CapacityUnitId]
    family: frozenset[CapacityUnitId]


def find_last_ones(offers: Iterable[Offer]) -> LastOnes:
    """Counted over the places that may answer this need; both sorts may name the same unit."""
    by_region = [(offer.region_id, unit) for offer in offers if not offer.suspended for unit in offer.units]
    return LastOnes(
        step_free=_alone(by_region, lambda u: u.unit.step_free is True), family=_alone(by_region, is_family_unit)
    )


def is_family_unit(unit: UnitOffer) -> bool:
    return unit.unit.sharing is Sharing.BY_HOUSEHOLD and unit.unit.places >= FAMILY_PLACES


def scarcity_of(need: NeedProfile, unit: UnitOffer | None, last: LastOnes) -> Finding | None:
    """What to say of taking this unit; None where it is not the last of anything."""
    if unit is None:
        return None
    if unit.id in last.step_free:
        needed = needs_step_free(need)
        return found(Code.SCARCITY_LAST_STEP_FREE_NEEDED if needed else Code.SCARCITY_LAST_STEP_FREE)
    if unit.id in last.family:
        needed = need.size >= FAMILY_PLACES or any(is_surely_minor(m) for m in need.members)
        return found(Code.SCARCITY_LAST_FAMILY_NEEDED if needed else Code.SCARCITY_LAST_FAMILY)
    return None


def is_to_be_kept(note: Finding | None) -> bool:
    return note is not None and note.code in (Code.SCARCITY_LAST_STEP_FREE, Code.SCARCITY_LAST_FAMILY)


def _alone(
    by_region: list[tuple[AreaId | None, UnitOffer]], is_of_sort: Callable[[UnitOffer], bool]
) -> frozenset[CapacityUnitId]:
    free: dict[AreaId, list[CapacityUnitId]] = defaultdict(list)
    for region, unit in by_region:
        if region is not None and is_of_sort(unit) and _can_be_given(unit):
            free[region].append(unit.id)
    return frozenset(ids[0] for ids in free.values() if len(ids) == 1)


def _can_be_given(unit: UnitOffer) -> bool:
    return unit.free >= unit.places_for(1) and not unit.in_discrepancy
