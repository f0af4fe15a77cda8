"""Referrals as they are stored and read. Decisions about them stand in `referral_decisions`."""

from datetime import datetime

from graph.model.errors import NotThere
from graph.model.ids import ReferralId, new_id
from graph.model.period import OPEN_END
from graph.model.referral import AWAITING, Referral, ReferralStatus
from graph.records import Row, instant, instant_or_none
from graph.scope import VisibleOrganizations
from graph.session import Reading, Writing


def get_referral(tx: Reading, scope: VisibleOrganizations, referral_id: str, *, now: datetime) -> Referral:
    """Raises NotThere to strangers, and to the receiver until the sender's time to undo is over."""
    referral = find_referral(tx, referral_id)
    if referral is None or not may_see(referral, scope, now):
        raise NotThere("referral")
    return referral


def may_see(referral: Referral, scope: VisibleOrganizations, now: datetime) -> bool:
    shown_to_receiver = referral.visible_at <= now and not referral.undone
    return scope.includes(referral.asker_id) or (shown_to_receiver and scope.includes(referral.provider_id))


def find_referral(tx: Reading, referral_id: str) -> Referral | None:
    row = tx.row("MATCH (r:Referral {id: $id}) RETURN properties(r) AS r", id=referral_id)
    return None if row is None else _referral(row["r"])


def list_referrals_of_case(tx: Reading, case_id: str) -> list[Referral]:
    """Oldest first; the caller has read the case."""
    rows = tx.rows("MATCH (r:Referral {case_id: $case_id}) RETURN properties(r) AS r", case_id=case_id)
    return sorted((_referral(row["r"]) for row in rows), key=lambda r: (r.sent_at, r.id))


def list_referrals_to(tx: Reading, scope: VisibleOrganizations, *, awaiting_only: bool, limit: int) -> list[Referral]:
    """Referrals sent to the organizations in scope, those due first; visibility by time is the caller's to test."""
    rows = tx.rows(
        """
        MATCH (r:Referral)
        WHERE ($everything OR r.provider_id IN $organizations) AND (NOT $awaiting_only OR r.status IN $awaiting)
          AND NOT (r.status = 'withdrawn' AND r.decided_at < r.visible_at)
        RETURN properties(r) AS r, r.answer_by AS answer_by
        ORDER BY answer_by DESC LIMIT $limit
        """,
        everything=scope.everything,
        organizations=sorted(scope.ids),
        awaiting_only=awaiting_only,
        awaiting=[str(s) for s in AWAITING],
        limit=limit,
    )
    return sorted((_referral(row["r"]) for row in rows), key=lambda r: (r.answer_by, r.id))


def list_referrals_from(tx: Reading, scope: VisibleOrganizations, *, limit: int) -> list[Referral]:
    """Referrals sent by the organizations in scope, newest first."""
    rows = tx.rows(
        """
        MATCH (r:Referral)
        WHERE $everything OR r.asker_id IN $organizations
        RETURN properties(r) AS r, r.sent_at AS sent_at
        ORDER BY sent_at DESC LIMIT $limit
        """,
        everything=scope.everything,
        organizations=sorted(scope.ids),
        limit=limit,
    )
    return [_referral(row["r"]) for row in rows]


