"""Appends events and outbox rows inside a write. Numbers run within one stream: no counter that all writes share."""

from collections import Counter
from collections.abc import Callable, Sequence
from json import dumps
from typing import Any

from graph.model.events import Event
from graph.model.outbox import OutboxRow


def append(run: Callable[..., list[Any]], events: Sequence[Event], rows: Sequence[OutboxRow]) -> None:
    """Stores events, numbered in the order of recording within what they are about, then the rows that tell of them."""
    if events:
        _append_events(run, events)
    if rows:
        run(
            """
            UNWIND $rows AS row
            CREATE (o:OutboxRow {id: row.id})
            SET o += row
            RETURN count(o) AS made
            """,
            rows=[_outbox_values(row) for row in rows],
        )


def _append_events(run: Callable[..., list[Any]], events: Sequence[Event]) -> None:
    counts = Counter(event.subject_id for event in events)
    lasts = run(
        """
        UNWIND $streams AS stream
        MERGE (s:EventStream {id: stream.id})
        SET s.last = coalesce(s.last, 0) + stream.events
        RETURN s.id AS subject, s.last AS last
        """,
        streams=[{"id": subject, "events": counts[subject]} for subject in sorted(counts)],
    )
    next_number = {row["subject"]: int(row["last"]) - counts[row["subject"]] for row in lasts}
    values: list[dict[str, object]] = []
    for step, event in enumerate(events):
        next_number[event.subject_id] += 1
        values.append(_event_values(event, next_number[event.subject_id], step))
    run(
        """
        UNWIND $events AS row
        CREATE (e:Event {id: row.id})
        SET e += row
        RETURN count(e) AS made
        """,
        events=values,
    )


def _event_values(event: Event, number: int, step: int) -> dict[str, object]:
    return {
        "id": event.id,
        "type": str(event.type),
        "subject_id": event.subject_id,
        "number": number,
        "step": step,
        "version": event.version,
        "recorded_at": event.recorded_at,
        "actor_id": event.actor_id,
        "actor_organization_id": event.actor_organization_id,
        "parties": list(event.parties),
        "case_id": event.case_id,
        "data": dumps(dict(event.data), ensure_ascii=False, sort_keys=True),
    }


def _outbox_values(row: OutboxRow) -> dict[str, object]:
    return {
        "id": row.id,
        "event_id": row.event_id,
        "event_type": row.event_type,
        "subject_id": row.subject_id,
        "receiver_id": row.receiver_id,
        "due_at": row.due_at,
        "status": str(row.status),
        "attempts": row.attempts,
    }
