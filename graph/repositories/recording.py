"""Builds events and outbox rows from a write's actor, so that commands say only what happened and to whom."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from graph.model.events import Event, EventType
from graph.model.ids import CaseId, EventId, OrganizationId, OutboxRowId, new_id
from graph.model.outbox import OutboxRow
from graph.session import Writing


def happened(
    tx: Writing,
    what: EventType,
    subject_id: str,
    *,
    parties: Iterable[OrganizationId] = (),
    case_id: CaseId | None = None,
    data: Mapping[str, object] | None = None,
    tell: Iterable[OrganizationId] = (),
    due_at: datetime | None = None,
) -> Event:
    """Records an event; each organization in `tell` gets an outbox row, due at once or at `due_at`."""
    event = Event(
        id=EventId(new_id()),
        type=what,
        subject_id=subject_id,
        recorded_at=tx.actor.at,
        actor_id=tx.actor.account_id,
        actor_organization_id=tx.actor.organization_id,
        parties=tuple(sorted(set(parties))),
        case_id=case_id,
        data=data or {},
    )
    rows = (
        OutboxRow(
            id=OutboxRowId(new_id()),
            event_id=event.id,
            event_type=str(what),
            subject_id=subject_id,
            receiver_id=receiver,
            due_at=due_at or tx.actor.at,
        )
        for receiver in sorted(set(tell))
    )
    tx.record(event, *rows)
    return event
