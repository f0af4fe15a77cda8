"""Spreadsheets and structures for these tests; every name in them is invented."""

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from openpyxl import Workbook

from connectors.spreadsheet.check import Checked, check
from connectors.spreadsheet.config import SpreadsheetConfig
from connectors.spreadsheet.known import Known, KnownStructure, KnownUnit, known
from connectors.spreadsheet.read import SpreadsheetRead, read_spreadsheet

NOON = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
"""Midday in Athens on the day of the uploads."""

READ_AS_USUAL = SpreadsheetConfig()


def csv_bytes(*lines: str, encoding: str = "utf-8", ending: str = "\r\n") -> bytes:
    return "".join(line + ending for line in lines).encode(encoding)


def xlsx_bytes(rows: Iterable[Sequence[Any]], *, merge: Sequence[str] = (), title: str = "Θέσεις") -> bytes:
    book = Workbook()
    page: Any = book.active
    page.title = title
    for row in rows:
        page.append(list(row))
    for cells in merge:
        page.merge_cells(cells)
    return saved(book)


def saved(book: Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def read(content: bytes, config: SpreadsheetConfig = READ_AS_USUAL) -> SpreadsheetRead:
    return read_spreadsheet(content, config, now=NOON)


def checked(content: bytes, structures: Known, config: SpreadsheetConfig = READ_AS_USUAL) -> Checked:
    return check(read(content, config), structures)


def a_structure(name: str, *, places: int = 20, code: str | None = None, id_: str | None = None) -> KnownStructure:
    key = id_ or f"structure of {name}"
    return KnownStructure(key, name, code, (KnownUnit(f"unit of {key}", "Κλίνες", None, places),))


def rooms(name: str, *units: tuple[str, int], code: str | None = None) -> KnownStructure:
    return KnownStructure(
        f"structure of {name}",
        name,
        code,
        tuple(KnownUnit(f"{unit} of {name}", unit, None, places) for unit, places in units),
    )


ITIA = a_structure("Ξενώνας «Ιτιά»", places=20, code="Κ-07")
FAROS = a_structure("Υπνωτήριο Φάρος", places=32)
KYKLAMINO = rooms("Ξενώνας Κυκλάμινο", ("Δωμάτια οικογενειών", 6), ("Κλίνες γυναικών", 4))
NETWORK = known([ITIA, FAROS, KYKLAMINO])
