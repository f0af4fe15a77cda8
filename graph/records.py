"""Rows of the graph become values here; no dict and no driver type leaves `graph/`.

The embedded server gives stored instants back without a zone; both mean UTC.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, cast

from neo4j.time import Date, DateTime

Row = Mapping[str, Any]


def instant(value: Any) -> datetime:
    """A stored instant as an aware UTC datetime. Raises TypeError where there is none."""
    native = value.to_native() if isinstance(value, DateTime) else value
    if not isinstance(native, datetime):
        raise TypeError(f"not an instant: {value!r}")
    return native.replace(tzinfo=UTC) if native.tzinfo is None else native.astimezone(UTC)


def instant_or_none(value: Any) -> datetime | None:
    return None if value is None else instant(value)


def day(value: Any) -> date:
    """A stored day. Raises TypeError where there is none."""
    native = value.to_native() if isinstance(value, Date) else value
    if not isinstance(native, date):
        raise TypeError(f"not a day: {value!r}")
    return native


def day_or_none(value: Any) -> date | None:
    return None if value is None else day(value)


def texts(value: Any) -> tuple[str, ...]:
    return tuple(str(v) for v in cast(Sequence[Any], value or ()))


def numbers(value: Any) -> tuple[int, ...]:
    return tuple(int(v) for v in cast(Sequence[Any], value or ()))
