"""The desk: where a coordinator lands."""

from collections import defaultdict
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from graph.model.ids import ServiceAtLocationId
from graph.model.lists.service_kinds import SERVICE_KINDS
from hub import paths
from hub.api.language import page_language_of
from hub.auth.dependencies import HubHere, page_requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.capacity.service import list_places
from hub.desk.service import Desk, read_desk
from hub.desk.views import desk_lines, places_named
from hub.pages import show
from hub.site.words import capital
from hub.web.i18n import Language

router = APIRouter(include_in_schema=False)
Reader = Annotated[Subject, Depends(page_requires(Permission.READ_CASE))]
TEMPLATE = "desk/desk.html"
MOST_KINDS = 10


@router.get(paths.DESK)
def desk(request: Request, hub: HubHere, subject: Reader) -> Response:
    """What needs somebody now, what is under way, and what is free tonight; for a live block only what it shows."""
    block = request.query_params.get("block")
    language = page_language_of(request)
    cases = cases_told(hub, subject, language) if block in (None, "cases") else {}
    capacity = {"free_by_kind": free_by_kind(hub, subject, language)} if block in (None, "capacity") else {}
    return show(request, TEMPLATE, status=200, **cases, **capacity)


def cases_told(hub: Hub, subject: Subject, language: Language) -> dict[str, object]:
    found = read_desk(hub, subject)
    names = names_on(hub, subject, found, language)
    return {
        "needing": desk_lines(found.needing, names, language, found.now),
        "under_way": desk_lines(found.under_way, names, language, found.now),
        "more": found.older is not None,
    }


def names_on(hub: Hub, subject: Subject, found: Desk, language: Language) -> dict[ServiceAtLocationId, str]:
    """The names of the places that the desk mentions, as this reader may know them."""
    ids = places_named(found)
    return {p.id: p.name for p in list_places(hub, subject, language, ids)} if ids else {}


def free_by_kind(hub: Hub, subject: Subject, language: Language) -> list[tuple[str, int]]:
    """Free places now of the kinds where people sleep, the most first; hidden places are not counted."""
    sums: defaultdict[str, int] = defaultdict(int)
    for place in list_places(hub, subject, language):
        if SERVICE_KINDS.get(place.service.kind).lodging and not place.service.location.hidden:
            sums[place.service.kind] += place.free
    named = [(capital(SERVICE_KINDS.get(kind).in_language(language.value)), free) for kind, free in sums.items()]
    return sorted(named, key=lambda row: (-row[1], row[0]))[:MOST_KINDS]
