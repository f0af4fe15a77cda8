"""CSV text to rows, where one row's broken quotation marks spoil that row alone."""

import csv
import io
from collections.abc import Iterator, Sequence

from connectors.spreadsheet.cells import CellValue, Formula, RawRow

_LINES_IN_A_CELL = 20
"""A quoted cell that runs on for longer has lost its closing mark."""

CELLS_IN_A_ROW = 1_000
"""More than any sheet of places has; what follows is kept as one cell where the row is split plainly."""

NEUTRALISED = ("'=", "'+", "'-", "'@")


def rows_of(text: str, delimiter: str) -> Iterator[RawRow]:
    """The rows of a CSV text, numbered as a spreadsheet program numbers them; blank lines count, and are left out.

    A cell may span lines inside quotation marks. Where marks do not close, the line is split at each
    delimiter and the row comes out `broken`.
    """
    lines = io.StringIO(text, newline=None).readlines()
    start, number = 0, 1
    while start < len(lines):
        if lines[start].isspace():
            start, number = start + 1, number + 1
            continue
        cells, taken = _record(lines, start, delimiter)
        if cells is None:
            plain = lines[start].rstrip("\n").split(delimiter, CELLS_IN_A_ROW)
            yield RawRow(number, tuple(cell_of(text) for text in plain), broken=True)
        else:
            yield RawRow(number, tuple(cell_of(text) for text in cells))
        start += taken
        number += 1


def _record(lines: Sequence[str], start: int, delimiter: str) -> tuple[list[str] | None, int]:
    """The cells of the record that begins at a line, and the lines it took; None where its marks are broken."""
    if '"' not in lines[start]:
        return lines[start].rstrip("\n").split(delimiter, CELLS_IN_A_ROW), 1
    for taken in range(1, min(_LINES_IN_A_CELL, len(lines) - start) + 1):
        try:
            cells = next(csv.reader(lines[start : start + taken], delimiter=delimiter, strict=True))
            return cells[: CELLS_IN_A_ROW + 1], taken
        except csv.Error as error:
            if "unexpected end of data" not in str(error):
                break
    return None, 1


def cell_of(text: str) -> CellValue:
    """The value of a CSV cell: blank, a formula, or text. A mark that we put before a formula comes off."""
    bare = text.strip()
    if not bare:
        return None
    if bare.startswith(NEUTRALISED):
        return bare[1:]
    return Formula(bare) if bare.startswith("=") else bare
