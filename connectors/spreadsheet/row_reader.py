"""One row read by what its columns mean. Every problem comes out with the cell that it lies in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import TypeVar

from connectors.kit.messages import Param
from connectors.spreadsheet.cells import CellValue, Formula, RawRow, as_text
from connectors.spreadsheet.fields import LABELS, Field
from connectors.spreadsheet.headers import Header
from connectors.spreadsheet.moments import day_and_time, time_of_day
from connectors.spreadsheet.numbers import whole_number
from connectors.spreadsheet.refusal import RowProblem

Read = TypeVar("Read")


@dataclass(frozen=True)
class RowReader:
    """Each reading gives None where the column is absent or the cell blank, and raises RowProblem."""

    row: RawRow
    header: Header
    longest_text: int

    def check_shape(self) -> None:
        if self.row.broken:
            raise RowProblem("quotes-broken")
        if any(value is not None for value in self.row.cells[self.header.width :]):
            raise RowProblem("row-too-long")

    def number(self, field: Field) -> int | None:
        return self._read(field, whole_number)

    def text(self, field: Field) -> str | None:
        return self._read(field, lambda value: self._text(field, value))

    def day(self) -> tuple[date, time | None] | None:
        return self._read(Field.DATE, day_and_time)

    def clock(self) -> time | None:
        return self._read(Field.TIME, time_of_day)

    def problem(self, code: str, field: Field, **params: Param) -> RowProblem:
        """A problem that lies in the cell of a field, or in the whole row where there is no such column."""
        found = RowProblem(code)
        found.params |= {**params, "field": LABELS[field]}
        column = self.header.column(field)
        return found if column is None else found.at(column, self.row.number)

    def _read(self, field: Field, reading: Callable[[CellValue], Read]) -> Read | None:
        column = self.header.column(field)
        value = None if column is None else self.row.cell(column)
        if column is None or value is None:
            return None
        try:
            return reading(value)
        except RowProblem as problem:
            problem.at(column, self.row.number)
            raise

    def _text(self, field: Field, value: CellValue) -> str:
        if isinstance(value, Formula):
            raise RowProblem("formula-for-text")
        text = as_text(value)
        if len(text) > self.longest_text:
            raise RowProblem("text-too-long", field=LABELS[field], most=self.longest_text)
        return text
