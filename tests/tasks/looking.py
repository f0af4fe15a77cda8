"""What a test looks at: messages on the queues, events, outbox rows, alerts."""

import json
from base64 import b64decode
from dataclasses import dataclass
from datetime import datetime

from graph.model.events import EventType
from graph.model.ids import OrganizationId
from graph.repositories.alerts import list_alerts
from graph.repositories.outbox import list_due_rows
from graph.scope import VisibleOrganizations
from hub.bootstrap import Hub
from hub.tasks.outbox import deliver_row
from hub.tasks.queues import Queue


@dataclass(frozen=True)
class Message:
    task: str
    ids: tuple[str, ...]
    not_before: datetime | None


def messages(hub: Hub, queue: Queue) -> list[Message]:
    """What waits on a queue, the oldest first."""
    return [_message(json.loads(raw)) for raw in reversed(hub.redis.lrange(str(queue), 0, -1))]  # type: ignore[arg-type]


def sent(hub: Hub, queue: Queue) -> list[tuple[str, ...]]:
    """Task and ids of what waits on a queue; empties it."""
    found = [(message.task, *message.ids) for message in messages(hub, queue)]
    hub.redis.delete(str(queue))
    return found


def events_of(hub: Hub, subject_id: str) -> list[tuple[str, int]]:
    """Type and step of all events of a subject, in their order: steps count within one transaction."""
    rows = hub.graph.run_alone(
        "MATCH (e:Event {subject_id: $id}) RETURN e.type AS type, e.step AS step, e.number AS number", id=subject_id
    )
    return [(row["type"], row["step"]) for row in sorted(rows, key=lambda row: row["number"])]


def count_events(hub: Hub, subject_id: str, what: EventType) -> int:
    return sum(type_ == what for type_, _ in events_of(hub, subject_id))


def alerts_of(hub: Hub, organization_id: OrganizationId | None) -> list[str]:
    """The types of all alerts of an organization."""
    assert organization_id is not None
    scope = VisibleOrganizations(frozenset({organization_id}))
    return sorted(alert.event_type for alert in hub.graph.read(lambda tx: list_alerts(tx, scope, limit=100)))


def status_of_row(hub: Hub, row_id: str) -> str:
    rows = hub.graph.run_alone("MATCH (o:OutboxRow {id: $id}) RETURN o.status AS status", id=row_id)
    return rows[0]["status"]


def deliver_all_due(hub: Hub) -> None:
    """Works off the outbox by hand, as the sweep and a worker would together."""
    now = hub.clock.now()
    while due := hub.graph.read(lambda tx: list_due_rows(tx, now=now, limit=100)):
        for row in due:
            deliver_row(hub, row.id)


def _message(raw: dict[str, object]) -> Message:
    ids, _, _ = json.loads(b64decode(str(raw["body"])))
    headers = raw["headers"]
    assert isinstance(headers, dict)
    eta = headers["eta"]
    return Message(str(headers["task"]), tuple(ids), datetime.fromisoformat(eta) if eta else None)
