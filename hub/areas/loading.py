"""Builds the areas of the country, from regions down to settlements, out of the fact tables and the two CSV files."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import fmean

from graph.model.ids import AreaId
from graph.model.place import Area, AreaKind, Point, Spot
from hub.areas.landmasses import landmass_of
from hub.areas.regional_units import REGIONAL_UNITS, RegionalUnit
from hub.areas.regions import REGIONS, Region

DATA = Path(__file__).parent / "data"
# Four decimals of a degree are ten metres: a centroid is no address.
CENTROID_DECIMALS = 4


def area_id(kind: AreaKind, code: str) -> AreaId:
    """`regional-unit-45`, `region-EL30`, `municipality-9186`, `settlement-264371`."""
    return AreaId(f"{kind.replace('_', '-')}-{code}")


def load_areas() -> list[Area]:
    """All areas: each one after that in which it lies."""
    inside: dict[str, list[Area]] = {}
    seats: set[AreaId] = set()
    for row in _read("settlements.csv"):
        settlement = _settlement(row)
        inside.setdefault(row["municipality"], []).append(settlement)
        if row["seat"] == "1":
            seats.add(settlement.id)
    settlements = [settlement for part in inside.values() for settlement in part]
    municipalities = [_municipality(row, inside, seats) for row in _read("municipalities.csv")]
    units = [_regional_unit(unit, inside) for unit in REGIONAL_UNITS]
    return [*(_region(region, inside) for region in REGIONS), *units, *municipalities, *settlements]


def centroid(settlements: Sequence[Area]) -> Spot:
    """The published centroid: the mean point of the settlements on the landmass of the most populous one.

    It depends on nothing but the unit, because it stands in for the place of every hidden shelter in it. One
    landmass only, so that the centre of an archipelago lies on an island rather than far out at sea.
    """
    landmass = most_populous(settlements).spot.landmass
    points = [settlement.spot.point for settlement in settlements if settlement.spot.landmass == landmass]
    latitude = round(fmean(point.latitude for point in points), CENTROID_DECIMALS)
    longitude = round(fmean(point.longitude for point in points), CENTROID_DECIMALS)
    return Spot(Point(latitude, longitude), landmass)


def most_populous(settlements: Iterable[Area]) -> Area:
    return max(settlements, key=lambda settlement: (settlement.population, settlement.id))


def _read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _settlement(row: Mapping[str, str]) -> Area:
    point = Point(float(row["latitude"]), float(row["longitude"]))
    return Area(
        id=area_id(AreaKind.SETTLEMENT, row["id"]),
        kind=AreaKind.SETTLEMENT,
        code=row["id"],
        name_el=row["name_el"],
        name_en=row["name_en"],
        part_of=area_id(AreaKind.MUNICIPALITY, row["municipality"]),
        spot=Spot(point, landmass_of(row["id"], int(row["municipality"]))),
        population=int(row["population"]),
    )


def _municipality(row: Mapping[str, str], inside: Mapping[str, list[Area]], seats: set[AreaId]) -> Area:
    """Its spot is its seat: the most populous of the places known as one, or of all where none is."""
    settlements = inside[row["code"]]
    seat = most_populous([settlement for settlement in settlements if settlement.id in seats] or settlements)
    unit = next(unit for unit in REGIONAL_UNITS if int(row["code"]) in unit.municipalities)
    return Area(
        id=area_id(AreaKind.MUNICIPALITY, row["code"]),
        kind=AreaKind.MUNICIPALITY,
        code=row["code"],
        name_el=row["name_el"],
        name_en=row["name_en"],
        part_of=area_id(AreaKind.REGIONAL_UNIT, unit.code),
        spot=seat.spot,
        population=_population(settlements),
    )


def _regional_unit(unit: RegionalUnit, inside: Mapping[str, list[Area]]) -> Area:
    settlements = _settlements_of_unit(unit, inside)
    return Area(
        id=area_id(AreaKind.REGIONAL_UNIT, unit.code),
        kind=AreaKind.REGIONAL_UNIT,
        code=unit.code,
        name_el=f"Π.Ε. {unit.name_el}",
        name_en=f"{unit.name_en} (regional unit)",
        part_of=area_id(AreaKind.REGION, unit.region),
        spot=centroid(settlements),
        population=_population(settlements),
    )


def _region(region: Region, inside: Mapping[str, list[Area]]) -> Area:
    units = [unit for unit in REGIONAL_UNITS if unit.region == region.code]
    settlements = [settlement for unit in units for settlement in _settlements_of_unit(unit, inside)]
    return Area(
        id=area_id(AreaKind.REGION, region.code),
        kind=AreaKind.REGION,
        code=region.code,
        name_el=f"Περιφέρεια {region.name_el}",
        name_en=region.name_en,
        part_of=None,
        spot=centroid(settlements),
        population=_population(settlements),
    )


def _settlements_of_unit(unit: RegionalUnit, inside: Mapping[str, list[Area]]) -> list[Area]:
    return [settlement for code in unit.municipalities for settlement in inside[str(code)]]


def _population(settlements: Iterable[Area]) -> int:
    return sum(settlement.population for settlement in settlements)
