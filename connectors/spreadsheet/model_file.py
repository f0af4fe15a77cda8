"""The model file: the headings we know best and one invented row, to start from."""

from connectors.spreadsheet.cells import CellValue
from connectors.spreadsheet.correction import WrittenFile, csv_file, xlsx_file
from connectors.spreadsheet.fields import LABELS, Field
from connectors.spreadsheet.table import FileKind
from graph.model.lists.entry import Language

_FIELDS = (
    Field.STRUCTURE_CODE,
    Field.STRUCTURE_NAME,
    Field.UNIT_NAME,
    Field.PLACES,
    Field.FREE,
)
_EXAMPLE: dict[Language, tuple[CellValue, ...]] = {
    "el": ("Π-01", "Ξενώνας Παράδειγμα", "Δωμάτια οικογενειών", 6, 2),
    "en": ("X-01", "Example hostel", "Family rooms", 6, 2),
}


def model_file(kind: FileKind, language: Language) -> WrittenFile:
    """A file that would be recognised as it stands. Its only row names a structure that does not exist."""
    labels = [LABELS[field] for field in _FIELDS]
    headings: list[CellValue] = [label.el if language == "el" else label.en for label in labels]
    rows = [headings, list(_EXAMPLE[language])]
    if kind is FileKind.XLSX:
        return xlsx_file(rows, "Θέσεις" if language == "el" else "Places")
    return csv_file(rows, ";" if language == "el" else ",")
