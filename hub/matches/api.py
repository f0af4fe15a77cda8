"""Rankings over the API."""

from typing import Annotated

from fastapi import Depends, Request
from pydantic import Field

from hub.api.language import language_of
from hub.api.model import ApiModel, Whole, api_router
from hub.auth.dependencies import HubHere, requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.matches.schemas import RankingOut
from hub.matches.service import rank
from hub.matches.words import ranking_out

router = api_router("matches")


class RankingIn(ApiModel):
    limit: Annotated[Whole | None, Field(ge=1, le=100)] = None


@router.post("/needs/{id_}/rankings", status_code=201)
def post_ranking(
    request: Request,
    hub: HubHere,
    subject: Annotated[Subject, Depends(requires(Permission.RANK))],
    id_: str,
    body: RankingIn | None = None,
) -> RankingOut:
    """The nearest suitable places for a need, whom to ask first, and the near misses, each with its reasons."""
    return ranking_out(rank(hub, subject, id_), language_of(request), body.limit if body else None)
