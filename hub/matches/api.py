"""Rankings over the API."""

from typing import Annotated

from fastapi import Depends, Query, Request
from pydantic import Field

from hub.api.idempotency import GivenKey
from hub.api.language import language_of
from hub.api.model import ApiModel, Whole, api_router
from hub.auth.dependencies import HubHere, requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.matches.schemas import RankingOut
from hub.matches.service import MOST_SHOWN, rank_once, read_ranking
from hub.matches.stored import MOST_STORED
from hub.matches.words import ranking_out

router = api_router("matches")
Ranker = Annotated[Subject, Depends(requires(Permission.RANK))]


class RankingIn(ApiModel):
    """`limit`: how many of each list are shown."""

    limit: Annotated[Whole | None, Field(ge=1, le=MOST_STORED)] = None


@router.post("/needs/{id_}/rankings", status_code=201)
def post_ranking(
    request: Request, hub: HubHere, subject: Ranker, id_: str, *, key: GivenKey, body: RankingIn | None = None
) -> RankingOut:
    """The nearest suitable places for a need, whom to ask first, and the near misses, each with its reasons."""
    stored = rank_once(hub, subject, id_, key=key.of(subject.account_id))
    return ranking_out(stored, language_of(request), body.limit if body else None)


@router.get("/rankings/{id_}")
def get_ranking(
    request: Request,
    hub: HubHere,
    subject: Ranker,
    id_: str,
    limit: Annotated[int, Query(ge=1, le=MOST_STORED)] = MOST_SHOWN,
) -> RankingOut:
    """A ranking as it was made, whatever has changed since."""
    return ranking_out(read_ranking(hub, subject, id_), language_of(request), limit)
