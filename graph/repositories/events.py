"""Events as they are read: the timeline of a case, and the stream that outside readers follow."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from json import loads

from graph.model.events import Event, EventType
from graph.model.ids import OrganizationId
from graph.model.period import OPEN_END
from graph.records import Row, instant, texts
from graph.scope import VisibleOrganizations
from graph.session import Reading

REREAD = timedelta(seconds=10)
"""A number given before commit can be seen after a later one: each call reads this much again before its mark."""

BEGINNING = datetime(2020, 1, 1, tzinfo=UTC)
MOST_REREAD = 10_000
NOT_FOR_READERS = [str(EventType.PERSONS_READ), str(EventType.SIGNED_IN)]


def list_events_of_case(tx: Reading, scope: VisibleOrganizations, case_id: str) -> list[Event]:
    """The story of a case, oldest first, as far as the reader may see it."""
    rows = tx.rows("MATCH (e:Event {case_id: $case_id}) RETURN properties(e) AS e", case_id=case_id)
    events = [_event(row["e"]) for row in rows]
    seen = [e for e in events if scope.includes(*e.parties)]
    return sorted(seen, key=lambda e: (e.recorded_at, e.step, e.id))


@dataclass(frozen=True, slots=True, order=True)
class EventMark:
    """Where a reader stands in the order of recording. One transaction may record more than a page at one instant."""

    recorded_at: datetime
    step: int = -1
    event_id: str = ""


def mark_of(event: Event) -> EventMark:
    return EventMark(event.recorded_at, event.step, event.id)


def list_events_after(tx: Reading, scope: VisibleOrganizations, *, after: EventMark | None, limit: int) -> list[Event]:
    """Those of the stretch up to `after` once more, then at most `limit` newer ones, in the order of recording.

    The reader drops what it has by event id.
    """
    mark = after or EventMark(BEGINNING)
    return [
        *_recorded(tx, scope, mark, before=True, limit=MOST_REREAD),
        *_recorded(tx, scope, mark, before=False, limit=limit),
    ]


def _recorded(tx: Reading, scope: VisibleOrganizations, mark: EventMark, *, before: bool, limit: int) -> list[Event]:
    rows = tx.rows(
        """
        MATCH (e:Event)
        WHERE e.recorded_at >= $since AND e.recorded_at <= $until AND NOT e.type IN $private
          AND (e.recorded_at < $at OR (e.recorded_at = $at AND (e.step < $step OR (e.step = $step AND e.id <= $id))))
              = $before
          AND ($everything OR any(party IN e.parties WHERE party IN $organizations))
        RETURN properties(e) AS e, e.recorded_at AS recorded_at, e.step AS step, e.id AS id
        ORDER BY recorded_at, step, id LIMIT $limit
        """,
        since=mark.recorded_at - REREAD if before else mark.recorded_at,
        until=mark.recorded_at if before else OPEN_END,
        at=mark.recorded_at,
        step=mark.step,
        id=mark.event_id,
        before=before,
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
