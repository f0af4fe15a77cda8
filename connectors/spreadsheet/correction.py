"""The rows that were not taken, given back as they came, with the reason in a last column."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from openpyxl import Workbook

from connectors.spreadsheet.cells import CellValue, Formula, as_text
from connectors.spreadsheet.fields import LABELS, Field
from connectors.spreadsheet.neutral import neutral
from connectors.spreadsheet.read import SpreadsheetRead
from connectors.spreadsheet.refusal import RowRefusal
from connectors.spreadsheet.table import FileKind
from graph.model.lists.entry import Language

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SUFFIX = {"el": "διόρθωση", "en": "to-correct"}


@dataclass(frozen=True)
class WrittenFile:
    """A file to download: its bytes, its media type and the ending of its name, `.csv` or `.xlsx`."""

    content: bytes
    media_type: str
    ending: str


def correction_of(read: SpreadsheetRead, refused: Sequence[RowRefusal], language: Language) -> WrittenFile:
    """The refused rows under the headings of the upload, in its own kind of file.

    CSV keeps the delimiter it came with and is written in UTF-8 with a mark, which every spreadsheet program
    reads. Uploading the file again, corrected, takes the rows: the reason column is read over.
    """
    kept = _columns_kept(read)
    reason = LABELS[Field.REASON]
    headings = [read.header.headings[column] for column in kept]
    first: list[CellValue] = [*headings, reason.el if language == "el" else reason.en]
    rows: list[list[CellValue]] = [
        [*_cells(refusal, kept, read.header.width), refusal.in_language(language)] for refusal in refused
    ]
    if read.table.kind is FileKind.CSV:
        return csv_file([first, *rows], read.table.delimiter or ";")
    return xlsx_file([first, *rows], read.table.sheet or "1")


def correction_name(uploaded: str, written: WrittenFile, language: Language) -> str:
    """A name for the file that tells which upload it belongs to, without folders or marks from outside."""
    last = uploaded.replace("\\", "/").rsplit("/", 1)[-1]
    stem = last.rsplit(".", 1)[0] if "." in last else last
    safe = "".join(letter for letter in stem if letter.isalnum() or letter in " _-().").strip(" .")
    return f"{safe[:80] or '1'}-{_SUFFIX[language]}{written.ending}"


def csv_file(rows: Sequence[Sequence[CellValue]], delimiter: str) -> WrittenFile:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerows([neutral(as_text(value)) for value in row] for row in rows)
    return WrittenFile(text.getvalue().encode("utf-8-sig"), CSV_TYPE, ".csv")


def xlsx_file(rows: Sequence[Sequence[CellValue]], sheet: str) -> WrittenFile:
    book = Workbook(write_only=True)
    page = book.create_sheet(sheet)
    for row in rows:
        page.append([_excel_value(value) for value in row])
    content = io.BytesIO()
    book.save(content)
    return WrittenFile(content.getvalue(), XLSX_TYPE, ".xlsx")


def _columns_kept(read: SpreadsheetRead) -> list[int]:
    ours = read.header.column(Field.REASON)
    return [column for column in range(read.header.width) if column != ours]


def _cells(refusal: RowRefusal, kept: Sequence[int], width: int) -> list[CellValue]:
    """The kept cells. What stood beyond the last heading goes into the last cell, so that nothing is lost."""
    cells = [refusal.cells[column] if column < len(refusal.cells) else None for column in kept]
    beyond = [as_text(value) for value in refusal.cells[width:] if value is not None]
    if beyond and cells:
        cells[-1] = " ".join([as_text(cells[-1]), *beyond]).strip()
    return cells


def _excel_value(value: CellValue) -> CellValue:
    if isinstance(value, bool | int | float | datetime | date | time):
        return value
    return neutral(as_text(value)) if isinstance(value, str | Formula) else value
