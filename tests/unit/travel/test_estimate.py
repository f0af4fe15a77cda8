import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model.place import Area, AreaKind, Point, Spot
from hub.areas.gazetteer import load_gazetteer
from hub.areas.search import suggest
from matching.travel.estimate import Journey, Mode, estimate_journey, shown_distance_m
from matching.travel.roads import straight_line_m

GAZETTEER = load_gazetteer()
SETTLEMENTS = GAZETTEER.of_kind(AreaKind.SETTLEMENT)
ONE_PER_LANDMASS = {settlement.spot.landmass: settlement.spot for settlement in SETTLEMENTS}

settlements = st.sampled_from(SETTLEMENTS)


def spot(name: str) -> Spot:
    return suggest(name, limit=1, kinds={AreaKind.SETTLEMENT})[0].spot


@pytest.mark.parametrize(
    ("origin", "destination", "kilometres", "least", "most"),
    [
        ("Λάρισα", "Βόλος", 76, 55, 80),
        ("Λάρισα", "Τρίκαλα", 78, 55, 80),
        ("Θεσσαλονίκη", "Κιλκίς", 54, 45, 65),
        ("Θεσσαλονίκη", "Βέροια", 87, 60, 90),
        ("Αθήνα", "Κόρινθος", 95, 65, 95),
        ("Ηράκλειο", "Χανιά", 143, 100, 150),
    ],
)
def test_known_journeys_by_road(origin: str, destination: str, kilometres: int, least: int, most: int) -> None:
    journey = estimate_journey(spot(origin), spot(destination))
    assert journey.mode is Mode.ROAD
    assert journey.distance_m / 1000 == pytest.approx(kilometres, rel=0.03)
    assert least <= journey.minutes <= most


@pytest.mark.parametrize(
    ("origin", "destination", "hours"),
    [
        ("Άγιος Κήρυκος", "Πειραιάς", 8.3),
        ("Ερμούπολη", "Αθήνα", 5.5),
        ("Μυτιλήνη", "Πειραιάς", 12.5),
        ("Ρόδος", "Πειραιάς", 16),
        ("Κέρκυρα", "Ηγουμενίτσα", 3),
        ("Σαλαμίνα", "Πειραιάς", 1.2),
        ("Ποταμός Αντικυθήρων", "Κίσσαμος", 3.7),
    ],
)
def test_known_journeys_by_ferry_hold_the_wait_at_the_quay(origin: str, destination: str, hours: float) -> None:
    journey = estimate_journey(spot(origin), spot(destination))
    assert journey.mode is Mode.FERRY
    assert journey.minutes / 60 == pytest.approx(hours, rel=0.12)


def test_every_island_is_reached_from_every_other() -> None:
    for origin in ONE_PER_LANDMASS.values():
        for destination in ONE_PER_LANDMASS.values():
            journey = estimate_journey(origin, destination)
            assert journey.mode is (Mode.ROAD if origin.landmass == destination.landmass else Mode.FERRY)
            assert journey.minutes < 48 * 60


@settings(deadline=None)
@given(settlements, settlements)
def test_there_and_back_are_one_journey_and_never_negative(origin: Area, destination: Area) -> None:
    there = estimate_journey(origin.spot, destination.spot)
    assert there == estimate_journey(destination.spot, origin.spot)
    assert there.distance_m >= 0
    assert there.minutes >= 0
    assert (there.mode is Mode.ROAD) == (origin.spot.landmass == destination.spot.landmass)


@settings(deadline=None)
@given(settlements, settlements)
def test_no_journey_is_shorter_than_the_straight_line(origin: Area, destination: Area) -> None:
    straight = straight_line_m(origin.spot.point, destination.spot.point)
    assert estimate_journey(origin.spot, destination.spot).distance_m >= round(straight)


@settings(deadline=None)
@given(settlements, settlements)
def test_the_shown_distance_differs_from_the_ranked_one_by_half_a_percent_at_most(
    origin: Area, destination: Area
) -> None:
    ranked = estimate_journey(origin.spot, destination.spot).distance_m
    assert shown_distance_m(origin.spot, destination.spot) == pytest.approx(ranked, rel=0.005, abs=2)
    assert shown_distance_m(origin.spot, destination.spot) == shown_distance_m(destination.spot, origin.spot)


def test_staying_where_one_is_takes_no_time() -> None:
    here = Spot(Point(39.6, 22.4), "mainland")
    assert estimate_journey(here, here) == Journey(0, 0, Mode.ROAD)


def test_two_spots_a_mile_apart_across_the_water_need_the_ferry() -> None:
    assert estimate_journey(spot("Γαλατάς"), spot("Γαλατάς")).mode is Mode.ROAD
    galatas = Spot(Point(37.495, 23.455), "mainland")
    poros = Spot(Point(37.499, 23.457), "poros")
    assert estimate_journey(galatas, poros) == Journey(shown_distance_m(galatas, poros), 40, Mode.FERRY)


def test_hidden_shelters_of_one_unit_are_all_equally_far() -> None:
    centroid = GAZETTEER.get(GAZETTEER.chain(suggest("Λάρισα")[0].id)[2]).spot
    assert centroid == GAZETTEER.part(suggest("Τύρναβος")[0].id, AreaKind.REGIONAL_UNIT).spot
