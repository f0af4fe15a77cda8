"""Which units of one place suit a household, whether or not they are free: the hold then decides under its lock."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.model.case import Case, Household, Need
from graph.model.errors import Conflict, NotThere
from graph.model.ids import CapacityUnitId, ServiceAtLocationId
from graph.model.period import Period, lodging_period
from graph.model.service import CapacityUnit, ServiceAtLocation
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.matches.reading import offers_of, profile_of, read_inputs
from matching.engine import match
from matching.policy import CURRENT
from matching.snapshot import NeedProfile, Offer


@dataclass(frozen=True, slots=True)
class Fitting:
    """`unit_ids` suit the household, the best first."""

    need: Need
    case: Case
    service: ServiceAtLocation
    unit_ids: Sequence[CapacityUnitId]
    period: Period


def fitting_units(hub: Hub, subject: Subject, need_id: str, service_at_location_id: str) -> Fitting:
    """Raises NotThere, and Conflict `not-suitable` where a condition stands against every unit, full or not."""
    only = [ServiceAtLocationId(service_at_location_id)]
    inputs = read_inputs(hub, subject, need_id, purpose="hold", only=only)
    if not inputs.services:
        raise NotThere("service_at_location")
    service = inputs.services[0]
    profile = profile_of(inputs, hub.gazetteer)
    offer = offers_of(inputs, hub.gazetteer)[0]
    suitable = [u for u in by_fit(service.units) if suits(profile, offer, u)]
    if not suitable:
        raise Conflict("not-suitable")
    return Fitting(
        need=inputs.need,
        case=inputs.case,
        service=service,
        unit_ids=[u.id for u in suitable],
        period=lodging_period(inputs.need.starts_on, inputs.need.nights, service.terms.day_turns_at),
    )


def suits(profile: NeedProfile, offer: Offer, unit: CapacityUnit) -> bool:
    """Whether this unit alone would be offered if all of it were free."""
    alone = tuple(replace(u, free=u.unit.places, in_discrepancy=False) for u in offer.units if u.unit.id == unit.id)
    ranking = match(profile, [replace(offer, units=alone)], CURRENT, draw=0)
    return bool(ranking.matches or ranking.ask_first)


def by_fit(units: Sequence[CapacityUnit]) -> list[CapacityUnit]:
    """The smallest first, and step-free ones last among equals: they are kept for those who need them."""
    return sorted(units, key=lambda u: (u.places, bool(u.step_free), u.id))


def units_by_fit(household: Household, service: ServiceAtLocation) -> list[CapacityUnitId]:
    """Units that have places enough, the best first: for a place whose own people have looked and said yes."""
    return [u.id for u in by_fit(service.units) if u.places >= household.size]
