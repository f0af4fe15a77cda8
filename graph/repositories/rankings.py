"""Rankings as they were shown, with their policy and draw, so that each can be given back later."""

from dataclasses import dataclass
from datetime import datetime

from graph.model.errors import NotThere
from graph.model.events import EventType
from graph.model.idempotency import IdempotencyKey
from graph.model.ids import CaseId, NeedId, OrganizationId, RankingId
from graph.records import instant
from graph.repositories.idempotency import made_before
from graph.repositories.recording import happened
from graph.scope import VisibleOrganizations
from graph.session import Reading, Writing


@dataclass(frozen=True, slots=True)
class StoredRanking:
    """`content` is the ranking as JSON text, without anything about the people it was made for."""

    id: RankingId
    need_id: NeedId
    case_id: CaseId
    organization_id: OrganizationId
    policy: str
    draw: int
    content: str
    fits: int
    ask_first: int
    ranked_at: datetime


def store_ranking(tx: Writing, ranking: StoredRanking, *, key: IdempotencyKey | None = None) -> str:
    """Stores a ranking and returns its id (an earlier one where `key` was used before)."""
    earlier = made_before(tx, key, ranking.id)
    if earlier:
        return earlier
    tx.rows(
        """
        MATCH (n:Need {id: $need_id})
        CREATE (r:Ranking {id: $id, need_id: $need_id, case_id: $case_id, organization_id: $organization_id,
                           policy: $policy, draw: $draw, content: $content, fits: $fits, ask_first: $ask_first,
                           ranked_at: $ranked_at})-[:FOR_NEED]->(n)
        RETURN r.id AS id
        """,
        id=ranking.id,
        need_id=ranking.need_id,
        case_id=ranking.case_id,
        organization_id=ranking.organization_id,
        policy=ranking.policy,
        draw=str(ranking.draw),
        content=ranking.content,
        fits=ranking.fits,
        ask_first=ranking.ask_first,
        ranked_at=ranking.ranked_at,
    )
    happened(
        tx,
        EventType.NEED_RANKED,
        ranking.need_id,
        parties=[ranking.organization_id],
        case_id=ranking.case_id,
        data={
            "ranking_id": ranking.id,
            "policy": ranking.policy,
            "fits": ranking.fits,
            "ask_first": ranking.ask_first,
        },
    )
    return ranking.id


def get_ranking(tx: Reading, scope: VisibleOrganizations, ranking_id: str) -> StoredRanking:
    """Raises NotThere to strangers."""
    row = tx.row("MATCH (r:Ranking {id: $id}) RETURN properties(r) AS r", id=ranking_id)
    if row is None or not scope.includes(row["r"]["organization_id"]):
        raise NotThere("ranking")
    r = row["r"]
    return StoredRanking(
        id=r["id"],
        need_id=r["need_id"],
        case_id=r["case_id"],
        organization_id=r["organization_id"],
        policy=r["policy"],
        draw=int(r["draw"]),
        content=r["content"],
        fits=int(r["fits"]),
        ask_first=int(r["ask_first"]),
        ranked_at=instant(r["ranked_at"]),
    )
