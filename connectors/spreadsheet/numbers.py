"""Numbers of places as people and programs write them: 3, "3", 3.0, "3,0"."""

import re

from connectors.spreadsheet.cells import CellValue, Formula, shown
from connectors.spreadsheet.refusal import RowProblem

MOST_PLACES = 100_000
_WHOLE = re.compile(r"[+-]?[0-9]+")
_WITH_FRACTION = re.compile(r"[+-]?[0-9]+[.,][0-9]+")


def whole_number(value: CellValue) -> int:
    """The number of places in a cell that is not blank.

    Raises RowProblem `formula-for-number`, `not-a-number`, `not-whole`, `number-ambiguous` (1.000 may be one
    or a thousand), `number-negative` or `number-too-large`.
    """
    match value:
        case Formula():
            raise RowProblem("formula-for-number")
        case bool():
            raise RowProblem("not-a-number", value=shown(value))
        case int():
            return _in_range(value, value)
        case float():
            return _in_range(_integral(value, value), value)
        case str():
            return _in_range(_from_text(value), value)
        case _:
            raise RowProblem("not-a-number", value=shown(value))


def _from_text(text: str) -> int:
    plain = text.strip().replace("\u2212", "-")
    if _WHOLE.fullmatch(plain):
        return _capped(plain)
    if not _WITH_FRACTION.fullmatch(plain):
        raise RowProblem("not-a-number", value=shown(text))
    whole, fraction = re.split(r"[.,]", plain)
    if len(fraction) == 3:
        raise RowProblem("number-ambiguous", value=shown(text))
    if fraction.strip("0"):
        raise RowProblem("not-whole", value=shown(text))
    return _capped(whole)


def _capped(digits: str) -> int:
    """The number, or one past the most where there are more digits than could count places."""
    return int(digits) if len(digits) <= 12 else (MOST_PLACES + 1) * (-1 if digits[0] == "-" else 1)


def _integral(number: float, value: CellValue) -> int:
    if not number.is_integer():
        raise RowProblem("not-whole", value=shown(value))
    return int(number)


def _in_range(number: int, value: CellValue) -> int:
    if number < 0:
        raise RowProblem("number-negative", value=shown(value))
    if number > MOST_PLACES:
        raise RowProblem("number-too-large", value=shown(value), most=MOST_PLACES)
    return number
