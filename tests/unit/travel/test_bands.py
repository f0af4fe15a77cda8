import pytest

from matching.travel.bands import band_in_words, travel_band
from matching.travel.estimate import Journey, Mode


def test_a_band_holds_its_minutes_between_two_different_ends() -> None:
    for minutes in range(3_000):
        lower, upper = travel_band(minutes)
        assert 0 <= lower <= minutes <= upper
        assert lower < upper


def test_a_longer_journey_never_has_a_lower_band_end_than_one_far_shorter() -> None:
    for minutes in range(3_000):
        assert travel_band(minutes) <= travel_band(round(minutes * 1.3) + 6)


@pytest.mark.parametrize(
    ("minutes", "band"),
    [
        (0, (0, 5)),
        (12, (10, 15)),
        (72, (60, 80)),
        (70, (60, 80)),
        (120, (110, 130)),
        (500, (450, 570)),
        (900, (780, 1020)),
    ],
)
def test_bands_are_rounded_the_more_the_longer_the_journey(minutes: int, band: tuple[int, int]) -> None:
    assert travel_band(minutes) == band


@pytest.mark.parametrize(
    ("journey", "greek", "english"),
    [
        (
            Journey(78_000, 72, Mode.ROAD),
            "περίπου 1 ώρα – 1 ώρα 20′ (εκτίμηση)",
            "about 1 h – 1 h 20 min (estimate)",
        ),
        (
            Journey(263_000, 502, Mode.FERRY),
            "περίπου 7 ώρες 30′ – 9 ώρες 30′, με πλοίο (εκτίμηση)",
            "about 7 h 30 min – 9 h 30 min, by ferry (estimate)",
        ),
        (Journey(9_000, 17, Mode.ROAD), "περίπου 15′ – 20′ (εκτίμηση)", "about 15 min – 20 min (estimate)"),
        (Journey(0, 0, Mode.ROAD), "έως 5′ (εκτίμηση)", "up to 5 min (estimate)"),
    ],
)
def test_a_band_is_told_in_words_as_an_estimate(journey: Journey, greek: str, english: str) -> None:
    assert band_in_words(journey, "el") == greek
    assert band_in_words(journey, "en") == english


def test_negative_minutes_are_refused() -> None:
    with pytest.raises(ValueError, match="not -1"):
        travel_band(-1)
