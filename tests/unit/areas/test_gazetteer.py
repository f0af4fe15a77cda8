from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model.errors import HubError
from graph.model.ids import AreaId
from graph.model.place import Area, AreaKind, Point
from hub.areas.errors import PointOutsideCountry, UnknownArea
from hub.areas.gazetteer import load_gazetteer
from hub.areas.greek_names import is_well_formed
from matching.travel.roads import straight_line_m

GAZETTEER = load_gazetteer()
SETTLEMENTS = GAZETTEER.of_kind(AreaKind.SETTLEMENT)
UNITS = GAZETTEER.of_kind(AreaKind.REGIONAL_UNIT)
ATHENS = AreaId("settlement-264371")


def test_the_country_is_complete() -> None:
    assert Counter(area.kind for area in GAZETTEER.areas.values()) == {
        AreaKind.REGION: 13,
        AreaKind.REGIONAL_UNIT: 74,
        AreaKind.MUNICIPALITY: 325,
        AreaKind.SETTLEMENT: len(SETTLEMENTS),
    }
    assert len(SETTLEMENTS) > 1_860
    assert sorted(int(area.code) for area in GAZETTEER.of_kind(AreaKind.MUNICIPALITY)) == list(range(9001, 9326))


def test_every_settlement_lies_in_exactly_one_municipality_unit_and_region() -> None:
    kinds = [AreaKind.SETTLEMENT, AreaKind.MUNICIPALITY, AreaKind.REGIONAL_UNIT, AreaKind.REGION]
    for settlement in SETTLEMENTS:
        assert [GAZETTEER.get(area_id).kind for area_id in GAZETTEER.chain(settlement.id)] == kinds
    for wholes in (UNITS, GAZETTEER.of_kind(AreaKind.REGION), GAZETTEER.of_kind(AreaKind.MUNICIPALITY)):
        counted = Counter(settlement.id for whole in wholes for settlement in GAZETTEER.settlements_of(whole.id))
        assert counted == {settlement.id: 1 for settlement in SETTLEMENTS}


def test_the_chain_of_athens_leads_to_attica() -> None:
    assert GAZETTEER.chain(ATHENS) == (ATHENS, "municipality-9186", "regional-unit-45", "region-EL30")


@pytest.mark.parametrize(
    ("area_id", "name_el", "name_en"),
    [
        ("settlement-264371", "Αθήνα", "Athens"),
        ("settlement-258576", "Λάρισα", "Larissa"),
        ("settlement-katomeri", "Κατωμέρι", "Katomeri"),
        ("municipality-9100", "Δήμος Λαρισαίων", "Municipality of Larissa"),
        ("municipality-9118", "Δήμοι Κέρκυρας", "Municipalities of Corfu"),
        ("regional-unit-22", "Π.Ε. Λάρισας", "Larissa (regional unit)"),
        ("region-EL61", "Περιφέρεια Θεσσαλίας", "Thessaly"),
    ],
)
def test_areas_are_named_as_people_know_them(area_id: str, name_el: str, name_en: str) -> None:
    area = GAZETTEER.get(AreaId(area_id))
    assert (area.name_el, area.name_en) == (name_el, name_en)


def test_every_settlement_has_a_well_formed_greek_name_and_a_latin_one() -> None:
    names = [settlement.name_el.replace("(", "").replace(")", "") for settlement in SETTLEMENTS]
    assert [name for name in names if not is_well_formed(name)] == []
    assert all(settlement.name_en.isascii() for settlement in SETTLEMENTS)


@pytest.mark.parametrize(
    ("settlement", "municipality"),
    [("255274", "9205"), ("261743", "9170"), ("262398", "9177"), ("264927", "9306"), ("257643", "9151")],
)
def test_settlements_that_the_source_misplaces_are_put_right(settlement: str, municipality: str) -> None:
    assert GAZETTEER.get(AreaId(f"settlement-{settlement}")).part_of == f"municipality-{municipality}"


def test_mount_athos_is_left_out() -> None:
    assert AreaId("settlement-735972") not in GAZETTEER.areas


def test_a_municipality_stands_at_its_seat() -> None:
    assert GAZETTEER.get(AreaId("municipality-9186")).spot == GAZETTEER.get(ATHENS).spot
    kifisia = GAZETTEER.get(AreaId("municipality-9171"))
    assert GAZETTEER.nearest_settlement(kifisia.spot.point)[0].name_en == "Kifisia"


