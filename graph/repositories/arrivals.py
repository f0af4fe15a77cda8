"""Arrivals: facts recorded by the receiving site, per person. A reservation becomes a placement as people come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from graph.model.capacity import Sharing, UnitState, told_late
from graph.model.claims import Claim, ClaimKind, ClaimLine, ClaimStatus
from graph.model.errors import Conflict, Invalid
from graph.model.events import EventType
from graph.model.ids import CapacityUnitId, ClaimId, PersonId
from graph.model.period import Period, end_of_tonight
from graph.model.referral import ReferralStatus
from graph.repositories.cases import lock_case
from graph.repositories.claims import create_claim, find_claim, get_claim, store_claim
from graph.repositories.discrepancies import store_checked
from graph.repositories.people import lock_people
from graph.repositories.recording import happened
from graph.repositories.referral_decisions import move_referral
from graph.repositories.stays import Stay, note_arrivals, stays_of_reservation
from graph.repositories.units import lock_units
from graph.scope import EVERYTHING, VisibleOrganizations
from graph.session import Writing


@dataclass(frozen=True, slots=True)
class Arrival:
    """Who came and when; `person_ids` empty means all who were still expected."""

    placement_id: ClaimId
    at: datetime
    person_ids: tuple[PersonId, ...] = ()


def record_arrival(tx: Writing, scope: VisibleOrganizations, reservation_id: str, arrival: Arrival) -> Claim:
    """Records an arrival and returns the placement. The same fact again succeeds; another one is a conflict.

    Raises Conflict `already-resident` where one of them is lodged elsewhere (INV-4), Invalid for people not expected.
    """
    seen = get_claim(tx, scope, reservation_id, ClaimKind.RESERVATION)
    lodged = lock_people(tx, seen.person_ids)
    lock_case(tx, EVERYTHING, seen.case_id)
    reservation = get_claim(tx, scope, reservation_id, ClaimKind.RESERVATION)
    states = lock_units(tx, [line.unit_id for line in reservation.lines])
    stays = stays_of_reservation(tx, reservation.id)
    coming = arrival.person_ids or _those_meant(reservation, stays, arrival.at)
    if any(person in stays for person in coming):
        return get_claim(tx, scope, _recorded_before(stays, coming, arrival.at), ClaimKind.PLACEMENT)
    _require_expected(reservation, coming)
    reservation.require(ClaimStatus.CONVERTED, tx.actor.at)
    if any(lodged.get(person) for person in coming):
        raise Conflict("already-resident")
    return _move_in(tx, reservation, states, coming, arrival)


def find_placement_of(tx: Writing, reservation: Claim) -> Claim | None:
    """The placement that this reservation has become, as far as people have come; the one with people in it first."""
    row = tx.row(
        """
        MATCH (c:Claim {reservation_id: $id})
        WHERE c.kind = 'placement'
        RETURN c.id AS id, c.live AS live, c.made_at AS made_at
        ORDER BY live DESC, made_at DESC
        """,
        id=reservation.id,
    )
    return None if row is None else find_claim(tx, row["id"], ClaimKind.PLACEMENT)


def _those_meant(reservation: Claim, stays: Mapping[PersonId, Stay], at: datetime) -> Sequence[PersonId]:
    """All who are still expected; once nobody is, those who came at that instant, or else whoever came."""
    if reservation.status is not ClaimStatus.CONVERTED:
        return reservation.person_ids
    return [p for p, stay in stays.items() if stay.arrived_at == at] or list(stays)


def _recorded_before(stays: Mapping[PersonId, Stay], coming: Sequence[PersonId], at: datetime) -> ClaimId:
    """The placement under which exactly this is recorded. Raises Conflict where something else is."""
    if any(person not in stays or stays[person].arrived_at != at for person in coming):
        raise Conflict("arrival-recorded-otherwise")
    return stays[coming[0]].placement_id


def _require_expected(reservation: Claim, coming: Sequence[PersonId]) -> None:
    if not coming or set(coming) - set(reservation.person_ids):
        raise Invalid("person_ids", "person-not-expected")


def _move_in(
    tx: Writing,
    reservation: Claim,
    states: dict[CapacityUnitId, UnitState],
    coming: Sequence[PersonId],
    arrival: Arrival,
) -> Claim:
    staying = tuple(p for p in reservation.person_ids if p not in coming)
    kept, taken = split_lines(reservation.lines, states, len(coming), all_leave=not staying)
    left = replace(reservation, lines=kept, person_ids=staying)
    if not staying:
        left = replace(left, status=ClaimStatus.CONVERTED, ended_at=tx.actor.at, person_ids=reservation.person_ids)
    store_claim(tx, left)
    placed = _placed(tx, replace(reservation, lines=taken), states, coming, arrival)
    note_arrivals(tx, placed.id, coming, arrival.at)
    if reservation.referral_id:
        move_referral(tx, reservation.referral_id, ReferralStatus.IN_PROGRESS)
    settle_units(tx, states, dated=arrival.at, cause="early-arrival")
    happened(
        tx,
        EventType.ARRIVAL_RECORDED,
        placed.id,
        parties=[placed.asker_id, placed.provider_id],
        case_id=placed.case_id,
        data={"people": len(coming), "expected_still": len(staying), "at": arrival.at.isoformat()},
        tell=[placed.asker_id],
    )
    return placed


def split_lines(
    lines: Sequence[ClaimLine], states: dict[CapacityUnitId, UnitState], people: int, *, all_leave: bool
) -> tuple[tuple[ClaimLine, ...], tuple[ClaimLine, ...]]:
    """What stays and what goes when `people` of a claim move on: a place each, or the whole of a shared unit."""
    kept: list[ClaimLine] = []
    taken: list[ClaimLine] = []
    for line in lines:
        whole = states[line.unit_id].sharing is Sharing.BY_HOUSEHOLD
        goes = line.places if whole or all_leave else min(people, line.places)
        people -= goes
        kept.append(replace(line, places=line.places - goes))
        taken.append(replace(line, places=goes))
    return tuple(kept), tuple(taken)


def _placed(
    tx: Writing,
    moving: Claim,
    states: Mapping[CapacityUnitId, UnitState],
    coming: Sequence[PersonId],
    arrival: Arrival,
) -> Claim:
    """Lets people in with the places that they bring: to those of them who are there already, or as the first."""
    placement = find_placement_of(tx, moving)
    if placement is not None and placement.status is ClaimStatus.ARRIVED:
        added = {line.unit_id: line.places for line in moving.lines}
        lines = tuple(replace(line, places=line.places + added.get(line.unit_id, 0)) for line in placement.lines)
        grown = replace(placement, lines=lines, person_ids=(*placement.person_ids, *coming))
        store_claim(tx, grown)
        return grown
    turns_at = next(iter(states.values())).turns_at
    made = replace(
        moving,
        id=arrival.placement_id,
        kind=ClaimKind.PLACEMENT,
        status=ClaimStatus.ARRIVED,
        period=Period(arrival.at, max(moving.period.ends, end_of_tonight(arrival.at, turns_at))),
        made_at=tx.actor.at,
        person_ids=tuple(coming),
        arrive_by=None,
        ended_at=None,
    )
    create_claim(tx, made)
    tx.rows("MATCH (c:Claim {id: $id}) SET c.reservation_id = $r RETURN c.id AS id", id=made.id, r=moving.id)
    return made


def settle_units(tx: Writing, before: Mapping[CapacityUnitId, UnitState], *, dated: datetime, cause: str) -> None:
    """After an arrival or a departure: what a later figure left out is corrected; then claims must fit.

    `before` are the units as they were locked, before the fact was stored.
    """
    for unit_id, state in lock_units(tx, before).items():
        late = state.figure is not None and dated <= state.figure.as_of
        store_checked(tx, told_late(before[unit_id], state) if late else state, cause=cause)
