import pytest

from connectors.spreadsheet.check import Checked
from connectors.spreadsheet.known import KnownStructure, known
from tests.connectors.spreadsheet.sheets import (
    FAROS,
    ITIA,
    KYKLAMINO,
    NETWORK,
    a_structure,
    checked,
    csv_bytes,
)

HEADINGS = "Κωδικός;Δομή;Μονάδα;Ελεύθερες;Ημερομηνία"


def check_rows(*rows: str) -> Checked:
    return checked(csv_bytes(HEADINGS, *rows), NETWORK)


def the_refusal(*rows: str) -> tuple[str, str]:
    found = check_rows(*rows)
    assert found.taken == []
    return found.refused[0].code, found.refused[0].in_language("el")


@pytest.mark.parametrize(
    "row", [";Ξενώνας Ιτιά;;3;", ";ΞΕΝΩΝΑΣ ΙΤΙΑ;κλινες;3;", "Κ-07;;;3;", ";Κ-07;;3;", "κ 07;ξενωνας ιτια;;3;"]
)
def test_a_structure_is_found_by_name_or_code_however_it_is_typed(row: str) -> None:
    assert [each.capacity_unit_id for each in check_rows(row).taken] == [ITIA.units[0].id]


def test_a_structure_is_found_by_its_id() -> None:
    assert [each.capacity_unit_id for each in check_rows(f"{FAROS.id};;;3;").taken] == [FAROS.units[0].id]


def test_an_unknown_structure_is_refused_with_the_name_most_like_it() -> None:
    code, sentence = the_refusal(";Ξενώνας Ιτέα;;3;")
    assert code == "structure-unknown-like"
    assert sentence.endswith("Μήπως εννοείτε «Ξενώνας «Ιτιά»»;")


def test_an_unknown_structure_unlike_any_other_is_refused_without_a_guess() -> None:
    assert the_refusal(";Κέντρο Υποδοχής Β;;3;")[0] == "structure-unknown"


def test_a_structure_of_somebody_else_is_as_unknown_as_one_that_is_not_there() -> None:
    others = known([a_structure("Στέγη Αλκυόνα")])
    [refusal] = checked(csv_bytes(HEADINGS, ";Υπνωτήριο Φάρος;;3;"), others).refused
    assert refusal.code == "structure-unknown"


def test_two_structures_of_one_name_need_the_code() -> None:
    twins = known([a_structure("Φάρος", code="Α1", id_="1"), a_structure("Φάρος", code="Α2", id_="2")])
    [refusal] = checked(csv_bytes(HEADINGS, ";Φάρος;;3;"), twins).refused
    assert refusal.code == "structure-ambiguous"
    assert "Α1, Α2" in refusal.in_language("el")
    assert len(checked(csv_bytes(HEADINGS, "Α2;Φάρος;;3;"), twins).taken) == 1


def test_a_code_and_a_name_of_different_structures_are_not_reconciled() -> None:
    assert the_refusal("Κ-07;Υπνωτήριο Φάρος;;3;")[0] == "structure-disagrees"


def test_a_structure_of_several_units_needs_the_unit() -> None:
    code, sentence = the_refusal(";Ξενώνας Κυκλάμινο;;3;")
    assert code == "capacity-unit-required"
    assert "Δωμάτια οικογενειών, Κλίνες γυναικών" in sentence


def test_each_unit_of_a_structure_takes_its_own_figure() -> None:
    found = check_rows(";Ξενώνας Κυκλάμινο;Δωμάτια οικογενειών;2;", ";Ξενώνας Κυκλάμινο;κλινες γυναικων;1;")
    assert [(each.capacity_unit_id, each.observation.free) for each in found.taken] == [
        (KYKLAMINO.units[0].id, 2),
        (KYKLAMINO.units[1].id, 1),
    ]


def test_an_unknown_unit_is_refused_with_those_that_there_are() -> None:
    code, sentence = the_refusal(";Ξενώνας Κυκλάμινο;Κοιτώνας;2;")
    assert code == "unit-unknown"
    assert "Δωμάτια οικογενειών" in sentence
    assert the_refusal(";Υπνωτήριο Φάρος;Κοιτώνας;2;")[0] == "unit-unknown"


def test_a_structure_without_units_cannot_take_a_figure() -> None:
    bare = known([KnownStructure("1", "Νέα Στέγη", None, ())])
    [refusal] = checked(csv_bytes(HEADINGS, ";Νέα Στέγη;;3;"), bare).refused
    assert refusal.code == "structure-without-units"


def test_more_free_than_the_unit_is_known_to_have_is_refused() -> None:
    code, sentence = the_refusal(";Ξενώνας Ιτιά;;25;")
    assert code == "free-over-known-places"
    assert "25" in sentence
    assert "20" in sentence
    assert len(check_rows(";Ξενώνας Ιτιά;;20;").taken) == 1


def test_the_same_figure_twice_is_taken_once() -> None:
    found = check_rows(";Ξενώνας Ιτιά;;3;", ";Υπνωτήριο Φάρος;;4;", "Κ-07;;;3;")
    assert [each.observation.row_number for each in found.taken] == [2, 3]
    assert [(refusal.row_number, refusal.code) for refusal in found.refused] == [(4, "row-repeated")]


def test_two_figures_for_one_unit_are_both_given_back_since_nobody_can_tell_which_holds() -> None:
    found = check_rows(";Ξενώνας Ιτιά;;3;", ";Ξενώνας Ιτιά;;5;", ";Υπνωτήριο Φάρος;;4;")
    assert [refusal.code for refusal in found.refused] == ["rows-contradict", "rows-contradict"]
    assert "2, 3" in found.refused[0].in_language("el")
    assert len(found.taken) == 1


def test_every_row_is_taken_or_refused_once_and_refusals_are_in_the_order_of_the_file() -> None:
    rows = [";Ξενώνας Ιτιά;;πέντε;", ";Άγνωστη;;3;", ";Υπνωτήριο Φάρος;;4;", ";Ξενώνας Ιτιά;;3;χθες"]
    found = check_rows(*rows)
    assert [refusal.row_number for refusal in found.refused] == [2, 3, 5]
    assert [each.observation.row_number for each in found.taken] == [4]


def test_a_file_of_thousands_of_unknown_names_is_answered_all_the_same() -> None:
    names = [f";Ξενώνας Άγνωστος {number};;3;" for number in range(5_000)]
    assert len(check_rows(*names).refused) == 5_000
