"""Where things are: points, areas of the country, and what can be reached by road alone."""

from dataclasses import dataclass
from enum import StrEnum

from graph.model.ids import AreaId


@dataclass(frozen=True, slots=True)
class Point:
    """A position in degrees, WGS 84."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Spot:
    """A point together with its landmass: two spots of one landmass are joined by road.

    `landmass` is a short code such as `mainland` (with the Peloponnese, Euboea and Lefkada, which bridges
    join to it), `crete` or `ikaria`.
    """

    point: Point
    landmass: str


class AreaKind(StrEnum):
    REGION = "region"
    REGIONAL_UNIT = "regional_unit"
    MUNICIPALITY = "municipality"
    SETTLEMENT = "settlement"


@dataclass(frozen=True, slots=True)
class Area:
    """One area of the country. A settlement lies in a municipality, that in a regional unit, that in a region.

    `spot` of a regional unit or region is its published centroid. `code` is the official one: NUTS 2 for a
    region, the two digits of the regional unit, the YPES number (Kallikratis 2011) of a municipality, the
    GeoNames number of a settlement. `population` only orders suggestions; it is no census figure.
    """

    id: AreaId
    kind: AreaKind
    code: str
    name_el: str
    name_en: str
    part_of: AreaId | None
    spot: Spot
    population: int
