"""An upload, read: what its columns mean, what its rows say, and which rows cannot be read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from connectors.kit.errors import RefusedInputError
from connectors.kit.observations import CapacityReported
from connectors.spreadsheet.cells import RawRow
from connectors.spreadsheet.config import SpreadsheetConfig
from connectors.spreadsheet.file_messages import NO_ROWS, TOO_MANY_COLUMNS
from connectors.spreadsheet.headers import Header, find_header
from connectors.spreadsheet.limits import fingerprint
from connectors.spreadsheet.merged import carried_down
from connectors.spreadsheet.parse import parse
from connectors.spreadsheet.refusal import RowRefusal
from connectors.spreadsheet.table import Table
from connectors.spreadsheet.translate import translate


@dataclass(frozen=True)
class SpreadsheetRead:
    """`rows` are those under the headings, blank ones left out; each is in `observations` or in `refused`."""

    fingerprint: str
    table: Table
    header: Header
    rows: Sequence[RawRow]
    observations: Sequence[CapacityReported]
    refused: Sequence[RowRefusal]


def read_spreadsheet(content: bytes, config: SpreadsheetConfig, *, now: datetime) -> SpreadsheetRead:
    """Reads a whole upload. `now` is the instant of the upload, aware.

    Raises RefusedInputError, with a code of `file_messages`, where nothing in it can be used.
    """
    table = parse(content, config)
    structure_known = config.structure_code is not None
    header = find_header(table.rows, config.mapped, structure_known=structure_known)
    if header.width > config.limits.columns:
        raise RefusedInputError(TOO_MANY_COLUMNS, columns=config.limits.columns)
    below = [row for row in table.rows if row.number > header.row_number]
    if not below:
        raise RefusedInputError(NO_ROWS)
    rows = carried_down(below, table.merged, header)
    read = [translate(row, header, config, now=now) for row in rows]
    return SpreadsheetRead(
        fingerprint=fingerprint(content),
        table=table,
        header=header,
        rows=rows,
        observations=[each for each in read if isinstance(each, CapacityReported)],
        refused=[each for each in read if isinstance(each, RowRefusal)],
    )