def test_the_centroid_of_a_unit_depends_only_on_the_settlements_of_its_main_island() -> None:
    islands = GAZETTEER.get(AreaId("regional-unit-52"))
    salamina = [s.spot for s in GAZETTEER.settlements_of(islands.id) if s.spot.landmass == "salamina"]
    assert len(salamina) == 4
    assert islands.spot.landmass == "salamina"
    mean = sum(spot.point.latitude for spot in salamina) / 4
    assert islands.spot.point.latitude == pytest.approx(mean, abs=1e-4)


@pytest.mark.parametrize("area", [*UNITS, *GAZETTEER.of_kind(AreaKind.REGION)], ids=lambda area: area.id)
def test_every_centroid_lies_within_reach_of_its_own_settlements_and_on_their_landmass(area: Area) -> None:
    inside = GAZETTEER.settlements_of(area.id)
    near = min(inside, key=lambda settlement: straight_line_m(settlement.spot.point, area.spot.point))
    assert straight_line_m(near.spot.point, area.spot.point) < 15_000
    assert near.spot.landmass == area.spot.landmass


@pytest.mark.parametrize(
    ("settlement", "landmass"),
    [
        ("255683", "mainland"),  # Patras, on the Peloponnese
        ("260133", "mainland"),  # Chalkida, on Euboea
        ("258438", "mainland"),  # Lefkada
        ("257126", "mainland"),  # Methana, in the regional unit of islands
        ("katomeri", "meganisi"),
        ("736871", "ammouliani"),
        ("263870", "ikaria"),
        ("8359411", "fournoi"),
        ("257080", "kastellorizo"),
        ("260764", "gavdos"),
        ("261745", "crete"),
        ("koufonisi", "koufonisi"),
        ("256632", "naxos"),
    ],
)
def test_islands_and_what_bridges_join_are_told_apart(settlement: str, landmass: str) -> None:
    assert GAZETTEER.get(AreaId(f"settlement-{settlement}")).spot.landmass == landmass


def test_an_unknown_id_is_refused_with_what_ids_look_like() -> None:
    with pytest.raises(UnknownArea, match="settlement-1'.*municipality-9186") as refused:
        GAZETTEER.get(AreaId("settlement-1"))
    assert refused.value.status == 404
    for question in (GAZETTEER.chain, GAZETTEER.settlements_of):
        with pytest.raises(UnknownArea):
            question(AreaId("region-XX"))


def test_a_settlement_knows_its_unit_and_a_region_has_no_municipality() -> None:
    assert GAZETTEER.part(ATHENS, AreaKind.REGIONAL_UNIT).code == "45"
    with pytest.raises(ValueError, match="region-EL30 lies in no area of kind municipality"):
        GAZETTEER.part(AreaId("region-EL30"), AreaKind.MUNICIPALITY)


@pytest.mark.parametrize(
    ("latitude", "longitude", "name"),
    [(39.64, 22.42, "Larissa"), (37.613, 26.297, "Agios Kirykos"), (36.932, 25.6, "Koufonisi")],
)
def test_a_point_counts_to_the_nearest_settlement(latitude: float, longitude: float, name: str) -> None:
    assert GAZETTEER.locate(Point(latitude, longitude)).name_en == name


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(41.01, 28.98), (42.7, 23.32), (41.33, 19.82), (35.17, 33.36), (0.0, 0.0), (23.72784, 37.98376), (36.0, 21.0)],
    ids=["Istanbul", "Sofia", "Tirana", "Nicosia", "null island", "Athens swapped", "open sea"],
)
def test_a_point_outside_the_country_is_refused_with_its_distance(latitude: float, longitude: float) -> None:
    with pytest.raises(PointOutsideCountry, match="km away, more than 15 km.*swapped") as refused:
        GAZETTEER.locate(Point(latitude, longitude))
    assert refused.value.distance_m > 15_000
    assert isinstance(refused.value, ValueError)
    assert isinstance(refused.value, HubError)
    assert (refused.value.status, refused.value.field, refused.value.details) == (422, "near", {"kilometres": 15})


@settings(deadline=None)
@given(st.sampled_from(SETTLEMENTS), st.floats(-0.05, 0.05), st.floats(-0.05, 0.05))
def test_no_settlement_is_nearer_than_the_one_that_is_named(settlement: Area, north: float, east: float) -> None:
    point = Point(settlement.spot.point.latitude + north, settlement.spot.point.longitude + east)
    _, distance_m = GAZETTEER.nearest_settlement(point)
    assert distance_m <= min(straight_line_m(other.spot.point, point) for other in SETTLEMENTS) + 20


def test_the_gazetteer_is_read_once_and_cannot_be_changed() -> None:
    assert load_gazetteer() is GAZETTEER
    with pytest.raises(TypeError):
        GAZETTEER.areas[ATHENS] = GAZETTEER.get(ATHENS)  # type: ignore[index]
