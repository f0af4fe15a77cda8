"""What the check page shows of a file: what its columns mean, its first rows, and each refused row with its reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from connectors.spreadsheet.cells import as_text
from connectors.spreadsheet.check import Taken
from connectors.spreadsheet.fields import LABELS, Field
from connectors.spreadsheet.headers import Header
from connectors.spreadsheet.refusal import RowRefusal
from hub.files.service import LookedOver
from hub.web.i18n import Language

FIRST_ROWS = 5
MOST_REFUSED_SHOWN = 50
LONGEST_CELL = 120


@dataclass(frozen=True, slots=True)
class ColumnRead:
    heading: str
    meaning: str


@dataclass(frozen=True, slots=True)
class TakenRow:
    number: int
    structure: str
    unit: str
    free: int
    places: int
    as_of: datetime | None


@dataclass(frozen=True, slots=True)
class Cell:
    heading: str
    text: str
    wrong: bool


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """`reason` stands in the cell at fault, or under the row where no single cell is."""

    number: int
    cells: Sequence[Cell]
    reason: str

    @property
    def is_one_cell(self) -> bool:
        return any(cell.wrong for cell in self.cells)


def columns(looked: LookedOver, language: Language) -> list[ColumnRead]:
    """The columns that are read, in the order of the file."""
    header = looked.read.header
    used = sorted((place, field) for field, place in header.columns.items() if field is not Field.REASON)
    return [ColumnRead(header.headings[place], _label(field, language)) for place, field in used]


def first_rows(looked: LookedOver) -> list[TakenRow]:
    return [_taken_row(each) for each in looked.checked.taken[:FIRST_ROWS]]


def refused_rows(looked: LookedOver, language: Language) -> list[RefusedRow]:
    header = looked.read.header
    return [_refused_row(r, header, language) for r in looked.checked.refused[:MOST_REFUSED_SHOWN]]


def _label(field: Field, language: Language) -> str:
    words = LABELS[field]
    return words.el if language is Language.EL else words.en


def _taken_row(taken: Taken) -> TakenRow:
    said = taken.observation
    return TakenRow(
        number=said.row_number,
        structure=said.structure_name or said.structure_code or "",
        unit=said.unit_name or said.unit_code or "",
        free=said.free,
        places=taken.known_places,
        as_of=said.as_of,
    )


def _refused_row(refusal: RowRefusal, header: Header, language: Language) -> RefusedRow:
    read = set(header.columns.values())
    cells = [
        Cell(heading, _cell_text(refusal, place), place == refusal.column)
        for place, heading in enumerate(header.headings)
        if place in read and place != header.column(Field.REASON)
    ]
    return RefusedRow(refusal.row_number, cells, refusal.in_language(language.value))


def _cell_text(refusal: RowRefusal, place: int) -> str:
    text = as_text(refusal.cells[place]) if place < len(refusal.cells) else ""
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"
