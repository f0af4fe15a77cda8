"""Reservations: firm claims that end by arrival, non-arrival or cancellation."""

from dataclasses import replace

from graph.model.case import NeedStatus
from graph.model.claims import Claim, ClaimKind, ClaimStatus
from graph.model.errors import Conflict
from graph.model.events import EventType
from graph.model.referral import ReferralStatus
from graph.repositories.arrivals import find_placement_of
from graph.repositories.cases import lock_case
from graph.repositories.claims import find_claim, get_claim, store_claim
from graph.repositories.needs import set_need_status
from graph.repositories.recording import happened
from graph.repositories.referral_decisions import move_referral
from graph.repositories.units import lock_units
from graph.scope import EVERYTHING, VisibleOrganizations
from graph.session import Reading, Writing


def cancel_reservation(
    tx: Writing, scope: VisibleOrganizations, reservation_id: str, *, reason: str, note: str | None
) -> Claim:
    """Somebody undoes a reservation. The same again succeeds; once people have arrived it is a conflict."""
    return _end(
        tx,
        locked_reservation(tx, scope, reservation_id),
        ClaimStatus.CANCELLED,
        EventType.RESERVATION_CANCELLED,
        reason=reason,
        note=note,
    )


def record_non_arrival(
    tx: Writing, scope: VisibleOrganizations, reservation_id: str, *, reason: str, note: str | None
) -> Claim:
    """They did not come. The place is free again, the need is open again, the referral has failed."""
    return _end(
        tx,
        locked_reservation(tx, scope, reservation_id),
        ClaimStatus.NON_ARRIVAL,
        EventType.NON_ARRIVAL_RECORDED,
        reason=reason,
        note=note,
    )


def locked_reservation(tx: Writing, scope: VisibleOrganizations, reservation_id: str) -> Claim:
    """A reservation read again under the lock of its case, with its units locked. Raises NotThere to strangers."""
    seen = get_claim(tx, scope, reservation_id, ClaimKind.RESERVATION)
    lock_case(tx, EVERYTHING, seen.case_id)
    reservation = get_claim(tx, scope, reservation_id, ClaimKind.RESERVATION)
    lock_units(tx, [line.unit_id for line in reservation.lines])
    return reservation


def reservation_of(tx: Reading, placement: Claim) -> Claim | None:
    """The reservation that a placement came from."""
    row = tx.row("MATCH (c:Claim {id: $id}) RETURN c.reservation_id AS id", id=placement.id)
    return None if row is None else find_claim(tx, row["id"] or "", ClaimKind.RESERVATION)


def complete_when_all_have_left(tx: Writing, placement: Claim) -> None:
    """Nobody is there any more and nobody expected: what was asked for has been done, and the need is closed."""
    reservation = reservation_of(tx, placement)
    if reservation is not None and reservation.status is ClaimStatus.MADE:
        return
    if placement.referral_id:
        move_referral(tx, placement.referral_id, ReferralStatus.COMPLETED, reason=placement.reason)
    set_need_status(tx, placement.need_id, NeedStatus.CLOSED)


def _fail(tx: Writing, reservation: Claim, reason: str) -> None:
    """Nobody of them has come: the need is open again. Where some have, their stay goes on without the others."""
    placement = find_placement_of(tx, reservation)
    if placement is not None:
        if placement.status is ClaimStatus.DEPARTED:
            complete_when_all_have_left(tx, placement)
        return
    if reservation.referral_id:
        move_referral(tx, reservation.referral_id, ReferralStatus.FAILED, reason=reason)
    set_need_status(tx, reservation.need_id, NeedStatus.OPEN)


def _end(
    tx: Writing,
    reservation: Claim,
    status: ClaimStatus,
    event: EventType,
    *,
    reason: str,
    note: str | None,
) -> Claim:
    if reservation.status is status:
        if reservation.reason != reason:
            raise Conflict("recorded-otherwise", {"reason": reservation.reason})
        return reservation
    reservation.require(status, tx.actor.at)
    ended = replace(reservation, status=status, ended_at=tx.actor.at, reason=reason, note=note)
    store_claim(tx, ended)
    _fail(tx, reservation, reason)
    happened(
        tx,
        event,
        ended.id,
        parties=[ended.asker_id, ended.provider_id],
        case_id=ended.case_id,
        data={"reason": reason, "referral_id": ended.referral_id},
        tell=[ended.asker_id, ended.provider_id],
    )
    return ended
