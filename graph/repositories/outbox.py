"""Outbox rows: leased, delivered in order per receiver, at least once; the receiver drops repeats by event id."""

from datetime import datetime, timedelta

from graph.model.ids import OrganizationId, OutboxRowId, new_id
from graph.model.outbox import OutboxRow, OutboxStatus
from graph.records import Row, instant
from graph.session import Reading, Writing

LEASE = timedelta(seconds=60)
MOST_ATTEMPTS = 8


def list_due_rows(tx: Reading, *, now: datetime, limit: int) -> list[OutboxRow]:
    """Rows to deliver now, the oldest first: due ones, and leased ones whose lease has run out."""
    rows = tx.rows(
        """
        MATCH (o:OutboxRow)
        WHERE (o.status = 'due' AND o.due_at <= $now) OR (o.status = 'leased' AND o.leased_until <= $now)
        RETURN properties(o) AS o, o.due_at AS due_at
        ORDER BY due_at LIMIT $limit
        """,
        now=now,
        limit=limit,
    )
    return [_row(row["o"]) for row in rows]


def lease_row(tx: Writing, row_id: str) -> OutboxRow | None:
    """Takes one row for delivery. None where another worker has it, or it is done or withdrawn."""
    row = tx.row(
        "MATCH (o:OutboxRow {id: $id}) SET o.guard = $token RETURN properties(o) AS o, o.leased_until AS leased_until",
        id=row_id,
        token=new_id(),
    )
    if row is None:
        return None
    found = _row(row["o"])
    free = found.status is OutboxStatus.DUE or (
        found.status is OutboxStatus.LEASED and instant(row["leased_until"]) <= tx.actor.at
    )
    if not free or found.due_at > tx.actor.at:
        return None
    _set(tx, row_id, OutboxStatus.LEASED, found.attempts + 1, tx.actor.at + LEASE)
    return found


def finish_row(tx: Writing, row_id: str, status: OutboxStatus) -> None:
    """Ends a leased row in a named state: delivered, gave up, or due again."""
    row = tx.row("MATCH (o:OutboxRow {id: $id}) RETURN o.attempts AS attempts", id=row_id)
    if row is not None:
        _set(tx, row_id, status, int(row["attempts"]), None)


def withdraw_rows_about(tx: Writing, subject_id: str) -> None:
    """Withdraws what has not left yet: within the ten seconds to undo nobody has been told."""
    tx.rows(
        """
        MATCH (o:OutboxRow {subject_id: $subject_id})
        WHERE o.status = 'due'
        SET o.status = 'withdrawn'
        RETURN count(o) AS withdrawn
        """,
        subject_id=subject_id,
    )


def _set(tx: Writing, row_id: str, status: OutboxStatus, attempts: int, leased_until: datetime | None) -> None:
    tx.rows(
        """
        MATCH (o:OutboxRow {id: $id})
        SET o.status = $status, o.attempts = $attempts, o.leased_until = $leased_until
        RETURN o.id AS id
        """,
        id=row_id,
        status=str(status),
        attempts=attempts,
        leased_until=leased_until,
    )


def _row(row: Row) -> OutboxRow:
    return OutboxRow(
        id=OutboxRowId(row["id"]),
        event_id=row["event_id"],
        event_type=row["event_type"],
        subject_id=row["subject_id"],
        receiver_id=OrganizationId(row["receiver_id"]),
        due_at=instant(row["due_at"]),
        status=OutboxStatus(row["status"]),
        attempts=int(row["attempts"]),
    )
