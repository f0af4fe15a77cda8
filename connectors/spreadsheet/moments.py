"""Dates and times as people and programs write them, by the clock of Athens, to instants in UTC."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from connectors.spreadsheet.cells import CellValue, Formula, shown
from connectors.spreadsheet.refusal import RowProblem

_DAY_FIRST = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?:,?\s+(\S.*))?")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T\s]+(\S.*))?")
_CLOCK = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2})(?:\.[0-9]+)?)?")
_DAY = timedelta(days=1)
_END_OF_DAY = time(23, 59)


def instant_of(on: date, at: time | None, *, now: datetime, zone: ZoneInfo) -> datetime:
    """When a figure held, in UTC.

    A date without a time means `now` if it is today, else the last minute of that day. An hour that the
    change to winter time repeats is the earlier of the two. Raises RowProblem `time-skipped` for an hour that
    the change to summer time leaves out.
    """
    if at is not None:
        return _placed(on, at, zone)
    if on == now.astimezone(zone).date():
        return now.astimezone(UTC).replace(microsecond=0)
    return _placed(on, _END_OF_DAY, zone)


def _placed(on: date, at: time, zone: ZoneInfo) -> datetime:
    local = datetime.combine(on, at, zone)
    try:
        instant = local.astimezone(UTC)
    except OverflowError as error:
        raise RowProblem("date-unreadable", value=f"{on:%d/%m/%Y}") from error
    if instant.astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise RowProblem("time-skipped", value=f"{local:%d/%m/%Y %H:%M}")
    return instant


def day_and_time(value: CellValue) -> tuple[date, time | None]:
    """The day in a cell, and the time where the cell has one. Midnight in a date cell is no time.

    Raises RowProblem `formula-for-text`, `date-unreadable` or `time-unreadable`.
    """
    match value:
        case Formula():
            raise RowProblem("formula-for-text")
        case datetime():
            clock = value.time().replace(microsecond=0)
            return value.date(), clock if clock != time() else None
        case date():
            return value, None
        case str():
            return _from_text(value)
        case _:
            raise RowProblem("date-unreadable", value=shown(value))


def _from_text(text: str) -> tuple[date, time | None]:
    if found := _DAY_FIRST.fullmatch(text.strip()):
        day, _, month, year, clock = found.groups()
        year = year if len(year) == 4 else f"20{year}"
    elif found := _YEAR_FIRST.fullmatch(text.strip()):
        year, month, day, clock = found.groups()
    else:
        raise RowProblem("date-unreadable", value=shown(text))
    try:
        on = date(int(year), int(month), int(day))
    except ValueError as error:
        raise RowProblem("date-unreadable", value=shown(text)) from error
    return on, None if clock is None else time_of_day(clock)


def time_of_day(value: CellValue) -> time:
    """The time in a cell, to the second. Raises RowProblem `formula-for-text` or `time-unreadable`."""
    match value:
        case Formula():
            raise RowProblem("formula-for-text")
        case time():
            return value.replace(microsecond=0)
        case timedelta() if timedelta() <= value < _DAY:
            return (datetime.min + value).time().replace(microsecond=0)
        case str() if found := _CLOCK.fullmatch(value.strip()):
            return _clock(value, *(int(part or 0) for part in found.groups()))
        case _:
            raise RowProblem("time-unreadable", value=shown(value))


def _clock(text: str, hour: int, minute: int, second: int) -> time:
    try:
        return time(hour, minute, second)
    except ValueError as error:
        raise RowProblem("time-unreadable", value=shown(text)) from error
