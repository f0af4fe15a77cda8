"""How numbers and telephone numbers are written on pages. Everything here is pure."""

import re
from decimal import Decimal

from babel.numbers import format_decimal

from hub.web.i18n import Language, translate

_THREE_DIGIT_AREA = re.compile(r"21\d")
_FOUR_DIGIT_AREA = re.compile(r"2[3-8]10")
_FIVE_DIGIT_AREA = re.compile(r"2\d{3}0")


def number(value: int | float | Decimal, language: Language, *, decimals: int | None = None) -> str:
    """12.345,6 in Greek, 12,345.6 in English. `decimals`: exactly so many; without it as many as there are, up to 3."""
    pattern = None if decimals is None else "#,##0." + "0" * decimals if decimals else "#,##0"
    return format_decimal(value, format=pattern, locale=language.value)


def per_cent(value: int | float | Decimal, language: Language) -> str:
    """94 % (of 100), with a space that does not break."""
    return f"{number(value, language)}\u00a0%"


def kilometres(metres: int, language: Language) -> str:
    """~78 χλμ / ~78 km: an estimate, whole kilometres, at least one."""
    return translate(language, "~%(km)s km", km=number(max(1, round(metres / 1000)), language))


def phone(text: str) -> str:
    """A Greek number in groups: 2410 555 012, 210 555 0123, 24310 00 000, 6900 000 000. Anything else as it came."""
    prefix, digits = _national(text)
    if len(digits) != 10 or not digits.isdigit():
        return text.strip()
    return prefix + " ".join(_groups(digits))


def phone_href(text: str) -> str:
    """The `tel:` address of a number: ten digits become +30…, short numbers stay short."""
    _, digits = _national(text)
    if digits.isdigit():
        return f"tel:+30{digits}" if len(digits) == 10 else f"tel:{digits}"
    return "tel:" + re.sub(r"[^\d+]", "", text)


def _national(text: str) -> tuple[str, str]:
    digits = re.sub(r"[\s().\-/]", "", text)
    for country in ("+30", "0030"):
        if digits.startswith(country):
            return "+30 ", digits.removeprefix(country)
    return "", digits


def _groups(digits: str) -> tuple[str, ...]:
    if _THREE_DIGIT_AREA.match(digits):
        return digits[:3], digits[3:6], digits[6:]
    if _FIVE_DIGIT_AREA.match(digits) and not _FOUR_DIGIT_AREA.match(digits):
        return digits[:5], digits[5:7], digits[7:]
    return digits[:4], digits[4:7], digits[7:]
