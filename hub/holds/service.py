"""Holds: one place kept for one need while people decide."""

from dataclasses import dataclass

from graph.model.claims import Claim, ClaimKind
from graph.model.errors import Invalid, NoPlacesLeft
from graph.model.idempotency import IdempotencyKey
from graph.model.ids import ClaimId, new_id
from graph.model.lists.extension_reasons import EXTENSION_REASONS
from graph.model.lists.override_reasons import OVERRIDE_REASONS
from graph.model.lists.release_reasons import RELEASE_REASONS
from graph.model.service import Terms
from graph.repositories.claims import get_claim
from graph.repositories.directory import get_service
from graph.repositories.holds import HoldRequest, extend_hold, lose_hold, place_hold, release_hold
from graph.repositories.idempotency import once
from graph.session import Reading, Writing
from hub.api.idempotency import made_earlier
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.lists import require_code, require_note
from hub.matches.fitting import Fitting, fitting_units


@dataclass(frozen=True, slots=True)
class HoldAsked:
    """`minutes` within the service's limits, its usual length where None; `note` on the reason for a second hold."""

    need_id: str
    service_at_location_id: str
    minutes: int | None = None
    second_hold_reason: str | None = None
    note: str | None = None


def hold(hub: Hub, subject: Subject, asked: HoldAsked, *, key: IdempotencyKey | None = None) -> Claim:
    """Places a hold on the best suitable unit that still has room.

    Raises NoPlacesLeft (the try is kept on the timeline), Conflict `not-suitable`, `need-already-held`.
    """
    earlier = made_earlier(hub, key)
    if earlier:
        return hub.graph.read(lambda tx: get_claim(tx, subject.scope, earlier, ClaimKind.HOLD))
    fitting = fitting_units(hub, subject, asked.need_id, asked.service_at_location_id)
    now = hub.clock.now()
    ask = _request(fitting, asked)
    try:
        return hub.graph.write(subject.actor(now), lambda tx: place_hold(tx, subject.scope, ask, key=key))
    except NoPlacesLeft:
        hub.graph.write(subject.actor(now), lambda tx: lose_hold(tx, ask))
        raise


def extend(
    hub: Hub, subject: Subject, hold_id: str, reason: str, note: str | None, *, key: IdempotencyKey | None = None
) -> Claim:
    """Once, by the service's usual length. Raises Conflict `hold-already-extended`."""
    require_code(EXTENSION_REASONS, reason, "reason")
    require_note(EXTENSION_REASONS, reason, note)
    minutes = hub.graph.read(lambda tx: _terms_of(tx, subject, hold_id)).hold_minutes

    def write(tx: Writing) -> Claim:
        return once(
            tx,
            key,
            hold_id,
            do=lambda: extend_hold(tx, subject.scope, hold_id, minutes=minutes, reason=reason),
            again=lambda: get_claim(tx, subject.scope, hold_id, ClaimKind.HOLD),
        )

    return hub.graph.write(subject.actor(hub.clock.now()), write)


def release(
    hub: Hub, subject: Subject, hold_id: str, reason: str, note: str | None, *, key: IdempotencyKey | None = None
) -> Claim:
    require_code(RELEASE_REASONS, reason, "reason")
    require_note(RELEASE_REASONS, reason, note)

    def write(tx: Writing) -> Claim:
        return once(
            tx,
            key,
            hold_id,
            do=lambda: release_hold(tx, subject.scope, hold_id, reason=reason, note=note),
            again=lambda: get_claim(tx, subject.scope, hold_id, ClaimKind.HOLD),
        )

    return hub.graph.write(subject.actor(hub.clock.now()), write)


def checked_minutes(terms: Terms, minutes: int | None) -> int:
    """Raises Invalid `minutes-out-of-limits` with the service's limits."""
    if minutes is None:
        return terms.hold_minutes
    if not terms.hold_least_minutes <= minutes <= terms.hold_most_minutes:
        limits = {"least": terms.hold_least_minutes, "most": terms.hold_most_minutes}
        raise Invalid("minutes", "minutes-out-of-limits", limits)
    return minutes


def _request(fitting: Fitting, asked: HoldAsked) -> HoldRequest:
    if asked.second_hold_reason:
        require_code(OVERRIDE_REASONS, asked.second_hold_reason, "second_hold_reason")
        require_note(OVERRIDE_REASONS, asked.second_hold_reason, asked.note)
    return HoldRequest(
        id=ClaimId(new_id()),
        need_id=fitting.need.id,
        case_id=fitting.need.case_id,
        service_at_location_id=fitting.service.id,
        asker_id=fitting.case.organization_id,
        provider_id=fitting.service.organization_id,
        unit_ids=fitting.unit_ids,
        people=tuple(m.id for m in fitting.case.household.members),
        period=fitting.period,
        minutes=checked_minutes(fitting.service.terms, asked.minutes),
        second_hold_reason=asked.second_hold_reason,
        note=asked.note,
    )


def _terms_of(tx: Reading, subject: Subject, hold_id: str) -> Terms:
    claim = get_claim(tx, subject.scope, hold_id, ClaimKind.HOLD)
    return get_service(tx, claim.service_at_location_id).terms
