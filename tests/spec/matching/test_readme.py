"""The README of the matcher says what the tables say."""

from matching.policy import CURRENT
from tests.spec.matching.readme import README, renewed


def test_the_table_of_criteria_is_current() -> None:
    text = README.read_text(encoding="utf-8")
    assert text == renewed(text), "run: python -m tests.spec.matching.readme"


def test_the_terms_of_the_order_stand_in_it_in_their_order() -> None:
    text = README.read_text(encoding="utf-8")
    places = [text.index(f"**{name}**") for name in CURRENT.order]
    assert places == sorted(places)
    assert CURRENT.label in text
