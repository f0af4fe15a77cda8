"""What happens to a referral: sent, read, accepted, declined, withdrawn, out of time. Each is one transaction.

Locks in one order: case, referral, units. Accepting makes the reservation in the same transaction (INV-3).
"""

from dataclasses import replace
from datetime import datetime

from graph.model.case import NeedStatus
from graph.model.claims import ClaimKind, ClaimStatus
from graph.model.errors import Conflict, NotThere
from graph.model.events import EventType
from graph.model.idempotency import IdempotencyKey
from graph.model.referral import AWAITING, Referral, ReferralStatus
from graph.repositories.accepting import Acceptance, make_reservation
from graph.repositories.cases import lock_case, sharing_basis_of
from graph.repositories.claims import find_claim, store_claim
from graph.repositories.holds import end_hold, locked_hold, require_own_places
from graph.repositories.idempotency import made_before
from graph.repositories.needs import set_need_status
from graph.repositories.outbox import withdraw_rows_about
from graph.repositories.recording import happened
from graph.repositories.referrals import (
    create_referral,
    find_referral,
    get_referral,
    lock_referral,
    may_see,
    store_referral,
)
from graph.repositories.units import lock_units
from graph.scope import EVERYTHING, VisibleOrganizations
from graph.session import Writing


def send_referral(
    tx: Writing, scope: VisibleOrganizations, referral: Referral, *, key: IdempotencyKey | None = None
) -> Referral:
    """Stores and sends. A hold that secures it then lasts as long as the time to answer; both expire together.

    Raises Conflict `sharing-basis-missing`, `hold-has-ended`, or `hold-already-referred`.
    """
    earlier = made_before(tx, key, referral.id)
    if earlier:
        return get_referral(tx, scope, earlier, now=tx.actor.at)
    lock_case(tx, scope, referral.case_id)
    if sharing_basis_of(tx, referral.case_id) is None:
        raise Conflict("sharing-basis-missing")
    if referral.hold_id:
        _secure(tx, scope, referral)
    create_referral(tx, referral)
    _tell(tx, referral, EventType.REFERRAL_SENT, to_provider=True, due_at=referral.visible_at)
    return referral


def receive_referral(tx: Writing, scope: VisibleOrganizations, referral_id: str) -> Referral:
    """Marks a referral as read by the receiving side; later readings change nothing."""
    referral = lock_referral(tx, referral_id)
    if not may_see(referral, scope, tx.actor.at):
        raise NotThere("referral")
    if referral.status is not ReferralStatus.REQUESTED or not scope.includes(referral.provider_id):
        return referral
    if referral.status_at(tx.actor.at) is ReferralStatus.EXPIRED:
        return referral
    received = replace(referral, status=ReferralStatus.RECEIVED, received_at=tx.actor.at)
    store_referral(tx, received)
    _tell(tx, received, EventType.REFERRAL_RECEIVED)
    return received


def accept_referral(tx: Writing, scope: VisibleOrganizations, referral_id: str, what: Acceptance) -> Referral:
    """Accepts and makes the reservation, from the live hold or else by a claim of its own.

    Raises NoPlacesLeft where nothing fits (the referral stays received). Accepting twice succeeds.
    """
    referral = _locked(tx, scope, referral_id)
    if referral.status is ReferralStatus.ACCEPTED:
        return referral
    referral.require(ReferralStatus.ACCEPTED, tx.actor.at)
    reservation = make_reservation(tx, referral, what)
    accepted = replace(
        referral,
        status=ReferralStatus.ACCEPTED,
        reservation_id=reservation.id,
        received_at=referral.received_at or tx.actor.at,
        decided_at=tx.actor.at,
    )
    store_referral(tx, accepted)
    _tell(tx, accepted, EventType.REFERRAL_ACCEPTED, to_asker=True)
    return accepted


def decline_referral(
    tx: Writing, scope: VisibleOrganizations, referral_id: str, *, reason: str, note: str | None
) -> Referral:
    """Declines with a coded reason and gives the held place back. The same again succeeds."""
    referral = _locked(tx, scope, referral_id)
    if referral.status is ReferralStatus.DECLINED and referral.reason == reason:
        return referral
    referral.require(ReferralStatus.DECLINED, tx.actor.at)
    _let_go(tx, referral, reason="provider_took")
    declined = replace(referral, status=ReferralStatus.DECLINED, decided_at=tx.actor.at, reason=reason, note=note)
    store_referral(tx, declined)
    _tell(tx, declined, EventType.REFERRAL_DECLINED, to_asker=True, reason=reason)
    return declined


