"""Runs `nights.md`: the document that people read is the test."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from graph.model.period import ATHENS, lodging_period, tonight, window_shown_as_free
from tests.spec.tables import tables

TONIGHT, STAYS = tables("nights.md")


@pytest.mark.parametrize("row", TONIGHT.rows, ids=lambda row: row[0])
def test_which_night_is_tonight(row: tuple[str, ...]) -> None:
    _, turns_at, now, night, shown_until = row
    turns = time.fromisoformat(turns_at)
    instant = in_athens(now)
    assert tonight(instant, turns) == day(night)
    shown = window_shown_as_free(instant, turns)
    assert (shown.starts, shown.ends) == (instant, in_athens(shown_until))


@pytest.mark.parametrize("row", STAYS.rows, ids=lambda row: row[0])
def test_how_long_a_stay_is(row: tuple[str, ...]) -> None:
    _, first_night, nights, begins, ends, hours = row
    stay = lodging_period(day(first_night), int(nights))
    assert (stay.starts, stay.ends) == (in_utc(begins), in_utc(ends))
    assert stay.ends - stay.starts == timedelta(hours=int(hours))


def test_the_hour_that_comes_twice_belongs_to_the_same_night_both_times() -> None:
    first = datetime(2026, 10, 25, 3, 30, tzinfo=ATHENS)
    again = first.replace(fold=1)
    assert again.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=1)
    assert tonight(first.astimezone(UTC)) == tonight(again.astimezone(UTC)) == date(2026, 10, 24)


def day(text: str) -> date:
    return datetime.strptime(text, "%d %b %Y").date()


def in_athens(text: str) -> datetime:
    return datetime.strptime(text, "%d %b %Y %H:%M").replace(tzinfo=ATHENS).astimezone(UTC)


def in_utc(text: str) -> datetime:
    return datetime.strptime(text, "%d %b %Y %H:%M").replace(tzinfo=UTC)
