"""What a ranking reads: the need, the household, and every place as an offer to this reader (INV-9)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from graph.model.capacity import free_over
from graph.model.case import Case, KeepAway, Need
from graph.model.ids import AreaId, ServiceAtLocationId
from graph.model.lists.need_kinds import NEED_KINDS
from graph.model.period import Period, lodging_period
from graph.model.place import AreaKind, Spot
from graph.model.service import ServiceAtLocation
from graph.repositories.capacity import UnitNow, list_units_now
from graph.repositories.cases import get_case
from graph.repositories.directory import list_services
from graph.repositories.needs import get_need
from graph.session import Writing
from hub.areas.gazetteer import Gazetteer, load_gazetteer
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.directory import Directory
from matching.engine import journey_between
from matching.snapshot import NeedProfile, Offer, UnitOffer
from matching.travel.roads import straight_line_m

NEAREST = 500
"""Places that a ranking looks at first."""
WIDER = 3
"""How many times as many are looked at besides, as long as too few of them fit."""


@dataclass(frozen=True, slots=True)
class MatchInputs:
    """All that one ranking is made from. `services` are of a kind that answers the need, and `units` theirs.

    `further`, the nearest first, answer it too, but lie beyond all of `services` and have not been looked at. With
    `only`, `directory` and `services` are those alone, whatever their kind.
    """

    need: Need
    case: Case
    directory: Directory
    services: tuple[ServiceAtLocation, ...]
    units: tuple[UnitNow, ...]
    now: datetime
    further: tuple[ServiceAtLocation, ...] = ()

    @property
    def other_kind(self) -> int:
        """How many places there are whose kind does not answer the need."""
        return len(self.directory.services) - len(self.services) - len(self.further)


def read_inputs(
    hub: Hub, subject: Subject, need_id: str, *, purpose: str, only: Sequence[ServiceAtLocationId] | None = None
) -> MatchInputs:
    """Reads a need in scope with its people, which leaves an audit event, and the places (or `only` those)."""
    now = hub.clock.now()
    # Before the write: reading a whole country anew may outlast the time that one write may take.
    directory = hub.graph.read(lambda tx: Directory(None, list_services(tx, only)) if only else hub.directory.read(tx))

    def read(tx: Writing) -> MatchInputs:
        need = get_need(tx, subject.scope, need_id)
        case = get_case(tx, subject.scope, need.case_id, purpose=purpose)
        services = tuple(directory.services) if only else _answering(need, directory, hub.gazetteer)
        near, further = services[:NEAREST], services[NEAREST:]
        units = tuple(list_units_now(tx, now=now, service_ids=[s.id for s in near]))
        return MatchInputs(need, case, directory, near, units, now, further)

    return hub.graph.write(subject.actor(now), read)


def look_further(hub: Hub, inputs: MatchInputs) -> MatchInputs:
    """With several times as many of the nearest places, as they stood at the same instant."""
    more = len(inputs.services) * WIDER
    added, further = inputs.further[:more], inputs.further[more:]
    read = hub.graph.read(lambda tx: list_units_now(tx, now=inputs.now, service_ids=[s.id for s in added]))
    return replace(inputs, services=(*inputs.services, *added), units=(*inputs.units, *read), further=further)


def _answering(need: Need, directory: Directory, gazetteer: Gazetteer) -> tuple[ServiceAtLocation, ...]:
    """Places of the right kinds; where they are many, the soonest reached come first.

    A hidden one counts from its regional unit's centroid, as everywhere (INV-9).
    """
    kinds = NEED_KINDS.get(need.kind).service_kinds
    found = [s for s in directory.services if s.kind in kinds]
    if len(found) > NEAREST:
        found.sort(key=lambda s: (journey_between(need.origin, _spot(s, gazetteer)).minutes, s.id))
    return tuple(found)


def _spot(service: ServiceAtLocation, gazetteer: Gazetteer) -> Spot:
    location = service.location
    return gazetteer.get(location.regional_unit_id).spot if location.hidden else location.spot


def profile_of(inputs: MatchInputs, gazetteer: Gazetteer, exclude: Iterable[str] = ()) -> NeedProfile:
    """The need as the engine takes it."""
    need, case = inputs.need, inputs.case
    return NeedProfile(
        need_id=need.id,
        kind=need.kind,
        urgency=need.urgency,
        origin=need.origin,
        origin_areas=need.origin_areas,
        members=case.household.members,
        together=case.household.together,
        languages=case.household.languages,
        circumstances=case.circumstances,
        papers=case.papers,
        period=need_period(need),
        starts_on=need.starts_on,
        nights=need.nights,
        keep_away=need.keep_away,
        keep_away_units=units_of(need.keep_away, gazetteer),
        now=inputs.now,
        waiting_since=need.recorded_at,
        exclude=frozenset(ServiceAtLocationId(e) for e in exclude),
    )


def need_period(need: Need) -> Period:
    return lodging_period(need.starts_on, need.nights)


def units_of(keep_away: KeepAway, gazetteer: Gazetteer) -> frozenset[AreaId]:
    """Regional units of all that is kept away from: the finest that may decide about hidden places."""
    found = {unit for area in keep_away.areas for unit in _units_around(area, gazetteer)}
    for settlement in gazetteer.of_kind(AreaKind.SETTLEMENT) if keep_away.around else ():
        if any(_metres(centre, settlement.spot) <= metres for centre, metres in keep_away.around):
            found.update(_units_around(settlement.id, gazetteer))
    return frozenset(found)


def _metres(one: Spot, other: Spot) -> float:
    return straight_line_m(one.point, other.point)


@cache
def unit_radius_m(regional_unit_id: AreaId) -> int:
    """From a regional unit's centroid to its furthest settlement, in metres: the same for every place in it."""
    gazetteer = load_gazetteer()
    centre = gazetteer.get(regional_unit_id).spot
    return round(max(_metres(centre, s.spot) for s in gazetteer.settlements_of(regional_unit_id)))


