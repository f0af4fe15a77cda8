"""How instants and days are written on pages: Athens time, 24 hours, in the reader's language.

Everything here is pure: the language and `now` are given. Instants are aware; one without a zone is a ValueError.
"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date

from hub.web.i18n import Language, translate, translate_count

ATHENS = ZoneInfo("Europe/Athens")
_MINUTE = timedelta(minutes=1)
_OLD = timedelta(days=31)


def to_athens(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("an instant needs a zone")
    return instant.astimezone(ATHENS)


def iso(instant: datetime) -> str:
    """For machines, in UTC to the second: 2026-11-24T00:24:00Z."""
    return to_athens(instant).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def clock(instant: datetime) -> str:
    """02:24"""
    return to_athens(instant).strftime("%H:%M")


def clock_seconds(instant: datetime) -> str:
    """02:24:05"""
    return to_athens(instant).strftime("%H:%M:%S")


def day(value: date | datetime) -> str:
    """24/11/2026"""
    return _day(value).strftime("%d/%m/%Y")


def day_short(value: date | datetime) -> str:
    """24/11"""
    return _day(value).strftime("%d/%m")


def day_long(value: date | datetime, language: Language) -> str:
    """Τρίτη 24 Νοεμβρίου / Tuesday 24 November"""
    return format_date(_day(value), "EEEE d MMMM", locale=language.value)


def _day(value: date | datetime) -> date:
    return to_athens(value).date() if isinstance(value, datetime) else value


def moment(instant: datetime, now: datetime, language: Language) -> str:
    """As short as it can be without doubt: 02:24, χθες 22:10 / yesterday 22:10, 20/11 22:10, 20/11/2025 22:10."""
    then, today = to_athens(instant).date(), to_athens(now).date()
    if then == today:
        return clock(instant)
    if today - then == timedelta(days=1):
        return translate(language, "yesterday %(time)s", time=clock(instant))
    written = day_short(then) if then.year == today.year else day(then)
    return f"{written} {clock(instant)}"


def age(instant: datetime, now: datetime, language: Language) -> str:
    """How long ago: πριν 12′ / 12 min ago, πριν 2 ώρες / 2 hours ago; a coming instant reads «σε 12′» / in 12 min."""
    passed = to_athens(now) - to_athens(instant)
    if abs(passed) < _MINUTE:
        return translate(language, "just now")
    if passed > _OLD:
        return day(instant)
    minutes = int(abs(passed) / _MINUTE)
    return _ahead(minutes, language) if passed < timedelta(0) else _ago(minutes, language)


def _ago(minutes: int, language: Language) -> str:
    if minutes < 60:
        return translate_count(language, "%(count)s min ago", "%(count)s min ago", minutes)
    if minutes < 24 * 60:
        return translate_count(language, "%(count)s hour ago", "%(count)s hours ago", minutes // 60)
    return translate_count(language, "%(count)s day ago", "%(count)s days ago", minutes // (24 * 60))


def _ahead(minutes: int, language: Language) -> str:
    if minutes < 60:
        return translate_count(language, "in %(count)s min", "in %(count)s min", minutes)
    if minutes < 24 * 60:
        return translate_count(language, "in %(count)s hour", "in %(count)s hours", minutes // 60)
    return translate_count(language, "in %(count)s day", "in %(count)s days", minutes // (24 * 60))


def duration(minutes: int, language: Language) -> str:
    """40′ / 40 min, 1 ώρα 20′ / 1 hour 20 min, 2 ώρες / 2 hours"""
    hours, rest = divmod(minutes, 60)
    parts: list[str] = []
    if hours:
        parts.append(translate_count(language, "%(count)s hour", "%(count)s hours", hours))
    if rest or not hours:
        parts.append(translate_count(language, "%(count)s min", "%(count)s min", rest))
    return " ".join(parts)


def duration_band(shortest: int, longest: int, language: Language) -> str:
    """1 ώρα – 1 ώρα 20′, in minutes; one value where both are the same."""
    if shortest == longest:
        return duration(shortest, language)
    return f"{duration(shortest, language)} – {duration(longest, language)}"


def countdown(until: datetime, now: datetime, language: Language) -> str:
    """1:12 in hours and minutes; words under a minute; +0:35 once it has passed."""
    left = to_athens(until) - to_athens(now)
    if timedelta(0) <= left < _MINUTE:
        return translate(language, "less than a minute")
    minutes = int(abs(left) / _MINUTE)
    sign = "+" if left < timedelta(0) else ""
    return f"{sign}{minutes // 60}:{minutes % 60:02}"


def countdown_words(until: datetime, now: datetime, language: Language) -> str:
    """The same for reading aloud: απομένουν 1 ώρα 12′ / 1 hour 12 min left."""
    left = to_athens(until) - to_athens(now)
    if timedelta(0) <= left < _MINUTE:
        return translate(language, "less than a minute left")
    words = duration(int(abs(left) / _MINUTE), language)
    if left < timedelta(0):
        return translate(language, "%(duration)s over", duration=words)
    return translate(language, "%(duration)s left", duration=words)
