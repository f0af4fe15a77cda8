from contextlib import suppress
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.spreadsheet.cells import CellValue, Formula
from connectors.spreadsheet.numbers import MOST_PLACES, whole_number
from connectors.spreadsheet.refusal import RowProblem


@pytest.mark.parametrize("written", [3, 3.0, "3", "03", "+3", "3,0", "3.0", "3,00", " 3 "])
def test_three_is_three_however_it_is_written(written: CellValue) -> None:
    assert whole_number(written) == 3


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("πέντε", "not-a-number"),
        ("3 κλίνες", "not-a-number"),
        ("-", "not-a-number"),
        ("3;", "not-a-number"),
        ("1e3", "not-a-number"),
        ("٣", "not-a-number"),
        ("50%", "not-a-number"),
        ("1 000", "not-a-number"),
        ("1.000,0", "not-a-number"),
        (True, "not-a-number"),
        (datetime(2026, 11, 3), "not-a-number"),
        ("2,5", "not-whole"),
        (2.5, "not-whole"),
        (float("inf"), "not-whole"),
        ("1.000", "number-ambiguous"),
        ("1,250", "number-ambiguous"),
        ("-1", "number-negative"),
        ("\u22121", "number-negative"),
        (-1, "number-negative"),
        (-2.0, "number-negative"),
        (MOST_PLACES + 1, "number-too-large"),
        ("9" * 5_000, "number-too-large"),
        ("-" + "9" * 5_000, "number-negative"),
        (Formula("=D3-1"), "formula-for-number"),
    ],
)
def test_what_is_no_number_of_places_is_refused_by_its_kind(written: CellValue, code: str) -> None:
    with pytest.raises(RowProblem) as problem:
        whole_number(written)
    assert problem.value.code == code


@given(st.integers(0, MOST_PLACES))
def test_every_whole_number_is_read_the_same_as_text_as_excel_number_and_with_decimal_comma(number: int) -> None:
    assert whole_number(str(number)) == whole_number(float(number)) == whole_number(f"{number},0") == number


@given(st.one_of(st.text(), st.floats(), st.integers(), st.booleans()))
def test_anything_else_is_a_number_of_places_or_a_problem(value: CellValue) -> None:
    with suppress(RowProblem):
        assert 0 <= whole_number(value) <= MOST_PLACES