def _units_around(area: AreaId, gazetteer: Gazetteer) -> set[AreaId]:
    if gazetteer.get(area).kind is AreaKind.REGION:
        return {part.id for part in gazetteer.inside[area]}
    return {a for a in gazetteer.chain(area) if gazetteer.get(a).kind is AreaKind.REGIONAL_UNIT}


def offers_of(inputs: MatchInputs, gazetteer: Gazetteer) -> list[Offer]:
    """Every place as the asking side may weigh it: a hidden one stands at its regional unit's published centroid."""
    by_service: dict[str, list[UnitNow]] = {}
    for unit in inputs.units:
        by_service.setdefault(unit.state.service_at_location_id, []).append(unit)
    return [_offer(s, by_service.get(s.id, []), inputs, gazetteer) for s in inputs.services]


def _offer(service: ServiceAtLocation, units: Sequence[UnitNow], inputs: MatchInputs, gazetteer: Gazetteer) -> Offer:
    location, hidden = service.location, service.location.hidden
    finer = () if hidden else (location.settlement_id, location.municipality_id)
    return Offer(
        service_at_location_id=service.id,
        organization_id=service.organization_id,
        name=service.public_name or "" if hidden else service.name,
        organization_name="" if hidden else service.organization_name,
        kind=service.kind,
        spot=_spot(service, gazetteer),
        regional_unit_id=location.regional_unit_id,
        areas=(*finer, location.regional_unit_id, location.region_id),
        rules=service.rules,
        units=tuple(_unit_offer(service, unit, inputs) for unit in units),
        phone=None if hidden else service.phone,
        hidden=hidden,
        unit_radius_m=unit_radius_m(location.regional_unit_id) if hidden else None,
        catchment=_catchment(service, gazetteer),
        languages=service.languages,
        certified_until=service.certified_until,
        suspended=service.suspended,
        figures_right=service.figures_right,
        figures_checked=service.figures_checked,
        terms=service.terms,
    )


def _catchment(service: ServiceAtLocation, gazetteer: Gazetteer) -> frozenset[AreaId] | None:
    """A hidden place's is raised to whole regional units, so that asking from each municipality tells nothing more."""
    if service.catchment is None or not service.location.hidden:
        return service.catchment
    return frozenset(unit for area in service.catchment for unit in _units_around(area, gazetteer))


def _unit_offer(service: ServiceAtLocation, unit: UnitNow, inputs: MatchInputs) -> UnitOffer:
    whole = lodging_period(inputs.need.starts_on, inputs.need.nights, service.terms.day_turns_at)
    period = whole.from_now(inputs.now)
    return UnitOffer(
        unit=next(u for u in service.units if u.id == unit.state.id),
        free=max(0, free_over(unit.state, period, now=inputs.now)),
        as_of=unit.as_of,
        in_discrepancy=unit.state.discrepancy_id is not None,
        out_of_service=sum(o.places for o in unit.state.outages if o.period.overlaps(period)),
    )
