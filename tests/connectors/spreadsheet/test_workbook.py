from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula

from connectors.kit.errors import RefusedInputError
from tests.connectors.spreadsheet.sheets import read, saved, xlsx_bytes

HEADINGS = ("Δομή", "Μονάδα", "Θέσεις", "Ελεύθερες κλίνες", "Ημερομηνία", "Ώρα")


def workbook(*rows: tuple[Any, ...], merge: tuple[str, ...] = ()) -> bytes:
    return xlsx_bytes([HEADINGS, *rows], merge=merge)


def test_numbers_dates_and_times_of_excel_are_read_as_what_they_show() -> None:
    found = read(
        workbook(
            ("Ιτιά", None, 20.0, 3.0, date(2026, 11, 23), time(9, 30)),
            ("Φάρος", None, "32", "4,0", datetime(2026, 11, 24, 11, 45), None),
        )
    )
    assert found.refused == []
    assert [(said.free, said.places) for said in found.observations] == [(3, 20), (4, 32)]
    assert [said.as_of for said in found.observations] == [
        datetime(2026, 11, 23, 7, 30, tzinfo=UTC),
        datetime(2026, 11, 24, 9, 45, tzinfo=UTC),
    ]


def test_a_structure_whose_code_is_a_number_is_named_by_it() -> None:
    [said] = read(xlsx_bytes([("Κωδικός δομής", "Ελεύθερες"), (107.0, 3)])).observations
    assert said.structure_code == "107"


@pytest.mark.parametrize("formula", ["=C2-1", "=SUM(C2:C9)", ArrayFormula("D2", "=C2:C3*1")])
def test_a_formula_refuses_its_row_and_no_other(formula: Any) -> None:
    found = read(workbook(("Ιτιά", None, 20, formula), ("Φάρος", None, 32, 4)))
    assert [refusal.in_language("el") for refusal in found.refused] == ["Το κελί D2 περιέχει τύπο· γράψτε τον αριθμό."]
    assert [said.structure_name for said in found.observations] == ["Φάρος"]


def test_text_that_looks_like_a_formula_is_text() -> None:
    book = Workbook()
    page: Any = book.active
    page.append(["Δομή", "Ελεύθερες"])
    page.append(["x", 3])
    page["A2"].value = "=Ιτιά"
    page["A2"].data_type = "s"
    assert [said.structure_name for said in read(saved(book)).observations] == ["=Ιτιά"]


@pytest.mark.parametrize("value", ["#REF!", "#VALUE!", True, date(2026, 11, 3)])
def test_an_error_a_truth_value_or_a_date_is_no_number(value: Any) -> None:
    [refusal] = read(workbook(("Ιτιά", None, 20, value))).refused
    assert refusal.code == "not-a-number"


def test_blank_rows_titles_and_rows_that_are_only_formatted_are_passed_over_and_numbers_stay() -> None:
    book = Workbook()
    page: Any = book.active
    page["A1"] = "Δήμος Καλλιρρόης"
    for column, heading in enumerate(("Δομή", "Ελεύθερες"), start=1):
        page.cell(row=4, column=column, value=heading)
    page["A7"], page["B7"] = "Ιτιά", "πέντε"
    page["A900"].number_format = "0.00"
    found = read(saved(book))
    assert [refusal.row_number for refusal in found.refused] == [7]


def test_a_structure_merged_over_its_units_is_read_in_each_of_their_rows() -> None:
    found = read(
        workbook(
            ("Κυκλάμινο", "Δωμάτια", 6, 2),
            (None, "Κλίνες", 4, 1),
            ("Φάρος", None, 32, 4),
            merge=("A2:A3",),
        )
    )
    assert found.refused == []
    assert [said.structure_name for said in found.observations] == ["Κυκλάμινο", "Κυκλάμινο", "Φάρος"]


def test_a_number_merged_over_two_rows_is_nobodys_number() -> None:
    found = read(workbook(("Ιτιά", "Α", 6, 2), ("Ιτιά", "Β", 6, None), merge=("D2:D3",)))
    assert [refusal.code for refusal in found.refused] == ["cell-missing"]
    assert [said.unit_name for said in found.observations] == ["Α"]


def test_a_blank_structure_that_is_not_merged_is_missing_not_the_one_above() -> None:
    found = read(workbook(("Κυκλάμινο", "Δωμάτια", 6, 2), (None, "Κλίνες", 4, 1)))
    assert [(refusal.row_number, refusal.code) for refusal in found.refused] == [(3, "cell-missing")]


def test_the_first_visible_sheet_that_holds_anything_is_read_and_the_others_are_told() -> None:
    book = Workbook()
    hidden: Any = book.active
    hidden.title, hidden.sheet_state = "Κρυφό", "hidden"
    hidden.append(["Δομή", "Ελεύθερες"])
    book.create_sheet("Κενό")
    for title, free in (("Νοέμβριος", 3), ("Οκτώβριος", 9)):
        page = book.create_sheet(title)
        page.append(["Δομή", "Ελεύθερες"])
        page.append(["Ιτιά", free])
    found = read(saved(book))
    assert (found.table.sheet, found.table.other_sheets) == ("Νοέμβριος", ("Οκτώβριος",))
    assert [said.free for said in found.observations] == [3]


def test_a_workbook_with_nothing_in_it_is_refused_as_empty() -> None:
    with pytest.raises(RefusedInputError) as refused:
        read(saved(Workbook()))
    assert refused.value.code == "file-empty"


def test_thousands_of_rows_are_read_and_one_too_many_refuses_the_file() -> None:
    rows = [("Δομή", "Ελεύθερες"), *((f"Δομή {number}", number % 7) for number in range(20_000))]
    assert len(read(xlsx_bytes(rows)).observations) == 20_000
    with pytest.raises(RefusedInputError) as refused:
        read(xlsx_bytes([*rows, ("Μία ακόμη", 1)]))
    assert refused.value.code == "too-many-rows"


def test_too_many_columns_refuse_the_file() -> None:
    with pytest.raises(RefusedInputError) as refused:
        read(xlsx_bytes([("Δομή", "Ελεύθερες", *(f"στήλη {number}" for number in range(199)))]))
    assert refused.value.code == "too-many-columns"
