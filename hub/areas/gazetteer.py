"""The areas of Greece, found by id, by what they lie in, or by a point on the map."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import cos, radians
from types import MappingProxyType

from graph.model.ids import AreaId
from graph.model.place import Area, AreaKind, Point
from hub.areas.errors import PointOutsideCountry, UnknownArea
from hub.areas.loading import load_areas
from matching.travel.roads import straight_line_m

FARTHEST_FROM_A_SETTLEMENT_M = 15_000


@dataclass(frozen=True)
class Gazetteer:
    """Read-only. `areas` holds every area by its id: 13 regions, 74 regional units, 325 municipalities, settlements."""

    areas: Mapping[AreaId, Area]
    inside: Mapping[AreaId, tuple[Area, ...]]

    def get(self, area_id: AreaId) -> Area:
        """The area of that id; raises UnknownArea."""
        area = self.areas.get(area_id)
        if area is None:
            raise UnknownArea(area_id)
        return area

    def of_kind(self, kind: AreaKind) -> tuple[Area, ...]:
        return tuple(area for area in self.areas.values() if area.kind is kind)

    def chain(self, area_id: AreaId) -> tuple[AreaId, ...]:
        """The area itself and all that it lies in, up to its region; raises UnknownArea."""
        return tuple(area.id for area in self._upwards(area_id))

    def settlements_of(self, area_id: AreaId) -> tuple[Area, ...]:
        """The settlements inside an area, or the settlement itself; raises UnknownArea."""
        area = self.get(area_id)
        if area.kind is AreaKind.SETTLEMENT:
            return (area,)
        return tuple(found for part in self.inside[area_id] for found in self.settlements_of(part.id))

    def part(self, area_id: AreaId, kind: AreaKind) -> Area:
        """The area of `kind` in which this one lies, such as a settlement's regional unit; raises UnknownArea.

        Raises ValueError if `kind` is smaller than the area: a region lies in no municipality.
        """
        for area in self._upwards(area_id):
            if area.kind is kind:
                return area
        raise ValueError(f"{area_id} lies in no area of kind {kind}")

    def nearest_settlement(self, point: Point) -> tuple[Area, int]:
        """The settlement closest to a point, however far, and its distance in metres."""
        nearest = min(self._settlements, key=lambda settlement: _flat_distance(settlement.spot.point, point))
        return nearest, round(straight_line_m(nearest.spot.point, point))

    def locate(self, point: Point) -> Area:
        """The settlement to which a point counts; raises PointOutsideCountry beyond 15 km of all of them.

        It is no border check: a point a little beyond the frontier counts to the Greek village across it.
        """
        settlement, distance_m = self.nearest_settlement(point)
        if distance_m > FARTHEST_FROM_A_SETTLEMENT_M:
            raise PointOutsideCountry(distance_m, limit_m=FARTHEST_FROM_A_SETTLEMENT_M)
        return settlement

    @property
    def _settlements(self) -> Iterator[Area]:
        return (area for area in self.areas.values() if area.kind is AreaKind.SETTLEMENT)

    def _upwards(self, area_id: AreaId) -> Iterator[Area]:
        area = self.get(area_id)
        yield area
        while area.part_of is not None:
            area = self.get(area.part_of)
            yield area


@cache
def load_gazetteer() -> Gazetteer:
    """The one gazetteer of this process, read from the package's own files on first use."""
    areas = {area.id: area for area in load_areas()}
    inside: dict[AreaId, list[Area]] = {}
    for area in areas.values():
        if area.part_of is not None:
            inside.setdefault(area.part_of, []).append(area)
    return Gazetteer(
        areas=MappingProxyType(areas),
        inside=MappingProxyType({whole: tuple(parts) for whole, parts in inside.items()}),
    )


def _flat_distance(one: Point, other: Point) -> float:
    """Squared degrees on a flat map around `other`: enough to tell which of two is nearer."""
    east = (one.longitude - other.longitude) * cos(radians(other.latitude))
    north = one.latitude - other.latitude
    return east * east + north * north
