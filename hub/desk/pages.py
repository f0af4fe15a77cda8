"""The desk: where a coordinator lands."""

from collections import defaultdict
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from graph.model.lists.service_kinds import SERVICE_KINDS
from hub import paths
from hub.api.language import page_language_of
from hub.auth.dependencies import HubHere, page_requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.capacity.service import list_places
from hub.desk.service import read_desk
from hub.desk.views import desk_lines, places_named
from hub.pages import show
from hub.web.i18n import Language

router = APIRouter(include_in_schema=False)


@router.get(paths.DESK)
def desk(
    request: Request, hub: HubHere, subject: Annotated[Subject, Depends(page_requires(Permission.READ_CASE))]
) -> Response:
    """What needs somebody now, what is under way, and what is free tonight by kind."""
    language = page_language_of(request)
    found = read_desk(hub, subject)
    ids = places_named(found)
    names = {p.id: p.name for p in list_places(hub, subject, language, ids)} if ids else {}
    return show(
        request,
        "desk/desk.html",
        needing=desk_lines(found.needing, found, names, language),
        under_way=desk_lines(found.under_way, found, names, language),
        free_by_kind=free_by_kind(hub, subject, language),
    )


def free_by_kind(hub: Hub, subject: Subject, language: Language) -> list[tuple[str, int]]:
    """Free places now of the kinds where people sleep, the most first; hidden places are not counted."""
    sums: defaultdict[str, int] = defaultdict(int)
    for place in list_places(hub, subject, language):
        if SERVICE_KINDS.get(place.service.kind).lodging and not place.service.location.hidden:
            sums[place.service.kind] += place.free
    named = [(SERVICE_KINDS.get(kind).in_language(language.value), free) for kind, free in sums.items()]
    return sorted(named, key=lambda row: (-row[1], row[0]))
