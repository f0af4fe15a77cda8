"""Reads the worked tables: Markdown for people, rows for tests."""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Table:
    """`rows` are the cells below the header, each row as long as it."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(name: str) -> list[Table]:
    """The tables of a document of this folder, each with the heading it stands under."""
    found: list[Table] = []
    title, block = "", list[tuple[str, ...]]()
    for line in [*(FOLDER / name).read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("#"):
            title = line.lstrip("# ")
        if line.startswith("|"):
            block.append(tuple(cell.strip() for cell in line.strip().strip("|").split("|")))
        elif block:
            found.append(Table(title, block[0], tuple(block[2:])))
            block = []
    return found
