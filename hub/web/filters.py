"""Format functions as template filters, which know their reader from the page being rendered."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from itertools import groupby

from jinja2 import pass_context
from jinja2.runtime import Context

from hub.web import formats, numbers
from hub.web.components import TimelineEntry
from hub.web.i18n import Language
from hub.web.page import current_frame

Filter = Callable[..., object]


def _plain(write: Callable[..., str]) -> Filter:
    # Taking the context keeps Jinja from computing a filter of a constant once for all readers.
    @pass_context
    def plain(_: Context, *arguments: object, **named: object) -> str:
        return write(*arguments, **named)

    return plain


def _in_language(write: Callable[..., str]) -> Filter:
    @pass_context
    def in_language(_: Context, *arguments: object, **named: object) -> str:
        return write(*arguments, language=current_frame().language, **named)

    return in_language


def _against_now(write: Callable[[datetime, datetime, Language], str]) -> Filter:
    @pass_context
    def against_now(_: Context, instant: datetime) -> str:
        return write(instant, current_frame().now, current_frame().language)

    return against_now


def _groupby_day(entries: Iterable[TimelineEntry]) -> list[tuple[date, list[TimelineEntry]]]:
    """Neighbours of one Athens day together, in the order given."""
    grouped = groupby(entries, key=lambda entry: formats.to_athens(entry.at).date())
    return [(day, list(group)) for day, group in grouped]


FILTERS: dict[str, Filter] = {
    "groupby_day": _groupby_day,
    "clock": _plain(formats.clock),
    "clock_seconds": _plain(formats.clock_seconds),
    "day": _plain(formats.day),
    "day_short": _plain(formats.day_short),
    "iso": _plain(formats.iso),
    "phone": _plain(numbers.phone),
    "phone_href": _plain(numbers.phone_href),
    "day_long": _in_language(formats.day_long),
    "duration": _in_language(formats.duration),
    "duration_band": _in_language(formats.duration_band),
    "number": _in_language(numbers.number),
    "per_cent": _in_language(numbers.per_cent),
    "kilometres": _in_language(numbers.kilometres),
    "moment": _against_now(formats.moment),
    "age": _against_now(formats.age),
    "countdown": _against_now(formats.countdown),
    "countdown_words": _against_now(formats.countdown_words),
}
