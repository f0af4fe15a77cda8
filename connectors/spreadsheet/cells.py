"""What a cell can hold, and how it is named and shown."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from connectors.kit.messages import quoted


@dataclass(frozen=True)
class Formula:
    """A cell that computes; its result is not taken, since nobody here can recompute it."""

    text: str


CellValue = str | int | float | bool | datetime | date | time | timedelta | Formula | None
"""None is a blank cell. CSV gives text, formulas and blanks only."""


@dataclass(frozen=True)
class RawRow:
    """One row as it came. `number` counts from 1 as a spreadsheet program shows it.

    `broken`: its quotation marks do not close, so where its cells begin and end is a guess.
    """

    number: int
    cells: tuple[CellValue, ...]
    broken: bool = False

    def cell(self, column: int) -> CellValue:
        """The value in a column counted from 0; blank beyond the end of the row."""
        return self.cells[column] if column < len(self.cells) else None

    @property
    def is_blank(self) -> bool:
        return all(value is None for value in self.cells)


def as_text(value: CellValue) -> str:
    """The value as a person would have typed it: 3.0 is 3, a date is 24/11/2026, a blank is ""."""
    match value:
        case None:
            return ""
        case Formula(text):
            return text
        case bool():
            return str(value).upper()
        case float() if value.is_integer():
            return str(int(value))
        case datetime():
            return f"{value:%d/%m/%Y %H:%M}"
        case date():
            return f"{value:%d/%m/%Y}"
        case time():
            return f"{value:%H:%M}"
        case _:
            return str(value)


def shown(value: CellValue) -> str:
    """The value short and on one line, to be repeated in a sentence."""
    return quoted(as_text(value))


def cell_name(column: int, row_number: int) -> str:
    """The name a spreadsheet program gives the cell: column 3 (counted from 0) of row 7 is D7."""
    letters = ""
    left = column + 1
    while left:
        left, letter = divmod(left - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row_number}"
