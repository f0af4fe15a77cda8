import pytest

from connectors.spreadsheet.dialect import find_delimiter


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_the_delimiter_is_the_one_that_parts_the_headings(delimiter: str) -> None:
    text = delimiter.join(["Δομή", "Θέσεις", "Ελεύθερες"]) + "\n"
    assert find_delimiter(text, {}) == (delimiter, text)


def test_commas_in_a_title_or_in_numbers_do_not_mislead() -> None:
    text = "Δήμος, Τμήμα Πρόνοιας, Νοέμβριος, 2026\nΔομή;Ελεύθερες\nΙτιά;3,0\n"
    assert find_delimiter(text, {})[0] == ";"


def test_headings_that_only_the_remembered_choice_knows_count_too() -> None:
    text = "Πού;Πόσες, σήμερα, τώρα, εδώ\nΙτιά;3\n"
    assert find_delimiter(text, {"Πού": None})[0] == ","
    assert find_delimiter("Πού;Πόσες\n", {"Πού": None})[0] == ";"


@pytest.mark.parametrize("named", [";", ",", "\t"])
def test_a_first_line_that_names_the_delimiter_is_believed_and_taken_off(named: str) -> None:
    assert find_delimiter(f"sep={named}\r\nΔομή{named}Ελεύθερες\n", {}) == (named, f"Δομή{named}Ελεύθερες\n")


def test_where_nothing_is_recognised_what_parts_most_cells_is_taken() -> None:
    assert find_delimiter("x,y,z\n1,2,3\n", {})[0] == ","
