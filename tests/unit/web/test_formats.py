from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.web import formats
from hub.web.i18n import Language

EL, EN = Language.EL, Language.EN
NOW = datetime(2026, 11, 24, 0, 24, 5, tzinfo=UTC)


def before(**gap: float) -> datetime:
    return NOW - timedelta(**gap)


def test_an_instant_is_written_in_athens_time_with_24_hours():
    assert formats.clock(NOW) == "02:24"
    assert formats.clock_seconds(NOW) == "02:24:05"
    assert formats.day(NOW) == "24/11/2026"


def test_the_day_is_that_of_athens_even_where_utc_has_not_turned():
    assert formats.day_short(datetime(2026, 11, 23, 22, 30, tzinfo=UTC)) == "24/11"


def test_the_repeated_hour_of_october_keeps_its_order_for_machines():
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert formats.clock(first) == formats.clock(second) == "03:30"
    assert formats.iso(first) < formats.iso(second)


def test_a_long_day_names_the_weekday_in_the_readers_language():
    assert formats.day_long(NOW, EL) == "Τρίτη 24 Νοεμβρίου"
    assert formats.day_long(date(2026, 11, 24), EN) == "Tuesday 24 November"


def test_an_instant_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        formats.clock(datetime(2026, 11, 24, 2, 24))


@pytest.mark.parametrize(
    ("gap", "greek", "english"),
    [
        ({"seconds": 59}, "μόλις τώρα", "just now"),
        ({"minutes": 1}, "πριν 1′", "1 min ago"),
        ({"minutes": 12}, "πριν 12′", "12 min ago"),
        ({"minutes": 60}, "πριν 1 ώρα", "1 hour ago"),
        ({"hours": 2, "minutes": 59}, "πριν 2 ώρες", "2 hours ago"),
        ({"days": 1}, "πριν 1 ημέρα", "1 day ago"),
        ({"days": 6}, "πριν 6 ημέρες", "6 days ago"),
        ({"days": 40}, "15/10/2026", "15/10/2026"),
        ({"minutes": -12}, "σε 12′", "in 12 min"),
        ({"hours": -3}, "σε 3 ώρες", "in 3 hours"),
        ({"days": -2}, "σε 2 ημέρες", "in 2 days"),
    ],
)
def test_an_age_is_told_in_words(gap: dict[str, float], greek: str, english: str):
    assert formats.age(before(**gap), NOW, EL) == greek
    assert formats.age(before(**gap), NOW, EN) == english


@pytest.mark.parametrize(
    ("gap", "greek", "english"),
    [
        ({"hours": 1}, "01:24", "01:24"),
        ({"hours": 4}, "χθες 22:24", "yesterday 22:24"),
        ({"days": 4}, "20/11 02:24", "20/11 02:24"),
        ({"days": 365}, "24/11/2025 02:24", "24/11/2025 02:24"),
        ({"days": -1}, "25/11 02:24", "25/11 02:24"),
    ],
)
def test_a_moment_is_as_short_as_it_can_be_without_doubt(gap: dict[str, float], greek: str, english: str):
    assert formats.moment(before(**gap), NOW, EL) == greek
    assert formats.moment(before(**gap), NOW, EN) == english


@pytest.mark.parametrize(
    ("minutes", "greek", "english"),
    [
        (0, "0′", "0 min"),
        (40, "40′", "40 min"),
        (60, "1 ώρα", "1 hour"),
        (80, "1 ώρα 20′", "1 hour 20 min"),
        (120, "2 ώρες", "2 hours"),
    ],
)
def test_a_duration_is_written_in_hours_and_minutes(minutes: int, greek: str, english: str):
    assert formats.duration(minutes, EL) == greek
    assert formats.duration(minutes, EN) == english


def test_a_band_of_durations_names_both_ends_unless_they_are_one():
    assert formats.duration_band(60, 80, EL) == "1 ώρα – 1 ώρα 20′"
    assert formats.duration_band(60, 60, EL) == "1 ώρα"


@pytest.mark.parametrize(
    ("left", "written", "greek"),
    [
        ({"hours": 1, "minutes": 12, "seconds": 40}, "1:12", "απομένουν 1 ώρα 12′"),
        ({"minutes": 12}, "0:12", "απομένουν 12′"),
        ({"seconds": 59}, "λιγότερο από ένα λεπτό", "απομένει λιγότερο από ένα λεπτό"),
        ({"minutes": -35}, "+0:35", "πέρασαν 35′"),
    ],
)
def test_a_countdown_runs_in_hours_and_minutes_and_goes_on_after_the_end(
    left: dict[str, float], written: str, greek: str
):
    until = NOW + timedelta(**left)
    assert formats.countdown(until, NOW, EL) == written
    assert formats.countdown_words(until, NOW, EL) == greek


@given(st.integers(min_value=1, max_value=10_000_000))
def test_a_longer_age_is_never_written_as_just_now(minutes: int):
    assert formats.age(NOW - timedelta(minutes=minutes % 40_000 + 1), NOW, EN) != "just now"
