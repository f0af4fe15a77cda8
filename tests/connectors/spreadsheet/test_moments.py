from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.spreadsheet.cells import CellValue, Formula
from connectors.spreadsheet.moments import day_and_time, instant_of, time_of_day
from connectors.spreadsheet.refusal import RowProblem
from tests.connectors.spreadsheet.sheets import NOON

ATHENS = ZoneInfo("Europe/Athens")


@pytest.mark.parametrize(
    "written",
    [
        "24/11/2026",
        "24-11-2026",
        "24.11.2026",
        "24/11/26",
        "2026-11-24",
        " 24/11/2026 ",
        date(2026, 11, 24),
        datetime(2026, 11, 24),
    ],
)
def test_a_day_is_read_day_first_or_year_first(written: CellValue) -> None:
    assert day_and_time(written) == (date(2026, 11, 24), None)


@pytest.mark.parametrize(
    "written",
    [
        "24/11/2026 14:30",
        "24/11/2026, 14:30",
        "24/11/2026 14.30",
        "2026-11-24T14:30:00",
        datetime(2026, 11, 24, 14, 30),
    ],
)
def test_a_date_cell_may_hold_the_time(written: CellValue) -> None:
    assert day_and_time(written) == (date(2026, 11, 24), time(14, 30))


@pytest.mark.parametrize(
    "written",
    ["11/24/2026", "31/02/2026", "24/11-2026", "χθες", "45000", 45_000, 0.5, "24/11/2026 π.μ.", Formula("=TODAY()")],
)
def test_what_is_no_date_is_refused(written: CellValue) -> None:
    with pytest.raises(RowProblem) as problem:
        day_and_time(written)
    assert problem.value.code in {"date-unreadable", "time-unreadable", "formula-for-text"}


@pytest.mark.parametrize("written", ["14:30", "14.30", "14:30:00", time(14, 30), timedelta(hours=14, minutes=30)])
def test_a_time_is_read_by_the_24_hour_clock(written: CellValue) -> None:
    assert time_of_day(written) == time(14, 30)


@pytest.mark.parametrize("written", ["24:00", "14:60", "2μμ", "14", timedelta(hours=25), 14, Formula("=NOW()")])
def test_what_is_no_time_is_refused(written: CellValue) -> None:
    with pytest.raises(RowProblem):
        time_of_day(written)


def test_an_instant_is_the_clock_of_athens_in_utc() -> None:
    assert instant_of(date(2026, 11, 24), time(14, 30), now=NOON, zone=ATHENS) == datetime(
        2026, 11, 24, 12, 30, tzinfo=UTC
    )
    assert instant_of(date(2026, 7, 1), time(14, 30), now=NOON, zone=ATHENS).hour == 11


def test_today_without_a_time_is_now_and_an_earlier_day_is_its_last_minute() -> None:
    assert instant_of(date(2026, 11, 24), None, now=NOON, zone=ATHENS) == NOON
    assert instant_of(date(2026, 11, 23), None, now=NOON, zone=ATHENS) == datetime(2026, 11, 23, 21, 59, tzinfo=UTC)


def test_today_is_today_in_athens_also_when_utc_is_still_at_yesterday() -> None:
    past_midnight = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)
    assert instant_of(date(2026, 11, 24), None, now=past_midnight, zone=ATHENS) == past_midnight


def test_an_hour_that_the_clocks_skip_is_refused_and_one_that_they_repeat_is_the_earlier() -> None:
    with pytest.raises(RowProblem) as problem:
        instant_of(date(2026, 3, 29), time(3, 30), now=NOON, zone=ATHENS)
    assert problem.value.code == "time-skipped"
    repeated = instant_of(date(2026, 10, 25), time(3, 30), now=NOON, zone=ATHENS)
    assert repeated == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@given(st.datetimes(datetime(2000, 1, 1), datetime(2040, 1, 1)))
def test_every_date_and_time_is_read_as_it_is_written(moment: datetime) -> None:
    moment = moment.replace(second=0, microsecond=0)
    read_time = None if moment.time() == time() else moment.time()
    assert day_and_time(f"{moment:%d/%m/%Y}")[0] == moment.date()
    assert day_and_time(f"{moment:%d/%m/%Y %H:%M}") == (moment.date(), moment.time())
    assert day_and_time(moment) == (moment.date(), read_time)


@given(st.one_of(st.text(), st.floats(allow_nan=False), st.dates(), st.timedeltas()))
def test_anything_is_a_date_or_a_problem(value: CellValue) -> None:
    for reading in (day_and_time, time_of_day):
        with suppress(RowProblem):
            assert reading(value) is not None
