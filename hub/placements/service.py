"""Placements: people leave, stay longer, or move to another room."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from graph.model.claims import Claim, ClaimKind, ClaimStatus
from graph.model.errors import Invalid
from graph.model.idempotency import IdempotencyKey
from graph.model.ids import CapacityUnitId, PersonId
from graph.model.lists.departure_reasons import DEPARTURE_REASONS
from graph.model.lists.extension_reasons import EXTENSION_REASONS
from graph.model.lists.moved_on_to import MOVED_ON_TO
from graph.repositories.claims import get_claim
from graph.repositories.idempotency import once
from graph.repositories.placements import Departure, extend_placement, record_departure, transfer_placement
from graph.session import Writing
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.lists import require_code, require_note
from hub.reservations.service import checked_instant

LONGEST_EXTENSION = timedelta(days=730)


@dataclass(frozen=True, slots=True)
class DepartureSaid:
    reason: str
    at: datetime | None = None
    moved_on_to: str | None = None
    note: str | None = None
    person_ids: Sequence[str] = ()


def leave(
    hub: Hub, subject: Subject, placement_id: str, said: DepartureSaid, *, key: IdempotencyKey | None = None
) -> Claim:
    """Records who left, when, why and where to (all, now, where left out)."""
    require_code(DEPARTURE_REASONS, said.reason, "reason")
    require_note(DEPARTURE_REASONS, said.reason, said.note)
    if said.moved_on_to:
        require_code(MOVED_ON_TO, said.moved_on_to, "moved_on_to")
    now = hub.clock.now()

    def do(tx: Writing) -> Claim:
        when = checked_instant(said.at, now) if said.at else _earlier(tx, subject, placement_id) or now
        departure = Departure(
            at=when,
            reason=said.reason,
            moved_on_to=said.moved_on_to,
            note=said.note,
            person_ids=tuple(PersonId(p) for p in said.person_ids),
        )
        return record_departure(tx, subject.scope, placement_id, departure)

    return _change(hub, subject, placement_id, do, key)


def stay_longer(
    hub: Hub,
    subject: Subject,
    placement_id: str,
    until: datetime,
    *,
    reason: str,
    note: str | None,
    key: IdempotencyKey | None = None,
) -> Claim:
    require_code(EXTENSION_REASONS, reason, "reason")
    require_note(EXTENSION_REASONS, reason, note)
    now = hub.clock.now()
    if until > now + LONGEST_EXTENSION:
        raise Invalid("at", "extension-too-long")

    def do(tx: Writing) -> Claim:
        return extend_placement(tx, subject.scope, placement_id, until=until, reason=reason)

    return _change(hub, subject, placement_id, do, key)


def move(
    hub: Hub,
    subject: Subject,
    placement_id: str,
    to_unit: str,
    reason: str,
    *,
    at: datetime | None = None,
    key: IdempotencyKey | None = None,
) -> Claim:
    """Moves a stay to another unit of the same service at location; its places count there from now on.

    `at`, where given, has to be an instant that a move can have.
    """
    if at is not None:
        checked_instant(at, hub.clock.now())

    def do(tx: Writing) -> Claim:
        return transfer_placement(tx, subject.scope, placement_id, to_unit=CapacityUnitId(to_unit), reason=reason)

    return _change(hub, subject, placement_id, do, key)


def _change(
    hub: Hub, subject: Subject, placement_id: str, do: Callable[[Writing], Claim], key: IdempotencyKey | None
) -> Claim:
    """Changes a stay once per key; a repeat is answered with the stay as it now is."""

    def write(tx: Writing) -> Claim:
        return once(
            tx,
            key,
            placement_id,
            do=lambda: do(tx),
            again=lambda: get_claim(tx, subject.scope, placement_id, ClaimKind.PLACEMENT),
        )

    return hub.graph.write(subject.actor(hub.clock.now()), write)


def _earlier(tx: Writing, subject: Subject, placement_id: str) -> datetime | None:
    """Said again without an hour, a departure means the one that was recorded."""
    placement = get_claim(tx, subject.scope, placement_id, ClaimKind.PLACEMENT)
    return placement.ended_at if placement.status is ClaimStatus.DEPARTED else None
