"""A case number is found however it is typed."""

import pytest

from hub.cases.list_page import canonical_number


@pytest.mark.parametrize(
    "typed", ["K-241830", "Κ-241830", "κ-241830", "k 241830", "K241830", "241830", " 241 830 ", "κ241830", "#241830"]
)
def test_a_case_number_is_read_in_greek_and_latin_with_or_without_its_letter(typed: str) -> None:
    assert canonical_number(typed) == "K-241830"


@pytest.mark.parametrize(
    "typed", ["", "K", "K-24183", "K-2418301", "L-241830", "KK-241830", "Ελένη", "6900000000", "К-241830"]
)
def test_what_cannot_be_one_is_none(typed: str) -> None:
    assert canonical_number(typed) is None


def test_digits_of_other_scripts_are_no_case_number() -> None:
    assert canonical_number("٢٤١٨٣٠") is None
