"""XLSX to rows, formulas recognised and never computed."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from typing import Any

from openpyxl import load_workbook

from connectors.kit.errors import RefusedInputError
from connectors.spreadsheet.archive import check_archive
from connectors.spreadsheet.cells import CellValue, Formula, RawRow
from connectors.spreadsheet.file_messages import DAMAGED, EMPTY
from connectors.spreadsheet.limits import Limits
from connectors.spreadsheet.merged import merged_down
from connectors.spreadsheet.records import NEUTRALISED
from connectors.spreadsheet.table import FileKind, Table, within_limits

_LAST_ROW = 1_048_576
"""Of the file format; a higher number would make us count blank rows for hours."""

_LOOKED_THROUGH = 200
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")


def table_of_workbook(content: bytes, limits: Limits) -> Table:
    """The first visible sheet that holds anything. Raises RefusedInputError, see `file_messages`."""
    check_archive(content, limits)
    with _refusing_damaged():
        book: Any = load_workbook(BytesIO(content), read_only=True, data_only=False, keep_links=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        filled = [sheet for sheet in sheets if _holds_anything(sheet, limits)]
        if not filled:
            raise RefusedInputError(EMPTY)
        first, *others = filled
        rows = within_limits(_rows(first, limits), limits)
        # The library keeps the ranges of merged cells to itself when it reads in passing.
        with book._archive.open(first._worksheet_path) as sheet_xml:
            merged = merged_down(sheet_xml)
    titles = tuple(sheet.title for sheet in others)
    return Table(FileKind.XLSX, rows, sheet=first.title, other_sheets=titles, merged=merged)


@contextmanager
def _refusing_damaged() -> Iterator[None]:
    """The library promises no type of error for a file that is not as it should be."""
    try:
        yield
    except RefusedInputError:
        raise
    except Exception as error:
        raise RefusedInputError(DAMAGED) from error


def _holds_anything(sheet: Any, limits: Limits) -> bool:
    return any(not row.is_blank for row in islice(_rows(sheet, limits), _LOOKED_THROUGH))


def _rows(sheet: Any, limits: Limits) -> Iterator[RawRow]:
    sheet.reset_dimensions()  # what a sheet says of its own size may be wrong
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        if number > _LAST_ROW:
            raise RefusedInputError(DAMAGED)
        if cells:
            yield RawRow(number, _values(cells[: limits.columns + 1]))


def _values(cells: Sequence[Any]) -> tuple[CellValue, ...]:
    values = [_value(cell) for cell in cells]
    while values and values[-1] is None:
        values.pop()
    return tuple(values)


def _value(cell: Any) -> CellValue:
    value = cell.value
    if cell.data_type == "f":
        return Formula(str(getattr(value, "text", value)))
    if not isinstance(value, str):
        return value
    bare = _CONTROL.sub(" ", value).strip()
    if bare.startswith(NEUTRALISED):
        return bare[1:]
    return bare or None