def withdraw_referral(
    tx: Writing, scope: VisibleOrganizations, referral_id: str, *, reason: str, note: str | None
) -> Referral:
    """The asker takes a referral back; its hold or reservation goes with it, in one transaction."""
    referral = get_referral(tx, scope, referral_id, now=tx.actor.at)
    lock_case(tx, scope, referral.case_id)
    referral = lock_referral(tx, referral_id)
    if referral.status is ReferralStatus.WITHDRAWN and referral.reason == reason:
        return referral
    referral.require(ReferralStatus.WITHDRAWN, tx.actor.at)
    _let_go(tx, referral, reason="need_ended")
    withdrawn = replace(referral, status=ReferralStatus.WITHDRAWN, decided_at=tx.actor.at, reason=reason, note=note)
    store_referral(tx, withdrawn)
    set_need_status(tx, referral.need_id, NeedStatus.OPEN)
    unseen = tx.actor.at < referral.visible_at
    withdraw_rows_about(tx, referral.id)
    _tell(tx, withdrawn, EventType.REFERRAL_WITHDRAWN, to_provider=not unseen, reason=reason)
    return withdrawn


def expire_referral(tx: Writing, referral_id: str) -> Referral:
    """Tidies a referral whose time to answer is over, with the hold that secured it, in one transaction."""
    referral = _locked(tx, EVERYTHING, referral_id)
    if referral.status_at(tx.actor.at) is not ReferralStatus.EXPIRED or referral.status is ReferralStatus.EXPIRED:
        return referral
    _let_go(tx, referral, reason="expired")
    expired = replace(referral, status=ReferralStatus.EXPIRED, decided_at=tx.actor.at)
    store_referral(tx, expired)
    _tell(tx, expired, EventType.REFERRAL_EXPIRED, to_asker=True, to_provider=True)
    return expired


def deliver_referral(tx: Writing, referral_id: str) -> None:
    """The receiver can see it from now on; noted only where the sender had time to undo."""
    referral = find_referral(tx, referral_id)
    if referral is not None and referral.visible_at > referral.sent_at and referral.status in AWAITING:
        _tell(tx, referral, EventType.REFERRAL_DELIVERED)


def move_referral(tx: Writing, referral_id: str, to: ReferralStatus, *, reason: str | None = None) -> None:
    """Follows what became of an accepted referral's people: in progress, completed, failed."""
    referral = lock_referral(tx, referral_id)
    if referral.status is to:
        return
    referral.require(to, tx.actor.at)
    store_referral(tx, replace(referral, status=to, reason=reason or referral.reason))


def _locked(tx: Writing, scope: VisibleOrganizations, referral_id: str) -> Referral:
    seen = get_referral(tx, scope, referral_id, now=tx.actor.at)
    if not scope.includes(seen.provider_id):
        raise NotThere("referral")
    lock_case(tx, EVERYTHING, seen.case_id)
    return lock_referral(tx, referral_id)


def _secure(tx: Writing, scope: VisibleOrganizations, referral: Referral) -> None:
    hold = locked_hold(tx, scope, referral.hold_id or "")
    hold.require(ClaimStatus.CONVERTED, tx.actor.at)
    if hold.referral_id is not None:
        raise Conflict("hold-already-referred", {"referral_id": hold.referral_id})
    require_own_places(tx, hold)
    store_claim(tx, replace(hold, referral_id=referral.id, expires_at=referral.answer_by))


def _let_go(tx: Writing, referral: Referral, *, reason: str) -> None:
    """Ends the hold or reservation that stands for this referral, if one is live."""
    claim = find_claim(tx, referral.reservation_id or referral.hold_id or "")
    if claim is None:
        return
    lock_units(tx, [line.unit_id for line in claim.lines])
    claim = find_claim(tx, claim.id) or claim
    if claim.kind is ClaimKind.HOLD and claim.status is ClaimStatus.HELD:
        lapsed = not claim.is_live(tx.actor.at)
        status = ClaimStatus.EXPIRED if lapsed else ClaimStatus.RELEASED
        event = EventType.HOLD_EXPIRED if lapsed else EventType.HOLD_RELEASED
        end_hold(tx, claim, status, event, reason=reason, ended_at=claim.expires_at if lapsed else None)
    elif claim.kind is ClaimKind.RESERVATION and claim.status is ClaimStatus.MADE:
        store_claim(tx, replace(claim, status=ClaimStatus.CANCELLED, ended_at=tx.actor.at, reason=reason))
        happened(
            tx,
            EventType.RESERVATION_CANCELLED,
            claim.id,
            parties=[claim.asker_id, claim.provider_id],
            case_id=claim.case_id,
            data={"reason": reason},
        )
    elif claim.kind is ClaimKind.RESERVATION:
        raise Conflict("reservation-has-ended", {"status": str(claim.status)})


def _tell(
    tx: Writing,
    referral: Referral,
    event: EventType,
    *,
    to_provider: bool = False,
    to_asker: bool = False,
    due_at: datetime | None = None,
    reason: str | None = None,
) -> None:
    tell = [o for o, told in ((referral.provider_id, to_provider), (referral.asker_id, to_asker)) if told]
    parties = [referral.asker_id]
    if tx.actor.at >= referral.visible_at:
        parties.append(referral.provider_id)
    happened(
        tx,
        event,
        referral.id,
        parties=parties,
        case_id=referral.case_id,
        data={
            "need_id": referral.need_id,
            "service_at_location_id": referral.service_at_location_id,
            "answer_by": referral.answer_by.isoformat(),
            "reason": reason,
        },
        tell=tell,
        due_at=due_at,
    )
