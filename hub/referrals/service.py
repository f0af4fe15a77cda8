"""Referrals: sent with a basis for sharing, answered by those who would take the people, or silent until they lapse."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from graph.model.claims import Claim, ClaimKind
from graph.model.errors import Invalid
from graph.model.idempotency import IdempotencyKey
from graph.model.ids import ClaimId, ReferralId, new_id
from graph.model.lists.decline_reasons import DECLINE_REASONS
from graph.model.lists.withdraw_reasons import WITHDRAW_REASONS
from graph.model.period import lodging_period
from graph.model.referral import Referral, ReferralStatus
from graph.model.service import ServiceAtLocation
from graph.repositories.cases import get_case
from graph.repositories.claims import get_claim
from graph.repositories.directory import get_service
from graph.repositories.idempotency import once
from graph.repositories.needs import get_need
from graph.repositories.referral_decisions import (
    Acceptance,
    accept_referral,
    decline_referral,
    receive_referral,
    send_referral,
    withdraw_referral,
)
from graph.repositories.referrals import get_referral
from graph.scope import EVERYTHING
from graph.session import Reading, Writing
from hub.api.idempotency import made_earlier
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.lists import require_code, require_note
from hub.matches.fitting import units_by_fit

LONGEST_UNDO = 60
UNDO_ON_PAGES = 10


@dataclass(frozen=True, slots=True)
class ReferralAsked:
    """By a hold, or by a need and a place. `undo_seconds`: how long nobody is told, so that it can be taken back."""

    hold_id: str | None = None
    need_id: str | None = None
    service_at_location_id: str | None = None
    undo_seconds: int = 0


def send(hub: Hub, subject: Subject, asked: ReferralAsked, *, key: IdempotencyKey | None = None) -> Referral:
    """Sends a referral. Raises Conflict `sharing-basis-missing`, Invalid where it names neither hold nor need."""
    now = hub.clock.now()
    earlier = made_earlier(hub, key)
    if earlier:
        return hub.graph.read(lambda tx: get_referral(tx, subject.scope, earlier, now=now))
    referral = hub.graph.read(lambda tx: _new_referral(tx, subject, asked, now))
    return hub.graph.write(subject.actor(now), lambda tx: send_referral(tx, subject.scope, referral, key=key))


def read(hub: Hub, subject: Subject, referral_id: str) -> Referral:
    """The referral; reading it on the receiving side marks it as received."""
    now = hub.clock.now()
    seen = hub.graph.read(lambda tx: get_referral(tx, subject.scope, referral_id, now=now))
    if seen.status is not ReferralStatus.REQUESTED or not subject.scope.includes(seen.provider_id):
        return seen
    return hub.graph.write(subject.actor(now), lambda tx: receive_referral(tx, subject.scope, referral_id))


def accept(hub: Hub, subject: Subject, referral_id: str, *, key: IdempotencyKey | None = None) -> Referral:
    """Accepts and reserves. Where nothing fits, NoPlacesLeft, and the referral stays received."""
    if made_earlier(hub, key) is None:
        read(hub, subject, referral_id)

    def do(tx: Writing) -> Referral:
        referral = get_referral(tx, subject.scope, referral_id, now=tx.actor.at)
        return accept_referral(tx, subject.scope, referral_id, _acceptance(tx, referral))

    return _decide(hub, subject, referral_id, do, key)


def decline(
    hub: Hub, subject: Subject, referral_id: str, reason: str, note: str | None, *, key: IdempotencyKey | None = None
) -> Referral:
    require_code(DECLINE_REASONS, reason, "reason")
    require_note(DECLINE_REASONS, reason, note)

    def do(tx: Writing) -> Referral:
        return decline_referral(tx, subject.scope, referral_id, reason=reason, note=note)

    return _decide(hub, subject, referral_id, do, key)


def withdraw(
    hub: Hub, subject: Subject, referral_id: str, reason: str, note: str | None, *, key: IdempotencyKey | None = None
) -> Referral:
    require_code(WITHDRAW_REASONS, reason, "reason")
    require_note(WITHDRAW_REASONS, reason, note)

    def do(tx: Writing) -> Referral:
        return withdraw_referral(tx, subject.scope, referral_id, reason=reason, note=note)

    return _decide(hub, subject, referral_id, do, key)


def _decide(
    hub: Hub, subject: Subject, referral_id: str, do: Callable[[Writing], Referral], key: IdempotencyKey | None
) -> Referral:
    """Takes a decision once per key; a repeat is answered with the referral as it now is."""
    now = hub.clock.now()

    def write(tx: Writing) -> Referral:
        return once(
            tx,
            key,
            referral_id,
            do=lambda: do(tx),
            again=lambda: get_referral(tx, subject.scope, referral_id, now=now),
        )

    return hub.graph.write(subject.actor(now), write)


def asks(subject: Subject, referral: Referral) -> bool:
    """Whether this reader is on the asking side: only that side is shown the next candidate."""
    return subject.may(Permission.SEND_REFERRAL) and subject.scope.includes(referral.asker_id)


def _new_referral(tx: Reading, subject: Subject, asked: ReferralAsked, now: datetime) -> Referral:
    if not 0 <= asked.undo_seconds <= LONGEST_UNDO:
        raise Invalid("undo_seconds", "undo-too-long", {"most": LONGEST_UNDO})
    hold = _hold(tx, subject, asked)
    need = get_need(tx, subject.scope, hold.need_id if hold else asked.need_id or "")
    service = get_service(tx, hold.service_at_location_id if hold else asked.service_at_location_id or "")
    assert subject.organization_id is not None
    visible_at = now + timedelta(seconds=asked.undo_seconds)
    return Referral(
        id=ReferralId(new_id()),
        status=ReferralStatus.REQUESTED,
        need_id=need.id,
        case_id=need.case_id,
        service_at_location_id=service.id,
        asker_id=hold.asker_id if hold else subject.organization_id,
        provider_id=service.organization_id,
        sent_by=subject.account_id,
        sent_at=now,
        visible_at=visible_at,
        answer_by=visible_at + timedelta(minutes=service.terms.answer_minutes),
        hold_id=hold.id if hold else None,
    )


def _hold(tx: Reading, subject: Subject, asked: ReferralAsked) -> Claim | None:
    if asked.hold_id:
        if asked.need_id or asked.service_at_location_id:
            raise Invalid("hold_id", "hold-or-need")
        return get_claim(tx, subject.scope, asked.hold_id, ClaimKind.HOLD)
    if not asked.need_id:
        raise Invalid("need_id", "hold-or-need")
    if not asked.service_at_location_id:
        raise Invalid("service_at_location_id", "hold-or-need")
    return None


def _acceptance(tx: Writing, referral: Referral) -> Acceptance:
    """What would be claimed where no hold is live: the receiving side has looked, so any unit with room will do."""
    case = get_case(tx, EVERYTHING, referral.case_id, purpose="acceptance")
    need = get_need(tx, EVERYTHING, referral.need_id)
    service: ServiceAtLocation = get_service(tx, referral.service_at_location_id)
    return Acceptance(
        reservation_id=ClaimId(new_id()),
        unit_ids=units_by_fit(case.household, service),
        people=tuple(m.id for m in case.household.members),
        period=lodging_period(need.starts_on, need.nights, service.terms.day_turns_at),
    )
