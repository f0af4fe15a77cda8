"""What a deliverer asks of the outbox besides its lease: whose turn it is, and whether the lease is still its own."""

from datetime import datetime

from graph.model.ids import OutboxRowId, new_id
from graph.model.outbox import OutboxStatus
from graph.records import instant
from graph.session import Reading, Writing


def find_first_waiting(tx: Reading, receiver_id: str, *, now: datetime) -> OutboxRowId | None:
    """The oldest row of a receiver that is due and not delivered, leased ones too; None where there is none."""
    waiting = [
        (instant(row["due_at"]), str(row["id"]))
        for status in (OutboxStatus.DUE, OutboxStatus.LEASED)
        for row in tx.rows(
            """
            MATCH (o:OutboxRow {status: $status})
            WHERE o.receiver_id = $receiver_id AND o.due_at <= $now
            RETURN o.id AS id, o.due_at AS due_at
            ORDER BY due_at, id LIMIT 1
            """,
            status=str(status),
            receiver_id=receiver_id,
            now=now,
        )
    ]
    return OutboxRowId(min(waiting)[1]) if waiting else None


def still_leased(tx: Writing, row_id: str, *, attempt: int) -> bool:
    """Locks the row; whether it is leased by this very attempt, and not by a later one or over."""
    row = tx.row(
        """
        MATCH (o:OutboxRow {id: $id}) SET o.guard = $token
        RETURN o.status AS status, o.attempts AS attempts
        """,
        id=row_id,
        token=new_id(),
    )
    return row is not None and row["status"] == OutboxStatus.LEASED and row["attempts"] == attempt
