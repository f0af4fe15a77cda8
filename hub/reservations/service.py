"""Reservations end at the door: they arrive, they do not, or somebody cancels."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from graph.model.claims import Claim, ClaimKind
from graph.model.errors import Invalid
from graph.model.idempotency import IdempotencyKey
from graph.model.ids import ClaimId, PersonId, new_id
from graph.model.lists.cancel_reasons import CANCEL_REASONS
from graph.model.lists.non_arrival_reasons import NON_ARRIVAL_REASONS
from graph.repositories.arrivals import Arrival, find_placement_of, record_arrival
from graph.repositories.claims import get_claim
from graph.repositories.idempotency import once
from graph.repositories.reservations import cancel_reservation, record_non_arrival
from graph.session import Writing
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.lists import require_code, require_note

SKEW = timedelta(minutes=5)
LONGEST_BACK = timedelta(days=30)


def arrive(
    hub: Hub,
    subject: Subject,
    reservation_id: str,
    at: datetime | None,
    person_ids: Sequence[str] = (),
    *,
    key: IdempotencyKey | None = None,
) -> Claim:
    """Records who came and when (all who were expected, now, where left out) and returns the placement."""
    now = hub.clock.now()

    def do(tx: Writing) -> Claim:
        when = checked_instant(at, now) if at else _earlier(tx, subject, reservation_id) or now
        arrival = Arrival(ClaimId(new_id()), when, tuple(PersonId(p) for p in person_ids))
        return record_arrival(tx, subject.scope, reservation_id, arrival)

    return _change(hub, subject, reservation_id, do, lambda tx: _recorded_arrival(tx, subject, reservation_id), key=key)


def did_not_come(
    hub: Hub,
    subject: Subject,
    reservation_id: str,
    reason: str,
    note: str | None,
    *,
    at: datetime | None = None,
    key: IdempotencyKey | None = None,
) -> Claim:
    """`at`, where given, has to be an instant that a non-arrival can have; the place is free from now on."""
    require_code(NON_ARRIVAL_REASONS, reason, "reason")
    require_note(NON_ARRIVAL_REASONS, reason, note)
    _check(at, hub.clock.now())

    def do(tx: Writing) -> Claim:
        return record_non_arrival(tx, subject.scope, reservation_id, reason=reason, note=note)

    return _change(hub, subject, reservation_id, do, lambda tx: _reservation(tx, subject, reservation_id), key=key)


def cancel(
    hub: Hub,
    subject: Subject,
    reservation_id: str,
    reason: str,
    note: str | None,
    *,
    at: datetime | None = None,
    key: IdempotencyKey | None = None,
) -> Claim:
    """`at` as for a non-arrival."""
    require_code(CANCEL_REASONS, reason, "reason")
    require_note(CANCEL_REASONS, reason, note)
    _check(at, hub.clock.now())

    def do(tx: Writing) -> Claim:
        return cancel_reservation(tx, subject.scope, reservation_id, reason=reason, note=note)

    return _change(hub, subject, reservation_id, do, lambda tx: _reservation(tx, subject, reservation_id), key=key)


Step = Callable[[Writing], Claim]


def _change(
    hub: Hub, subject: Subject, reservation_id: str, do: Step, again: Step, *, key: IdempotencyKey | None
) -> Claim:
    """Takes a step once per key; a repeat is answered from what was recorded."""

    def write(tx: Writing) -> Claim:
        return once(tx, key, reservation_id, do=lambda: do(tx), again=lambda: again(tx))

    return hub.graph.write(subject.actor(hub.clock.now()), write)


def _check(at: datetime | None, now: datetime) -> None:
    if at is not None:
        checked_instant(at, now)


def checked_instant(at: datetime, now: datetime) -> datetime:
    """Raises Invalid for an instant ahead of the clock, or a month back."""
    if at > now + SKEW:
        raise Invalid("at", "instant-in-the-future")
    if at < now - LONGEST_BACK:
        raise Invalid("at", "instant-too-old")
    return at


def _reservation(tx: Writing, subject: Subject, reservation_id: str) -> Claim:
    return get_claim(tx, subject.scope, reservation_id, ClaimKind.RESERVATION)


def _recorded_arrival(tx: Writing, subject: Subject, reservation_id: str) -> Claim:
    reservation = _reservation(tx, subject, reservation_id)
    return find_placement_of(tx, reservation) or reservation


def _earlier(tx: Writing, subject: Subject, reservation_id: str) -> datetime | None:
    """Said again without an hour, an arrival means the one that was recorded."""
    placement = find_placement_of(tx, _reservation(tx, subject, reservation_id))
    return placement.period.starts if placement else None
