"""Writes the table of criteria in `matching/README.md` from the tables of this folder.

python -m tests.spec.matching.readme
"""

from collections import Counter
from pathlib import Path

from matching.policy import CURRENT
from tests.spec.matching.reading import Table, tables

README = Path(__file__).parents[3] / "matching" / "README.md"
BEGIN, END = "<!-- criteria: begin -->", "<!-- criteria: end -->"
HEAD = (
    "| criterion | rule | when the place is silent | worked rows: met, unmet, unknown |",
    "|---|---|---|---|",
)


def criteria_table() -> str:
    by_name = {table.criterion: table for table in tables()}
    order = [CURRENT.gate.name, *(c.name for c in CURRENT.criteria)]
    return "\n".join((*HEAD, *(_row(by_name[name]) for name in order)))


def _row(table: Table) -> str:
    verdicts = Counter(row["verdict"] for row in table.rows)
    counts = ", ".join(str(verdicts[v]) for v in ("met", "unmet", "unknown"))
    link = f"../tests/spec/matching/{table.criterion.replace('_', '-')}.md"
    return f"| **{table.name}** | {table.rule} | {table.silence[:1].upper()}{table.silence[1:]} | [{counts}]({link}) |"


def renewed(text: str) -> str:
    """`text` with the table of today. Raises ValueError where a mark is missing."""
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n{criteria_table()}\n{END}{after}"


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
