"""The national board: who has what free now, region by region. A hidden place is never a row of it (INV-9)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlencode

from graph.model.ids import AreaId
from graph.model.lists.service_kinds import SERVICE_KINDS
from graph.model.place import AreaKind
from hub.areas.gazetteer import Gazetteer
from hub.capacity.figures import ShownFigure, place_figure
from hub.capacity.strips import place_strip
from hub.capacity.views import PlaceView
from hub.web.i18n import Language
from hub.web.strip import Strip

ROWS_A_PAGE = 50
LODGING, ALL_KINDS = "lodging", "all"
NEVER = "never"
_KIND_ORDER = {code: number for number, code in enumerate(SERVICE_KINDS.codes)}


@dataclass(frozen=True, slots=True)
class BoardFilters:
    """`kind` a code, or all kinds, or those where people sleep; `older` hours or `never`; `page` counts from 1."""

    kind: str = LODGING
    region: str = ""
    older: str = ""
    free: bool = False
    page: int = 1

    def takes(self, place: PlaceView, now: datetime) -> bool:
        region = not self.region or place.service.location.region_id == self.region
        return region and self._kind(place) and self._age(place, now) and (place.free > 0 or not self.free)

    def query(self, page: int) -> str:
        """These filters as the query of an address, on another page of the list."""
        free = {"free": "yes"} if self.free else {}
        return urlencode({"kind": self.kind, "region": self.region, "older": self.older, **free, "page": page})

    def _kind(self, place: PlaceView) -> bool:
        if self.kind == LODGING:
            return SERVICE_KINDS.get(place.service.kind).lodging
        return self.kind in (ALL_KINDS, place.service.kind)

    def _age(self, place: PlaceView, now: datetime) -> bool:
        if not self.older:
            return True
        if self.older == NEVER:
            return place.as_of is None
        return place.as_of is None or now - place.as_of > timedelta(hours=int(self.older))


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    id: str
    name: str
    about: str
    figure: ShownFigure
    strip: Strip
    phone: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """`structures` with `free` of `places`."""

    structures: int = 0
    free: int = 0
    places: int = 0

    def plus(self, place: PlaceView) -> "Sum":
        return Sum(structures=self.structures + 1, free=self.free + place.free, places=self.places + place.places)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRegion:
    """`sum` counts every row of the region that passes the filters, also those of other pages of the list.

    `protected`: the hidden places that this reader is cleared for, together; None where there are none.
    """

    name: str
    rows: tuple[BoardRow, ...]
    sum: Sum
    protected: Sum | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    regions: tuple[BoardRegion, ...]
    sum: Sum
    filters: BoardFilters
    pages: int


def make_board(
    places: Iterable[PlaceView], filters: BoardFilters, gazetteer: Gazetteer, *, now: datetime, language: Language
) -> Board:
    """One page of the list; a page beyond its end is the last one."""
    passing = [p for p in places if filters.takes(p, now)]
    shown = [p for p in passing if not p.service.location.hidden]
    names = region_names(gazetteer, language)
    ordered = sorted(shown, key=lambda p: (names[p.service.location.region_id], _KIND_ORDER[p.service.kind], p.name))
    pages = max(1, -(-len(ordered) // ROWS_A_PAGE))
    page = min(filters.page, pages)
    here = ordered[(page - 1) * ROWS_A_PAGE : page * ROWS_A_PAGE]
    protected = sums([p for p in passing if p.service.location.hidden and p.cleared])
    whole = sums(shown)
    without_rows = set(protected) - set(whole) if page == pages else set[AreaId]()
    wanted = {p.service.location.region_id for p in here} | without_rows
    return Board(
        regions=tuple(
            BoardRegion(
                name=names[region],
                rows=tuple(_row(p, gazetteer, now, language) for p in here if p.service.location.region_id == region),
                sum=whole.get(region, Sum()),
                protected=protected.get(region),
            )
            for region in sorted(wanted, key=lambda r: names[r])
        ),
        sum=_together(whole.values()),
        filters=replace(filters, page=page),
        pages=pages,
    )


def sums(places: Sequence[PlaceView]) -> Mapping[AreaId, Sum]:
    found: dict[AreaId, Sum] = {}
    for place in places:
        region = place.service.location.region_id
        found[region] = found.get(region, Sum()).plus(place)
    return found


def region_names(gazetteer: Gazetteer, language: Language) -> dict[AreaId, str]:
    return {a.id: a.name_el if language is Language.EL else a.name_en for a in gazetteer.of_kind(AreaKind.REGION)}


def town_of(place: PlaceView, gazetteer: Gazetteer, language: Language) -> str:
    """The settlement of a place that this reader may know; else nothing."""
    if not place.cleared:
        return ""
    town = gazetteer.get(place.service.location.settlement_id)
    return town.name_el if language is Language.EL else town.name_en


def _together(every: Iterable[Sum]) -> Sum:
    listed = list(every)
    return Sum(
        structures=sum(s.structures for s in listed),
        free=sum(s.free for s in listed),
        places=sum(s.places for s in listed),
    )


def _row(place: PlaceView, gazetteer: Gazetteer, now: datetime, language: Language) -> BoardRow:
    kind = SERVICE_KINDS.get(place.service.kind).in_language(language.value)
    return BoardRow(
        id=place.id,
        name=place.name,
        about=" · ".join([kind, town_of(place, gazetteer, language), place.organization_name]),
        figure=place_figure(place, now, language),
        strip=place_strip(place, now),
        phone=place.phone,
    )
