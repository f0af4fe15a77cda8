"""Alerts: what the bell shows to an organization. Ids and codes only; the thing itself is looked up when it is read."""

from dataclasses import dataclass
from datetime import datetime

from graph.model.ids import OrganizationId
from graph.model.outbox import OutboxRow
from graph.records import instant, instant_or_none
from graph.scope import VisibleOrganizations
from graph.session import Reading, Writing


@dataclass(frozen=True, slots=True)
class Alert:
    id: str
    organization_id: OrganizationId
    event_type: str
    subject_id: str
    raised_at: datetime
    read_at: datetime | None


def raise_alert(tx: Writing, row: OutboxRow) -> None:
    """Makes one alert per event and receiver, however often the row is delivered."""
    tx.rows(
        """
        MERGE (a:Alert {id: $id})
        ON CREATE SET a.organization_id = $organization, a.event_type = $event_type, a.subject_id = $subject,
                      a.raised_at = $now
        RETURN a.id AS id
        """,
        id=f"{row.event_id} {row.receiver_id}",
        organization=row.receiver_id,
        event_type=row.event_type,
        subject=row.subject_id,
        now=tx.actor.at,
    )


def list_alerts(tx: Reading, scope: VisibleOrganizations, *, limit: int) -> list[Alert]:
    """Newest first."""
    rows = tx.rows(
        """
        MATCH (a:Alert)
        WHERE $everything OR a.organization_id IN $organizations
        RETURN a.id AS id, a.organization_id AS organization_id, a.event_type AS event_type,
               a.subject_id AS subject_id, a.raised_at AS raised_at, a.read_at AS read_at
        ORDER BY raised_at DESC LIMIT $limit
        """,
        everything=scope.everything,
        organizations=sorted(scope.ids),
        limit=limit,
    )
    return [
        Alert(
            id=row["id"],
            organization_id=row["organization_id"],
            event_type=row["event_type"],
            subject_id=row["subject_id"],
            raised_at=instant(row["raised_at"]),
            read_at=instant_or_none(row["read_at"]),
        )
        for row in rows
    ]


def count_unread_alerts(tx: Reading, scope: VisibleOrganizations) -> int:
    row = tx.row(
        """
        MATCH (a:Alert)
        WHERE a.read_at IS NULL AND ($everything OR a.organization_id IN $organizations)
        RETURN count(a) AS unread
        """,
        everything=scope.everything,
        organizations=sorted(scope.ids),
    )
    return 0 if row is None else int(row["unread"])


def mark_alerts_read(tx: Writing, scope: VisibleOrganizations) -> None:
    tx.rows(
        """
        MATCH (a:Alert)
        WHERE a.read_at IS NULL AND ($everything OR a.organization_id IN $organizations)
        SET a.read_at = $now
        RETURN count(a) AS read
        """,
        everything=scope.everything,
        organizations=sorted(scope.ids),
        now=tx.actor.at,
    )
