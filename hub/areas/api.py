"""Areas over the API: found by name, so that a client can say where somebody is."""

from typing import Annotated

from fastapi import Depends, Query

from graph.model.ids import AreaId
from graph.model.place import Area, AreaKind
from hub.api.model import ApiModel, api_router
from hub.api.paging import Page, Paging
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
    paging: Paging,
    q: Annotated[str | None, Query(max_length=80, description="a name, as people type it")] = None,
    kind: Annotated[AreaKind | None, Query()] = None,
) -> Page[AreaOut]:
    """Areas by name, the best first and in one page, or all of one kind by id."""
    if q:
        return Page(items=[_area(a) for a in suggest(q, limit=paging.limit, kinds=[kind] if kind else None)])
    after = str(paging.after[0]) if paging.after else ""
    areas = sorted(hub.gazetteer.of_kind(kind or AreaKind.REGION), key=lambda a: a.id)
    shown, following = paging.cut([a for a in areas if a.id > after], lambda a: (a.id,))
    return Page(items=[_area(a) for a in shown], next=following)


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
