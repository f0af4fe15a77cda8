"""Every row of every table in this folder is asked of the criterion that its file is named after."""

import pytest

from matching.candidate import Candidate
from matching.codes import Code
from matching.criteria.base import Criterion
from matching.explanation import reason
from matching.finding import Finding
from matching.policy import CURRENT
from tests.spec.matching.reading import read_journey, read_need, read_offer, tables

BY_NAME: dict[str, Criterion] = {c.name: c for c in (CURRENT.gate, *CURRENT.criteria)}
SILENCE_NAMED_OTHERWISE = {
    Code.TARGET_GROUP_NOT_STATED: "a policy under which silence is not open",
    Code.LONGEST_STAY_NOT_STATED: "a policy under which silence is not open",
}
"""Codes that the policy in force never gives, each with the reason; tested in tests/unit/matching."""
ROWS = [(table.criterion, row) for table in tables() for row in table.rows]


def finding_of(criterion: str, row: dict[str, str]) -> Finding:
    need, offer = read_need(row), read_offer(row)
    unit = offer.units[0] if offer.units else None
    candidate = Candidate(offer, unit, read_journey(row))
    return BY_NAME[criterion].assess(need, candidate)


@pytest.mark.parametrize(("criterion", "row"), ROWS, ids=[f"{c}-{r['reason in English']}" for c, r in ROWS])
def test_a_row_of_the_tables(criterion: str, row: dict[str, str]) -> None:
    found = finding_of(criterion, row)
    assert (found.verdict, reason(found, "el"), reason(found, "en")) == (
        row["verdict"],
        row["reason in Greek"],
        row["reason in English"],
    )
    assert found.criterion == criterion


def test_every_hard_criterion_of_the_policy_in_force_has_a_table() -> None:
    assert {table.criterion for table in tables()} == set(BY_NAME)


def test_every_outcome_of_every_hard_criterion_stands_in_a_row() -> None:
    shown = {finding_of(criterion, row).code for criterion, row in ROWS}
    assert {c for c in Code if c.criterion in BY_NAME} - shown == set(SILENCE_NAMED_OTHERWISE)


def test_words_that_no_table_knows_are_refused() -> None:
    with pytest.raises(ValueError, match="wears a hat"):
        read_need({"need": "wears a hat"})
