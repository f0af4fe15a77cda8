import pytest

from connectors.kit.errors import RefusedInputError
from connectors.spreadsheet.cells import RawRow
from connectors.spreadsheet.config import SpreadsheetConfig
from connectors.spreadsheet.fields import FIELD_OF_HEADING, SYNONYMS, Field
from connectors.spreadsheet.headers import Header, Mapped, find_header
from tests.connectors.spreadsheet.sheets import csv_bytes, read

EVERY_SYNONYM = [(heading, field) for field, headings in SYNONYMS.items() for heading in headings]


def header(*headings: str, mapped: Mapped | None = None, structure_known: bool = False) -> Header:
    return find_header([RawRow(1, headings)], mapped or {}, structure_known=structure_known)


@pytest.mark.parametrize(("heading", "field"), EVERY_SYNONYM)
def test_each_heading_that_we_know_is_recognised_in_any_case_and_without_accents(heading: str, field: Field) -> None:
    others = {Field.STRUCTURE_NAME: "Δομή", Field.FREE: "Ελεύθερες"}
    others.pop(field, None)
    for written in (heading, heading.upper(), f" {heading}* "):
        found = header(written, *others.values())
        assert found.columns[field] == 0
        assert found.unused == ()


def test_no_heading_has_two_meanings() -> None:
    for heading, field in EVERY_SYNONYM:
        assert [other for other, headings in SYNONYMS.items() if heading in headings] == [field]
    assert set(FIELD_OF_HEADING.values()) == set(Field)


def test_titles_and_blank_rows_above_the_headings_are_passed_over() -> None:
    rows = [RawRow(1, ("Δήμος Καλλιρρόης",)), RawRow(2, (None,)), RawRow(3, ("Δομή", "Ελεύθερες"))]
    assert find_header(rows, {}).row_number == 3


def test_columns_that_mean_nothing_to_us_are_named_so_that_nobody_thinks_they_were_read() -> None:
    assert header("Δομή", "Τηλέφωνο", "Ελεύθερες", "Σχόλια").unused == ("Τηλέφωνο", "Σχόλια")


def test_a_remembered_choice_goes_before_our_own_list() -> None:
    found = header("Πού", "Ελεύθερες", "Δομή", mapped={"ΠΟΥ": Field.STRUCTURE_NAME, "Δομή": None})
    assert found.columns == {Field.STRUCTURE_NAME: 0, Field.FREE: 1}
    assert found.unused == ("Δομή",)


def test_missing_columns_are_named_with_what_the_file_has() -> None:
    with pytest.raises(RefusedInputError) as refused:
        header("Ποιος", "Πόσα", "Δομή")
    assert refused.value.code == "columns-not-recognised"
    assert refused.value.in_language("el").startswith(
        "Δεν βρέθηκε στήλη για: Ελεύθερες θέσεις. Το αρχείο έχει: Ποιος, Πόσα, Δομή."
    )
    assert "Free places" in refused.value.in_language("en")


def test_a_file_where_nothing_is_recognised_lists_its_first_row() -> None:
    with pytest.raises(RefusedInputError) as refused:
        find_header([RawRow(1, ("α", "β")), RawRow(2, ("γ", "δ"))], {})
    assert "α, β" in refused.value.in_language("el")
    assert "Δομή, Ελεύθερες θέσεις" in refused.value.in_language("el")


def test_two_columns_of_one_meaning_are_refused_by_name() -> None:
    with pytest.raises(RefusedInputError) as refused:
        header("Δομή", "Ελεύθερες", "Κενές κλίνες")
    assert refused.value.code == "column-twice"
    assert "Ελεύθερες, Κενές κλίνες" in refused.value.in_language("el")


def test_a_file_about_one_structure_needs_no_column_for_it() -> None:
    with pytest.raises(RefusedInputError):
        header("Ελεύθερες")
    assert header("Ελεύθερες", structure_known=True).columns == {Field.FREE: 0}
    found = read(csv_bytes("Μονάδα;Ελεύθερες", "Κοιτώνας Α;3"), SpreadsheetConfig(structure_code="Κ-07"))
    assert [(each.structure_code, each.unit_name) for each in found.observations] == [("Κ-07", "Κοιτώνας Α")]
