"""Reservations: firm claims that end by arrival, non-arrival or cancellation."""

from dataclasses import replace

from graph.model.case import NeedStatus
from graph.model.claims import Claim, ClaimKind, ClaimStatus
from graph.model.errors import Conflict
from graph.model.events import EventType
from graph.model.referral import ReferralStatus
from graph.repositories.arrivals import find_placement_of
from graph.repositories.cases import lock_case
from graph.repositories.claims import get_claim, store_claim
from graph.repositories.needs import set_need_status
from graph.repositories.recording import happened
from graph.repositories.referral_decisions import move_referral
from graph.repositories.units import lock_units
from graph.scope import EVERYTHING, VisibleOrganizations
from graph.session import Writing


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
    """A reservation read again under the locks of its case and its units. Raises NotThere to strangers."""
    reservation = get_claim(tx, scope, reservation_id, ClaimKind.RESERVATION)
    lock_case(tx, EVERYTHING, reservation.case_id)
    lock_units(tx, [line.unit_id for line in reservation.lines])
    return get_claim(tx, scope, reservation_id, ClaimKind.RESERVATION)


def _fail(tx: Writing, reservation: Claim, reason: str) -> None:
    """Nobody of them has come: the need is open again. Where some have, their stay goes on without the others."""
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
    if find_placement_of(tx, reservation) is None:
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
