"""An upload to rows of cells: what kind of file it is is told from its content, never from its name."""

from connectors.kit.errors import RefusedInputError
from connectors.spreadsheet.archive import OLD_START, ZIP_START
from connectors.spreadsheet.config import SpreadsheetConfig
from connectors.spreadsheet.decode import decode
from connectors.spreadsheet.dialect import find_delimiter
from connectors.spreadsheet.file_messages import EMPTY, OLD_EXCEL, TOO_LARGE
from connectors.spreadsheet.limits import MEGABYTE
from connectors.spreadsheet.records import rows_of
from connectors.spreadsheet.table import FileKind, Table, within_limits
from connectors.spreadsheet.workbook import table_of_workbook


def parse(content: bytes, config: SpreadsheetConfig) -> Table:
    """The rows of a CSV or XLSX file. Raises RefusedInputError, see `file_messages`."""
    limits = config.limits
    if len(content) > limits.upload_bytes:
        raise RefusedInputError(TOO_LARGE, megabytes=limits.upload_bytes // MEGABYTE)
    if content.startswith(OLD_START):
        raise RefusedInputError(OLD_EXCEL)
    if content.startswith(ZIP_START):
        return table_of_workbook(content, limits)
    return _table_of_csv(content, config)


def _table_of_csv(content: bytes, config: SpreadsheetConfig) -> Table:
    decoded = decode(content)
    if not decoded.text.strip():
        raise RefusedInputError(EMPTY)
    delimiter, text = find_delimiter(decoded.text, config.mapped)
    rows = within_limits(rows_of(text, delimiter), config.limits)
    if not rows:
        raise RefusedInputError(EMPTY)
    return Table(FileKind.CSV, rows, encoding=decoded.encoding, delimiter=delimiter)
