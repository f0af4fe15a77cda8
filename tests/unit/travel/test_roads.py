import pytest
from geopy.distance import geodesic
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model.place import Point
from matching.travel.roads import geodesic_m, road_minutes, straight_line_m

LARISSA = Point(39.63689, 22.41761)
VOLOS = Point(39.36923, 22.94769)

points = st.builds(Point, st.floats(34.5, 42.0), st.floats(19.0, 30.0))
lengths = st.floats(0, 1_500_000)


@settings(deadline=None)
@given(points, points)
def test_the_quick_measure_agrees_with_the_exact_one_within_half_a_percent(one: Point, other: Point) -> None:
    exact = geodesic((one.latitude, one.longitude), (other.latitude, other.longitude)).meters
    assert straight_line_m(one, other) == pytest.approx(exact, rel=0.005, abs=1)
    assert geodesic_m(one, other) == exact


@settings(deadline=None)
@given(lengths, lengths, st.sampled_from(["mainland", "crete", "ikaria"]))
def test_a_longer_road_never_takes_less(one: float, other: float, landmass: str) -> None:
    shorter, longer = sorted((one, other))
    assert 0 <= road_minutes(shorter, landmass) <= road_minutes(longer, landmass)


@pytest.mark.parametrize(("kilometres", "kmh"), [(5, 35), (15, 35), (40, 54), (60, 60), (150, 75), (500, 86)])
def test_average_speed_grows_with_the_length_of_the_road(kilometres: int, kmh: int) -> None:
    assert kilometres / road_minutes(kilometres * 1000, "mainland") * 60 == pytest.approx(kmh, abs=1)


def test_islands_are_driven_at_40_but_crete_like_the_mainland() -> None:
    assert road_minutes(40_000, "ikaria") == 60
    assert road_minutes(140_000, "crete") == road_minutes(140_000, "mainland") < road_minutes(140_000, "rhodes")


def test_the_measure_of_a_known_line() -> None:
    assert straight_line_m(LARISSA, VOLOS) == pytest.approx(54_500, rel=0.01)
    assert straight_line_m(LARISSA, LARISSA) == 0