def list_referrals_page(
    tx: Reading,
    scope: VisibleOrganizations,
    *,
    receiving: bool,
    awaiting_only: bool,
    now: datetime,
    limit: int,
    after: tuple[datetime, str] | None = None,
) -> list[Referral]:
    """Received (as far as the sender can no longer undo) or sent by the organizations in scope, the newest first.

    `after`: instant of sending and id of the last referral of the page before.
    """
    sent_at, after_id = after or (OPEN_END, "")
    rows = tx.rows(
        """
        MATCH (r:Referral)
        WHERE ($everything OR CASE WHEN $receiving THEN r.provider_id ELSE r.asker_id END IN $organizations)
          AND (NOT $receiving OR (r.visible_at <= $now
               AND NOT (r.status = 'withdrawn' AND r.decided_at < r.visible_at)))
          AND (NOT $awaiting_only OR (r.status IN $awaiting AND r.answer_by > $now))
          AND (r.sent_at < $sent_at OR (r.sent_at = $sent_at AND r.id > $after_id))
        RETURN properties(r) AS r, r.sent_at AS sent_at, r.id AS id
        ORDER BY sent_at DESC, id LIMIT $limit
        """,
        everything=scope.everything,
        organizations=sorted(scope.ids),
        receiving=receiving,
        now=now,
        awaiting_only=awaiting_only,
        awaiting=[str(s) for s in AWAITING],
        sent_at=sent_at,
        after_id=after_id,
        limit=limit,
    )
    return [_referral(row["r"]) for row in rows]


def list_unanswered_ids(tx: Writing, limit: int) -> list[ReferralId]:
    """Referrals whose time to answer is over and that nobody has tidied yet."""
    rows = tx.rows(
        """
        MATCH (r:Referral)
        WHERE r.answer_by <= $now AND r.status IN $awaiting
        RETURN r.id AS id LIMIT $limit
        """,
        now=tx.actor.at,
        awaiting=[str(s) for s in AWAITING],
        limit=limit,
    )
    return [ReferralId(row["id"]) for row in rows]


def lock_referral(tx: Writing, referral_id: str) -> Referral:
    """The referral, locked against every other write about it."""
    row = tx.row(
        "MATCH (r:Referral {id: $id}) SET r.guard = $token RETURN properties(r) AS r",
        id=referral_id,
        token=new_id(),
    )
    if row is None:
        raise NotThere("referral")
    return _referral(row["r"])


def create_referral(tx: Writing, referral: Referral) -> None:
    tx.rows(
        """
        MATCH (n:Need {id: $need_id}), (s:ServiceAtLocation {id: $service_at_location_id})
        CREATE (r:Referral {id: $id})-[:FOR_NEED]->(n)
        CREATE (r)-[:TO]->(s)
        SET r += $values
        RETURN r.id AS id
        """,
        id=referral.id,
        need_id=referral.need_id,
        service_at_location_id=referral.service_at_location_id,
        values=_values(referral),
    )


def store_referral(tx: Writing, referral: Referral) -> None:
    tx.rows("MATCH (r:Referral {id: $id}) SET r += $values RETURN r.id AS id", id=referral.id, values=_values(referral))


def _values(referral: Referral) -> dict[str, object]:
    return {
        "status": str(referral.status),
        "need_id": referral.need_id,
        "case_id": referral.case_id,
        "service_at_location_id": referral.service_at_location_id,
        "asker_id": referral.asker_id,
        "provider_id": referral.provider_id,
        "sent_by": referral.sent_by,
        "sent_at": referral.sent_at,
        "visible_at": referral.visible_at,
        "answer_by": referral.answer_by,
        "hold_id": referral.hold_id,
        "reservation_id": referral.reservation_id,
        "received_at": referral.received_at,
        "decided_at": referral.decided_at,
        "reason": referral.reason,
        "note": referral.note,
    }


def _referral(row: Row) -> Referral:
    return Referral(
        id=row["id"],
        status=ReferralStatus(row["status"]),
        need_id=row["need_id"],
        case_id=row["case_id"],
        service_at_location_id=row["service_at_location_id"],
        asker_id=row["asker_id"],
        provider_id=row["provider_id"],
        sent_by=row["sent_by"],
        sent_at=instant(row["sent_at"]),
        visible_at=instant(row["visible_at"]),
        answer_by=instant(row["answer_by"]),
        hold_id=row.get("hold_id"),
        reservation_id=row.get("reservation_id"),
        received_at=instant_or_none(row.get("received_at")),
        decided_at=instant_or_none(row.get("decided_at")),
        reason=row.get("reason"),
        note=row.get("note"),
    )
