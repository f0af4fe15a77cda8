"""Cells merged downwards: the value that a reader sees in each row stands only in the first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import IO

from defusedxml.ElementTree import iterparse
from openpyxl.utils import range_boundaries

from connectors.spreadsheet.cells import CellValue, RawRow
from connectors.spreadsheet.fields import Field
from connectors.spreadsheet.headers import Header

_MERGE_CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}mergeCell"
_ROW = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}row"
_CARRIED = (
    Field.STRUCTURE_CODE,
    Field.STRUCTURE_NAME,
    Field.DATE,
    Field.TIME,
)
"""Fields that mean the same in every row they span. A number merged over rows is nobody's number."""


@dataclass(frozen=True)
class MergedDown:
    """One column, counted from 0, over rows `first` to `last`, both included."""

    column: int
    first: int
    last: int


def merged_down(sheet_xml: IO[bytes]) -> list[MergedDown]:
    """The ranges of a sheet that span several rows, none overlapping another of its column."""
    found: list[MergedDown] = []
    for _, element in iterparse(sheet_xml):
        if element.tag == _MERGE_CELL:
            left, top, _, bottom = range_boundaries(element.get("ref", ""))
            if left and top and bottom and bottom > top:
                found.append(MergedDown(left - 1, top, bottom))
        if element.tag == _ROW:
            element.clear()
    return list(_apart(found))


def _apart(ranges: Sequence[MergedDown]) -> Iterator[MergedDown]:
    ordered = sorted(ranges, key=attrgetter("column", "first"))
    for _, column in groupby(ordered, key=attrgetter("column")):
        last = 0
        for each in column:
            if each.first > last:
                last = each.last
                yield each


def carried_down(rows: Sequence[RawRow], ranges: Sequence[MergedDown], header: Header) -> list[RawRow]:
    """The rows with the values that merged cells show in them, for the columns where that makes sense."""
    columns = {header.column(field) for field in _CARRIED}
    cells = {row.number: list(row.cells) for row in rows}
    last = max(cells, default=0)
    for each in ranges:
        if each.column in columns and each.first in cells:
            _fill(cells, each, last)
    return [RawRow(row.number, tuple(cells[row.number]), row.broken) for row in rows]


def _fill(cells: dict[int, list[CellValue]], merged: MergedDown, last: int) -> None:
    source = cells[merged.first]
    value = source[merged.column] if merged.column < len(source) else None
    for number in range(merged.first + 1, min(merged.last, last) + 1):
        row = cells.get(number)
        if row is None or all(cell is None for cell in row):
            continue
        row.extend([None] * (merged.column + 1 - len(row)))
        if row[merged.column] is None:
            row[merged.column] = value
