"""Placements: the stay itself. People leave one by one; a stay is extended, or moved to another unit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from graph.model.capacity import Sharing, UnitState, free_over, places_to_claim
from graph.model.case import NeedStatus
from graph.model.claims import Claim, ClaimKind, ClaimLine, ClaimStatus
from graph.model.errors import Conflict, Invalid, NoPlacesLeft
from graph.model.events import EventType
from graph.model.ids import CapacityUnitId, PersonId
from graph.model.period import Period, end_of_tonight
from graph.model.referral import ReferralStatus
from graph.repositories.arrivals import settle_units, split_lines
from graph.repositories.cases import lock_case
from graph.repositories.claims import get_claim, move_line, store_claim
from graph.repositories.holds import can_take
from graph.repositories.needs import set_need_status
from graph.repositories.people import lock_people, mark_placed
from graph.repositories.recording import happened
from graph.repositories.referral_decisions import move_referral
from graph.repositories.units import lock_units
from graph.scope import EVERYTHING, VisibleOrganizations
from graph.session import Writing


@dataclass(frozen=True, slots=True)
class Departure:
    """Who left, when, why and where to; `person_ids` empty means all who were there."""

    at: datetime
    reason: str
    moved_on_to: str | None = None
    note: str | None = None
    person_ids: tuple[PersonId, ...] = ()


def record_departure(tx: Writing, scope: VisibleOrganizations, placement_id: str, departure: Departure) -> Claim:
    """People leave; their places are free at once. The same fact again succeeds; another one is a conflict."""
    placement, states = _locked(tx, scope, placement_id)
    if placement.status is ClaimStatus.DEPARTED:
        if (placement.reason, placement.ended_at) == (departure.reason, departure.at):
            return placement
        raise Conflict("departure-recorded-otherwise")
    leaving = departure.person_ids or placement.person_ids
    if set(leaving) - set(placement.person_ids):
        raise Invalid("person_ids", "person-not-resident")
    if departure.at < placement.period.starts:
        raise Invalid("at", "departure-before-arrival")
    staying = tuple(p for p in placement.person_ids if p not in leaving)
    after = _departed(placement, departure) if not staying else _shrunk(placement, states, staying, len(leaving))
    store_claim(tx, after)
    mark_placed(tx, leaving, None)
    if not staying:
        _finish(tx, after)
    settle_units(tx, [line.unit_id for line in after.lines], dated=departure.at, cause="departure")
    _note(tx, after, EventType.DEPARTURE_RECORDED, reason=departure.reason, people=len(leaving))
    return after


def extend_placement(
    tx: Writing, scope: VisibleOrganizations, placement_id: str, *, until: datetime, reason: str
) -> Claim:
    """Agrees a longer stay. Raises NoPlacesLeft where the added nights are promised to somebody else (INV-1)."""
    placement, states = _locked(tx, scope, placement_id)
    if placement.period.ends == until and placement.extended:
        return placement
    placement.require(ClaimStatus.DEPARTED, tx.actor.at)
    if until <= placement.period.ends:
        raise Invalid("at", "extension-not-later")
    added = Period(max(placement.period.ends, tx.actor.at), until)
    for line in placement.lines:
        if free_over(_without(states[line.unit_id], placement), added, now=tx.actor.at) < line.places:
            raise NoPlacesLeft
    longer = replace(placement, period=Period(placement.period.starts, until), extended=True)
    store_claim(tx, longer)
    _note(tx, longer, EventType.PLACEMENT_EXTENDED, reason=reason, people=len(longer.person_ids))
    return longer


def transfer_placement(
    tx: Writing, scope: VisibleOrganizations, placement_id: str, *, to_unit: CapacityUnitId, reason: str
) -> Claim:
    """Moves a stay to another unit of the same service at location, inside one placement."""
    placement, _ = _locked(tx, scope, placement_id, also=[to_unit])
    placement.require(ClaimStatus.DEPARTED, tx.actor.at)
    states = lock_units(tx, [*(line.unit_id for line in placement.lines), to_unit])
    target = states[to_unit]
    if target.service_at_location_id != placement.service_at_location_id:
        raise Invalid("capacity_unit_id", "unit-of-another-place")
    old, *others = [line.unit_id for line in placement.lines]
    if old == to_unit:
        return placement
    if others:
        raise Conflict("transfer-of-several-units")
    people = len(placement.person_ids)
    rest = Period(tx.actor.at, max(placement.period.ends, end_of_tonight(tx.actor.at, target.turns_at)))
    if not can_take(target, places_to_claim(target, people), people, rest, tx.actor.at):
        raise NoPlacesLeft
    move_line(tx, placement, old, to_unit)
    moved = replace(placement, lines=(ClaimLine(to_unit, places_to_claim(target, people)),))
    store_claim(tx, moved)
    _note(tx, moved, EventType.PLACEMENT_TRANSFERRED, reason=reason, people=people)
    return moved


def _locked(
    tx: Writing, scope: VisibleOrganizations, placement_id: str, also: Sequence[CapacityUnitId] = ()
) -> tuple[Claim, dict[CapacityUnitId, UnitState]]:
    placement = get_claim(tx, scope, placement_id, ClaimKind.PLACEMENT)
    lock_people(tx, placement.person_ids)
    lock_case(tx, EVERYTHING, placement.case_id)
    states = lock_units(tx, [*(line.unit_id for line in placement.lines), *also])
    return get_claim(tx, scope, placement_id, ClaimKind.PLACEMENT), states


def _without(state: UnitState, placement: Claim) -> UnitState:
    return replace(state, slices=tuple(s for s in state.slices if s.claim_id != placement.id))


def _departed(placement: Claim, departure: Departure) -> Claim:
    return replace(
        placement,
        status=ClaimStatus.DEPARTED,
        ended_at=departure.at,
        reason=departure.reason,
        note=departure.note,
        moved_on_to=departure.moved_on_to,
    )


def _shrunk(
    placement: Claim, states: dict[CapacityUnitId, UnitState], staying: tuple[PersonId, ...], leaving: int
) -> Claim:
    by_place = [line for line in placement.lines if states[line.unit_id].sharing is Sharing.BY_PLACE]
    shrunk = {line.unit_id: line for line in split_lines(by_place, states, leaving, all_leave=False)[0]}
    lines = tuple(shrunk.get(line.unit_id, line) for line in placement.lines)
    return replace(placement, lines=lines, person_ids=staying)


def _finish(tx: Writing, placement: Claim) -> None:
    if placement.referral_id:
        move_referral(tx, placement.referral_id, ReferralStatus.COMPLETED, reason=placement.reason)
    set_need_status(tx, placement.need_id, NeedStatus.CLOSED)


def _note(tx: Writing, placement: Claim, event: EventType, *, reason: str, people: int) -> None:
    happened(
        tx,
        event,
        placement.id,
        parties=[placement.asker_id, placement.provider_id],
        case_id=placement.case_id,
        data={"reason": reason, "people": people, "until": placement.period.ends.isoformat()},
        tell=[placement.asker_id],
    )
