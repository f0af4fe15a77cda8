"""Events as they are read: the timeline of a case, and the stream that outside readers follow."""

from datetime import UTC, datetime, timedelta
from json import loads

from graph.model.events import Event, EventType
from graph.model.ids import OrganizationId
from graph.records import Row, instant, texts
from graph.scope import VisibleOrganizations
from graph.session import Reading

REREAD = timedelta(seconds=10)
"""A number given before commit can be seen after a later one: each call reads this much again before its mark."""

NOT_FOR_READERS = [str(EventType.PERSONS_READ), str(EventType.SIGNED_IN)]


def list_events_of_case(tx: Reading, scope: VisibleOrganizations, case_id: str) -> list[Event]:
    """The story of a case, oldest first, as far as the reader may see it."""
    rows = tx.rows("MATCH (e:Event {case_id: $case_id}) RETURN properties(e) AS e", case_id=case_id)
    events = [_event(row["e"]) for row in rows]
    seen = [e for e in events if scope.includes(*e.parties)]
    return sorted(seen, key=lambda e: (e.recorded_at, e.step, e.id))


def list_events_after(tx: Reading, scope: VisibleOrganizations, *, after: datetime | None, limit: int) -> list[Event]:
    """Events recorded from shortly before `after` on, oldest first; the reader drops what it has by event id."""
    rows = tx.rows(
        """
        MATCH (e:Event)
        WHERE e.recorded_at >= $since AND NOT e.type IN $private
          AND ($everything OR any(party IN e.parties WHERE party IN $organizations))
        RETURN properties(e) AS e, e.recorded_at AS recorded_at, e.id AS id
        ORDER BY recorded_at, id LIMIT $limit
        """,
        since=(after or datetime(2020, 1, 1, tzinfo=UTC)) - REREAD,
        private=NOT_FOR_READERS,
        everything=scope.everything,
        organizations=sorted(scope.ids),
        limit=limit,
    )
    return [_event(row["e"]) for row in rows]


def get_event(tx: Reading, event_id: str) -> Event | None:
    row = tx.row("MATCH (e:Event {id: $id}) RETURN properties(e) AS e", id=event_id)
    return None if row is None else _event(row["e"])


def _event(row: Row) -> Event:
    return Event(
        id=row["id"],
        type=EventType(row["type"]),
        subject_id=row["subject_id"],
        recorded_at=instant(row["recorded_at"]),
        actor_id=row["actor_id"],
        actor_organization_id=row.get("actor_organization_id"),
        parties=tuple(OrganizationId(p) for p in texts(row["parties"])),
        case_id=row.get("case_id"),
        number=int(row["number"]),
        step=int(row["step"]),
        version=int(row["version"]),
        data=loads(row["data"]),
    )
