"""Reservations end at the door: they arrive, they do not, or somebody cancels."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from graph.model.claims import Claim, ClaimKind
from graph.model.errors import Invalid
from graph.model.ids import ClaimId, PersonId, new_id
from graph.model.lists.cancel_reasons import CANCEL_REASONS
from graph.model.lists.non_arrival_reasons import NON_ARRIVAL_REASONS
from graph.repositories.arrivals import Arrival, find_placement_of, record_arrival
from graph.repositories.claims import get_claim
from graph.repositories.reservations import cancel_reservation, record_non_arrival
from graph.session import Writing
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.lists import require_code, require_note

SKEW = timedelta(minutes=5)
LONGEST_BACK = timedelta(days=30)


def arrive(
    hub: Hub, subject: Subject, reservation_id: str, at: datetime | None, person_ids: Sequence[str] = ()
) -> Claim:
    """Records who came and when (all who were expected, now, where left out) and returns the placement."""
    now = hub.clock.now()

    def write(tx: Writing) -> Claim:
        when = checked_instant(at, now) if at else _earlier(tx, subject, reservation_id) or now
        arrival = Arrival(ClaimId(new_id()), when, tuple(PersonId(p) for p in person_ids))
        return record_arrival(tx, subject.scope, reservation_id, arrival)

    return hub.graph.write(subject.actor(now), write)


def did_not_come(hub: Hub, subject: Subject, reservation_id: str, reason: str, note: str | None) -> Claim:
    require_code(NON_ARRIVAL_REASONS, reason, "reason")
    require_note(NON_ARRIVAL_REASONS, reason, note)
    return hub.graph.write(
        subject.actor(hub.clock.now()),
        lambda tx: record_non_arrival(tx, subject.scope, reservation_id, reason=reason, note=note),
    )


def cancel(hub: Hub, subject: Subject, reservation_id: str, reason: str, note: str | None) -> Claim:
    require_code(CANCEL_REASONS, reason, "reason")
    require_note(CANCEL_REASONS, reason, note)
    return hub.graph.write(
        subject.actor(hub.clock.now()),
        lambda tx: cancel_reservation(tx, subject.scope, reservation_id, reason=reason, note=note),
    )


def checked_instant(at: datetime, now: datetime) -> datetime:
    """Raises Invalid for an instant ahead of the clock, or a month back."""
    if at > now + SKEW:
        raise Invalid("at", "instant-in-the-future")
    if at < now - LONGEST_BACK:
        raise Invalid("at", "instant-too-old")
    return at


def _earlier(tx: Writing, subject: Subject, reservation_id: str) -> datetime | None:
    """Said again without an hour, an arrival means the one that was recorded."""
    reservation = get_claim(tx, subject.scope, reservation_id, ClaimKind.RESERVATION)
    placement = find_placement_of(tx, reservation)
    return placement.period.starts if placement else None
