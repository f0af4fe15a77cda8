"""Every row of the table of lists is ranked by the whole engine."""

import pytest

from matching.engine import match
from matching.explanation import reason
from matching.match import Match, Ranking
from matching.policy import CURRENT
from tests.spec.matching.reading import HERE, read_need, read_offer, tables
from tests.unit.matching.givens import DRAW

ROWS = [row for table in tables(HERE / "lists") for row in table.rows]


def place_in(ranking: Ranking) -> tuple[str, Match | None]:
    lists = {"fits": ranking.matches, "ask first": ranking.ask_first, "near miss": ranking.near_misses}
    return next(((name, found[0]) for name, found in lists.items() if found), ("none", None))


@pytest.mark.parametrize("row", ROWS, ids=[f"{n}-{row['list']}" for n, row in enumerate(ROWS, start=1)])
def test_a_row_of_the_table_of_lists(row: dict[str, str]) -> None:
    list_, found = place_in(match(read_need(row), [read_offer(row)], CURRENT, draw=DRAW))
    why = (found.unmet or found.unknown) if found else ()
    assert (list_, " ".join(id_.removeprefix("unit ") for id_ in found.unit_ids) if found else "") == (
        row["list"],
        row["units"],
    )
    assert " · ".join(reason(f, "el") for f in why) == row["why in Greek"]
    assert " · ".join(reason(f, "en") for f in why) == row["why in English"]
