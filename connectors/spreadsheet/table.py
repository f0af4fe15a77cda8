"""A spreadsheet as rows of cells, before anybody says what its columns mean."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from connectors.kit.errors import RefusedInputError
from connectors.spreadsheet.cells import RawRow
from connectors.spreadsheet.file_messages import TOO_MANY_ROWS
from connectors.spreadsheet.limits import Limits
from connectors.spreadsheet.merged import MergedDown

_BLANK_TO_FILLED = 10


class FileKind(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True)
class Table:
    """`rows` leave out the blank ones. CSV tells `encoding` and `delimiter`, XLSX `sheet`, the one read.

    `other_sheets` hold something too and were not read: whoever uploaded it is told.
    """

    kind: FileKind
    rows: Sequence[RawRow]
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    other_sheets: tuple[str, ...] = ()
    merged: Sequence[MergedDown] = ()


def within_limits(rows: Iterable[RawRow], limits: Limits) -> list[RawRow]:
    """The rows that are not blank. Stops at one too many, or at far too many blank ones, with `too-many-rows`."""
    kept: list[RawRow] = []
    for count, row in enumerate(rows):
        if not row.is_blank:
            kept.append(row)
        if len(kept) > limits.rows + 1 or count > _BLANK_TO_FILLED * limits.rows:
            raise RefusedInputError(TOO_MANY_ROWS, rows=limits.rows)
    return kept
