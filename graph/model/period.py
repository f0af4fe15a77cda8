"""Half-open periods and lodging nights; nothing else in the project does date arithmetic.

A night bears the date on which it begins. Until the service's day turns (by default at 08:00 in Athens)
tonight is still yesterday's date.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ATHENS = ZoneInfo("Europe/Athens")
DAY_TURNS_AT = time(8, 0)
OPEN_END = datetime(9999, 12, 31, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Period:
    """From `starts` (included) to `ends` (excluded); both aware UTC instants, neither ever null.

    Raises ValueError where `ends` is not after `starts`.
    """

    starts: datetime
    ends: datetime

    def __post_init__(self) -> None:
        if self.ends <= self.starts:
            raise ValueError("a period ends after it starts")

    def overlaps(self, other: "Period") -> bool:
        return self.starts < other.ends and other.starts < self.ends

    def contains(self, instant: datetime) -> bool:
        return self.starts <= instant < self.ends

    def from_now(self, now: datetime) -> "Period":
        """What is left of it at `now`: the past can no longer be given out."""
        return Period(max(self.starts, min(now, self.ends - timedelta(microseconds=1))), self.ends)


def turn_of_day(on: date, turns_at: time = DAY_TURNS_AT) -> datetime:
    """The UTC instant at which the lodging day `on` begins in Athens."""
    return datetime.combine(on, turns_at, tzinfo=ATHENS).astimezone(UTC)


def tonight(now: datetime, turns_at: time = DAY_TURNS_AT) -> date:
    """The date of the night that `now` belongs to."""
    local = now.astimezone(ATHENS)
    return local.date() if local.time() >= turns_at else local.date() - timedelta(days=1)


def lodging_period(starts_on: date, nights: int, turns_at: time = DAY_TURNS_AT) -> Period:
    """The instants of `nights` nights of which the first begins on `starts_on`."""
    return Period(turn_of_day(starts_on, turns_at), turn_of_day(starts_on + timedelta(days=nights), turns_at))


def end_of_tonight(now: datetime, turns_at: time = DAY_TURNS_AT) -> datetime:
    return turn_of_day(tonight(now, turns_at) + timedelta(days=1), turns_at)


def window_shown_as_free(now: datetime, turns_at: time = DAY_TURNS_AT) -> Period:
    """The instants over which a place must be free to be shown as free now.

    Until the end of tonight; between midnight and the turn of the day the coming night belongs to it too, so that
    a place promised from this morning on is not shown as free at three.
    """
    local = now.astimezone(ATHENS)
    after_midnight = local.date() != tonight(now, turns_at)
    last_night = tonight(now, turns_at) + timedelta(days=1 if after_midnight else 0)
    return Period(now, turn_of_day(last_night + timedelta(days=1), turns_at))
