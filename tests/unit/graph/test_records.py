"""What the two servers give back becomes one kind of value; what is not there is an error, never a guess."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from neo4j.time import Date, DateTime

from graph.records import day, day_or_none, instant, instant_or_none, numbers, texts

AT = datetime(2026, 10, 25, 1, 30, 0, 123_456, tzinfo=UTC)


@pytest.mark.parametrize(
    "stored",
    [
        AT,
        AT.replace(tzinfo=None),
        AT.astimezone(timezone(timedelta(hours=2))),
        DateTime.from_native(AT),
        DateTime.from_native(AT.replace(tzinfo=None)),
    ],
    ids=["aware", "without a zone", "of another zone", "of the driver", "of the driver without a zone"],
)
def test_every_shape_of_an_instant_is_the_same_instant_in_utc(stored: object) -> None:
    found = instant(stored)
    assert found == AT
    assert found.tzinfo is UTC


@pytest.mark.parametrize("stored", [None, "2026-10-25", date(2026, 10, 25), 0])
def test_what_is_no_instant_is_refused(stored: object) -> None:
    with pytest.raises(TypeError, match="not an instant"):
        instant(stored)


@pytest.mark.parametrize("stored", [date(2026, 2, 28), Date(2026, 2, 28)])
def test_a_day_is_a_day(stored: object) -> None:
    assert day(stored) == date(2026, 2, 28)


@pytest.mark.parametrize("stored", [None, "2026-02-28"])
def test_what_is_no_day_is_refused(stored: object) -> None:
    with pytest.raises(TypeError, match="not a day"):
        day(stored)


def test_what_may_be_missing_may_be_missing() -> None:
    assert (instant_or_none(None), day_or_none(None), texts(None), numbers(None)) == (None, None, (), ())
    assert (texts(["a", "b"]), numbers([1, 2])) == (("a", "b"), (1, 2))
