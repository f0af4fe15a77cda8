"""Distances between points and how long a road of some length takes. All of it is estimation: no road map is used.

ROAD_FACTOR is the mean over 55 Greek routes of road length to straight line; its mean error is 11 %, a tenth of
the routes are off by more than 23 %. It is worst across a gulf that the road goes round, as from Athens to
Ermioni, where the truth is up to twice the estimate.
"""

from math import asin, cos, radians, sin, sqrt

from geopy.distance import geodesic  # pyright: ignore[reportMissingTypeStubs]

from graph.model.place import Point

ROAD_FACTOR = 1.39
EARTH_RADIUS_M = 6_371_009

# Minutes are added up stretch by stretch, so that a longer road never takes less. The averages that come of it are
# 35 km/h up to 15 km, around 55 up to 60 km, and 75 on a journey of 150 km.
STRETCHES = ((15_000, 35), (60_000, 80))
OPEN_ROAD_KMH = 90
ISLAND_KMH = 40
# Large enough for main roads like those of the mainland.
LIKE_THE_MAINLAND = frozenset({"mainland", "crete"})


def straight_line_m(one: Point, other: Point) -> float:
    """Great-circle metres on a sphere: within 0.5 % of the geodesic and some hundred times faster, for ranking."""
    latitude, other_latitude = radians(one.latitude), radians(other.latitude)
    half_width = sin(radians(other.longitude - one.longitude) / 2)
    half_height = sin((other_latitude - latitude) / 2)
    chord = half_height * half_height + cos(latitude) * cos(other_latitude) * half_width * half_width
    return 2 * EARTH_RADIUS_M * asin(min(1.0, sqrt(chord)))


def geodesic_m(one: Point, other: Point) -> float:
    """Metres on the WGS 84 ellipsoid, for figures that people are shown."""
    measured = geodesic((one.latitude, one.longitude), (other.latitude, other.longitude))
    return float(measured.meters)  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]


def road_minutes(metres: float, landmass: str) -> float:
    """Minutes for a road of `metres`; never less for a longer road of the same landmass."""
    if landmass not in LIKE_THE_MAINLAND:
        return _minutes(metres, ISLAND_KMH)
    minutes, start = 0.0, 0
    for end, kmh in STRETCHES:
        minutes += _minutes(max(0.0, min(metres, end) - start), kmh)
        start = end
    return minutes + _minutes(max(0.0, metres - start), OPEN_ROAD_KMH)


def _minutes(metres: float, kmh: int) -> float:
    return metres / 1000 / kmh * 60
