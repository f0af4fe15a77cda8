"""Areas over the API: found by name, so that a client can say where somebody is."""

from typing import Annotated

from fastapi import Depends, Query

from graph.model.ids import AreaId
from graph.model.place import Area, AreaKind
from hub.api.model import ApiModel, api_router
from hub.api.paging import Page
from hub.areas.search import suggest
from hub.auth.dependencies import HubHere, requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject

router = api_router("areas")
Reader = Annotated[Subject, Depends(requires(Permission.READ_CAPACITY))]


class AreaOut(ApiModel):
    """`latitude` and `longitude` of a regional unit or region are its published centre."""

    id: str
    kind: AreaKind
    code: str
    name_el: str
    name_en: str
    part_of: str | None
    latitude: float
    longitude: float


@router.get("/areas")
def areas(
    hub: HubHere,
    _: Reader,
    q: Annotated[str | None, Query(max_length=80, description="a name, as people type it")] = None,
    kind: Annotated[AreaKind | None, Query()] = None,
    limit: Annotated[int, Query(ge=1, le=5000)] = 50,
) -> Page[AreaOut]:
    """Areas by name, the best first, or all of one kind."""
    if q:
        found = suggest(q, limit=limit, kinds=[kind] if kind else None)
    else:
        found = hub.gazetteer.of_kind(kind or AreaKind.REGION)[:limit]
    return Page(items=[_area(a) for a in found])


@router.get("/areas/{id_}")
def area(hub: HubHere, _: Reader, id_: str) -> AreaOut:
    return _area(hub.gazetteer.get(AreaId(id_)))


def _area(area: Area) -> AreaOut:
    return AreaOut(
        id=area.id,
        kind=area.kind,
        code=area.code,
        name_el=area.name_el,
        name_en=area.name_en,
        part_of=area.part_of,
        latitude=area.spot.point.latitude,
        longitude=area.spot.point.longitude,
    )
