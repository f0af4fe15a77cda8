"""Arrivals: facts recorded by the receiving site, per person. A reservation becomes a placement as people come."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from graph.model.capacity import Sharing, UnitState, elsewhere_after
from graph.model.claims import Claim, ClaimKind, ClaimLine, ClaimStatus
from graph.model.errors import Conflict, Invalid
from graph.model.events import EventType
from graph.model.ids import CapacityUnitId, ClaimId, PersonId
from graph.model.period import Period, end_of_tonight
from graph.model.referral import ReferralStatus
from graph.repositories.cases import lock_case
from graph.repositories.claims import create_claim, find_claim, get_claim, store_claim
from graph.repositories.discrepancies import store_checked
from graph.repositories.people import lock_people, mark_placed
from graph.repositories.recording import happened
from graph.repositories.referral_decisions import move_referral
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
    reservation = get_claim(tx, scope, reservation_id, ClaimKind.RESERVATION)
    lodged = lock_people(tx, reservation.person_ids)
    lock_case(tx, EVERYTHING, reservation.case_id)
    states = lock_units(tx, [line.unit_id for line in reservation.lines])
    reservation = get_claim(tx, scope, reservation_id, ClaimKind.RESERVATION)
    placement = find_placement_of(tx, reservation)
    coming = arrival.person_ids or _still_expected(reservation, placement)
    repeated = _repeated(placement, coming, arrival.at)
    if repeated:
        return repeated
    _require_expected(reservation, coming)
    reservation.require(ClaimStatus.CONVERTED, tx.actor.at)
    if any(lodged.get(person) for person in coming):
        raise Conflict("already-resident")
    return _move_in(tx, reservation, placement, states, coming, arrival)


def find_placement_of(tx: Writing, reservation: Claim) -> Claim | None:
    """The placement that this reservation has become, as far as people have come."""
    row = tx.row(
        "MATCH (c:Claim {case_id: $case_id}) WHERE c.kind = 'placement' AND c.reservation_id = $id RETURN c.id AS id",
        case_id=reservation.case_id,
        id=reservation.id,
    )
    return None if row is None else find_claim(tx, row["id"], ClaimKind.PLACEMENT)


def _still_expected(reservation: Claim, placement: Claim | None) -> tuple[PersonId, ...]:
    if reservation.status is ClaimStatus.CONVERTED and placement is not None:
        return placement.person_ids
    return reservation.person_ids


def _repeated(placement: Claim | None, coming: Sequence[PersonId], at: datetime) -> Claim | None:
    if placement is None or not set(coming) & set(placement.person_ids):
        return None
    if set(coming) <= set(placement.person_ids) and placement.period.starts == at:
        return placement
    raise Conflict("arrival-recorded-otherwise")


def _require_expected(reservation: Claim, coming: Sequence[PersonId]) -> None:
    if not coming or set(coming) - set(reservation.person_ids):
        raise Invalid("person_ids", "person-not-expected")


def _move_in(
    tx: Writing,
    reservation: Claim,
    placement: Claim | None,
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
    placed = _placed(tx, reservation, placement, taken, coming, arrival)
    mark_placed(tx, coming, placed.id)
    if reservation.referral_id:
        move_referral(tx, reservation.referral_id, ReferralStatus.IN_PROGRESS)
    settle_units(tx, [line.unit_id for line in placed.lines], dated=arrival.at, cause="early-arrival")
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
    reservation: Claim,
    placement: Claim | None,
    taken: tuple[ClaimLine, ...],
    coming: Sequence[PersonId],
    arrival: Arrival,
) -> Claim:
    if placement is not None:
        added = {line.unit_id: line.places for line in taken}
        lines = tuple(replace(line, places=line.places + added.get(line.unit_id, 0)) for line in placement.lines)
        grown = replace(placement, lines=lines, person_ids=(*placement.person_ids, *coming))
        store_claim(tx, grown)
        return grown
    made = replace(
        reservation,
        id=arrival.placement_id,
        kind=ClaimKind.PLACEMENT,
        status=ClaimStatus.ARRIVED,
        lines=taken,
        period=Period(arrival.at, max(reservation.period.ends, end_of_tonight(arrival.at))),
        made_at=tx.actor.at,
        person_ids=tuple(coming),
        arrive_by=None,
        ended_at=None,
    )
    create_claim(tx, made)
    tx.rows("MATCH (c:Claim {id: $id}) SET c.reservation_id = $r RETURN c.id AS id", id=made.id, r=reservation.id)
    return made


def settle_units(tx: Writing, unit_ids: Sequence[CapacityUnitId], *, dated: datetime, cause: str) -> None:
    """After a fact dated before the last figure, what is taken elsewhere is computed again; then claims must fit."""
    for state in lock_units(tx, unit_ids).values():
        figure = state.figure
        if figure is not None and dated <= figure.as_of:
            state = replace(state, elsewhere=elsewhere_after(state, figure))
        store_checked(tx, state, cause=cause)
