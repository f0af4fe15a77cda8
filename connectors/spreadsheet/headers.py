"""Which column means what: by our list of headings, or by what somebody once said of this file's columns."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from connectors.kit.errors import RefusedInputError
from connectors.kit.folding import folded
from connectors.kit.messages import Words, quoted
from connectors.spreadsheet.cells import CellValue, RawRow, as_text
from connectors.spreadsheet.fields import FIELD_OF_HEADING, LABELS, Field
from connectors.spreadsheet.file_messages import COLUMN_TWICE, EMPTY, NO_COLUMNS

Mapped = Mapping[str, Field | None]
"""A remembered choice: heading → what it means, None to read over that column."""

_LOOKED_THROUGH = 20
_SHOWN_HEADINGS = 30
_LONGEST_HEADING = 200


@dataclass(frozen=True)
class Header:
    """The row of headings. Columns count from 0; `unused` are headings that nothing is taken from."""

    row_number: int
    headings: tuple[str, ...]
    columns: Mapping[Field, int]
    unused: tuple[str, ...]

    def column(self, field: Field) -> int | None:
        return self.columns.get(field)

    @property
    def width(self) -> int:
        return len(self.headings)


def meanings(cells: Sequence[CellValue], mapped: Mapped) -> dict[Field, list[int]]:
    """What the cells mean if they are headings: each field with its columns, several where it stands twice."""
    chosen = {folded(heading): field for heading, field in mapped.items()}
    found: defaultdict[Field, list[int]] = defaultdict(list)
    for column, value in enumerate(cells):
        heading = folded(as_text(value)[:_LONGEST_HEADING])
        field = chosen[heading] if heading in chosen else FIELD_OF_HEADING.get(heading)
        if field is not None:
            found[field].append(column)
    return dict(found)


def find_header(rows: Sequence[RawRow], mapped: Mapped, *, structure_known: bool = False) -> Header:
    """The row of headings, looked for among the first rows: titles may stand above it.

    `structure_known`: the whole file is about one structure, so it needs no column for it. Raises
    RefusedInputError `file-empty`, `columns-not-recognised` or `column-twice`.
    """
    looked_at = [row for row in rows[:_LOOKED_THROUGH] if not row.is_blank]
    if not looked_at:
        raise RefusedInputError(EMPTY)
    row = max(looked_at, key=lambda each: len(meanings(each.cells, mapped)))
    found = meanings(row.cells, mapped)
    if not found:
        row = looked_at[0]
    headings = _trimmed(tuple(as_text(value) for value in row.cells))
    _require(found, headings, structure_known=structure_known)
    columns = {field: _single(field, places, headings) for field, places in found.items()}
    used = set(columns.values())
    unused = tuple(text for column, text in enumerate(headings) if text and column not in used)
    return Header(row.number, headings, columns, unused)


def _trimmed(headings: tuple[str, ...]) -> tuple[str, ...]:
    width = max((column + 1 for column, text in enumerate(headings) if text), default=0)
    return headings[:width]


def _require(found: Mapping[Field, object], headings: Sequence[str], *, structure_known: bool) -> None:
    missing: list[Words] = []
    if not structure_known and not found.keys() & {Field.STRUCTURE_CODE, Field.STRUCTURE_NAME}:
        missing.append(LABELS[Field.STRUCTURE_NAME])
    if Field.FREE not in found:
        missing.append(LABELS[Field.FREE])
    if missing:
        seen = [quoted(text) for text in headings if text][:_SHOWN_HEADINGS]
        raise RefusedInputError(NO_COLUMNS, missing=missing, seen=seen)


def _single(field: Field, columns: Sequence[int], headings: Sequence[str]) -> int:
    if len(columns) > 1:
        names = [quoted(headings[column]) for column in columns]
        raise RefusedInputError(COLUMN_TWICE, columns=names, field=LABELS[field])
    return columns[0]
