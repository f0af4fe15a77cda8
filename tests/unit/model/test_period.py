"""Half-open periods: the last instant belongs to the next one."""

from datetime import UTC, datetime, timedelta

import pytest

from graph.model.period import OPEN_END, Period

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def hours(since: int, until: int) -> Period:
    return Period(NOON + since * HOUR, NOON + until * HOUR)


@pytest.mark.parametrize("until", [0, -1])
def test_a_period_ends_after_it_starts(until: int) -> None:
    with pytest.raises(ValueError, match="a period ends after it starts"):
        hours(0, until)


@pytest.mark.parametrize(
    ("other", "overlap"),
    [
        (hours(-2, 0), False),
        (hours(-2, 1), True),
        (hours(1, 2), True),
        (hours(2, 3), True),
        (hours(3, 4), False),
        (hours(-9, 9), True),
    ],
)
def test_periods_that_only_touch_do_not_overlap(other: Period, overlap: bool) -> None:
    assert hours(0, 3).overlaps(other) is overlap
    assert other.overlaps(hours(0, 3)) is overlap


def test_a_period_contains_its_first_instant_and_not_its_last() -> None:
    assert [hours(0, 1).contains(NOON + h * HOUR) for h in (-1, 0, 1)] == [False, True, False]


@pytest.mark.parametrize(("now", "starts"), [(-1, 0), (0, 0), (2, 2)])
def test_of_a_period_that_has_begun_only_the_rest_can_be_given_out(now: int, starts: int) -> None:
    assert hours(0, 3).from_now(NOON + now * HOUR) == hours(starts, 3)


def test_of_a_period_that_is_over_only_its_last_instant_is_left() -> None:
    left = hours(0, 3).from_now(NOON + 9 * HOUR)
    assert (left.ends, left.ends - left.starts) == (NOON + 3 * HOUR, timedelta(microseconds=1))


def test_an_open_stay_ends_later_than_any_other() -> None:
    assert Period(NOON, OPEN_END).overlaps(hours(24 * 365 * 900, 24 * 365 * 901))
