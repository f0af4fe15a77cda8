"""How far and how long from one spot to another: by road on one landmass, by road and ferry between two."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from graph.model.place import Point, Spot
from matching.travel.passages import Passage, passages
from matching.travel.ports import PORT
from matching.travel.roads import ROAD_FACTOR, geodesic_m, road_minutes, straight_line_m

# Ships go round capes and islands: Piraeus to Rhodes is 420 km as the crow flies and 250 nautical miles on the log.
SEA_FACTOR = 1.1

Metres = Callable[[Point, Point], float]


class Mode(StrEnum):
    ROAD = "road"
    FERRY = "ferry"


@dataclass(frozen=True, slots=True)
class Journey:
    """An estimate for one direction, the same for the other. `minutes` hold the waits at the quay."""

    distance_m: int
    minutes: int
    mode: Mode


def estimate_journey(origin: Spot, destination: Spot) -> Journey:
    """Fast enough for a ranking. Raises UnreachableLandmassError for a landmass code that no ferry serves."""
    start, end = _in_order(origin, destination)
    if start.landmass == end.landmass:
        metres = straight_line_m(start.point, end.point) * ROAD_FACTOR
        return Journey(round(metres), round(road_minutes(metres, start.landmass)), Mode.ROAD)
    minutes, passage = _quickest(start, end)
    return Journey(round(_metres(start, end, passage, straight_line_m)), round(minutes), Mode.FERRY)


def shown_distance_m(origin: Spot, destination: Spot) -> int:
    """The length of the same journey in metres, measured on the ellipsoid: for the few rows that people read."""
    start, end = _in_order(origin, destination)
    if start.landmass == end.landmass:
        return round(geodesic_m(start.point, end.point) * ROAD_FACTOR)
    return round(_metres(start, end, _quickest(start, end)[1], geodesic_m))


def _in_order(origin: Spot, destination: Spot) -> tuple[Spot, Spot]:
    """The same order whichever way one travels, so that there and back are one figure to the minute."""
    return (origin, destination) if _key(origin) <= _key(destination) else (destination, origin)


def _key(spot: Spot) -> tuple[str, float, float]:
    return spot.landmass, spot.point.latitude, spot.point.longitude


def _quickest(start: Spot, end: Spot) -> tuple[float, Passage]:
    """Minutes from door to door, and the chain of ports."""
    return min((_door_to_door(start, end, passage), passage) for passage in passages(start.landmass, end.landmass))


def _door_to_door(start: Spot, end: Spot, passage: Passage) -> float:
    first, last = PORT[passage.ports[0]].point, PORT[passage.ports[-1]].point
    to_port = road_minutes(straight_line_m(start.point, first) * ROAD_FACTOR, start.landmass)
    from_port = road_minutes(straight_line_m(last, end.point) * ROAD_FACTOR, end.landmass)
    return to_port + passage.minutes + from_port


def _metres(start: Spot, end: Spot, passage: Passage, measure: Metres) -> float:
    return sum(measure(one.point, other.point) * factor for one, other, factor in _legs(start, end, passage))


def _legs(start: Spot, end: Spot, passage: Passage) -> Iterator[tuple[Spot, Spot, float]]:
    """Each stretch from door to door with the factor that makes its straight line a way."""
    stops = [start, *(Spot(PORT[key].point, PORT[key].landmass) for key in passage.ports), end]
    for one, other in zip(stops, stops[1:], strict=False):
        yield one, other, ROAD_FACTOR if one.landmass == other.landmass else SEA_FACTOR
