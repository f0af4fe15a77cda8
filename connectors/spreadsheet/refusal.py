"""A row that was not taken, with the reason."""

from dataclasses import dataclass, field
from typing import Self

from connectors.kit.messages import Param, Params
from connectors.spreadsheet.cells import CellValue, RawRow, cell_name
from connectors.spreadsheet.row_messages import ROW_MESSAGES
from graph.model.lists.entry import Language


@dataclass(frozen=True)
class RowRefusal:
    """`cells` are the row as it came; `column`, counted from 0, is the cell at fault where it is one cell."""

    row_number: int
    cells: tuple[CellValue, ...]
    code: str
    params: Params = field(default_factory=dict)
    column: int | None = None

    def in_language(self, language: Language) -> str:
        """The reason as a sentence that says what to write instead."""
        return ROW_MESSAGES[self.code].in_language(language, self.params)


class RowProblem(Exception):  # noqa: N818 -- it never leaves this package; it carries a refusal outwards
    """Raised while one row is read, caught where the row began."""

    def __init__(self, code: str, /, *, column: int | None = None, **params: Param) -> None:
        super().__init__(code)
        self.code = code
        self.column = column
        self.params: dict[str, Param] = params

    def at(self, column: int, row_number: int) -> Self:
        """The same problem, now known to lie in one cell, whose name its sentence may use as `cell`."""
        self.column = column
        self.params["cell"] = cell_name(column, row_number)
        return self

    def refusing(self, row: RawRow) -> RowRefusal:
        return RowRefusal(row.number, row.cells, self.code, self.params, self.column)
