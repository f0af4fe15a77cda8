from dataclasses import replace
from datetime import UTC, datetime

import pytest

from connectors.spreadsheet.config import SpreadsheetConfig
from tests.connectors.spreadsheet.sheets import READ_AS_USUAL, csv_bytes, read

HEADINGS = "Κωδικός;Δομή;Μονάδα;Θέσεις;Ελεύθερες;Ημερομηνία;Ώρα"


def refusal_of(row: str, config: SpreadsheetConfig = READ_AS_USUAL) -> str:
    found = read(csv_bytes(HEADINGS, row), config)
    assert found.observations == []
    return found.refused[0].code


def test_a_full_row_becomes_an_observation() -> None:
    found = read(csv_bytes(HEADINGS, "Κ-07;Ξενώνας Ιτιά;Κλίνες;20;3,0;24/11/2026;09:15"))
    assert found.refused == []
    [said] = found.observations
    assert (said.structure_code, said.structure_name, said.unit_name) == ("Κ-07", "Ξενώνας Ιτιά", "Κλίνες")
    assert (said.free, said.places, said.row_number) == (3, 20, 2)
    assert said.as_of == datetime(2026, 11, 24, 7, 15, tzinfo=UTC)


def test_only_a_structure_and_a_number_are_needed() -> None:
    [said] = read(csv_bytes("Δομή;Ελεύθερες", "Φάρος;0")).observations
    assert (said.structure_name, said.free, said.places, said.as_of) == ("Φάρος", 0, None, None)


def test_the_source_key_is_the_same_however_the_names_are_typed() -> None:
    keys = {
        said.source_key
        for said in read(csv_bytes(HEADINGS, ";Ξενώνας Ιτιά;Κλίνες;;3;;", ";ΞΕΝΩΝΑΣ «ΙΤΙΑ»;κλινες;20;4;;")).observations
    }
    assert len(keys) == 1


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (";;;;3;;", "cell-missing"),
        (";Ιτιά;;20;;;", "cell-missing"),
        (";Ιτιά;;20;πέντε;;", "not-a-number"),
        (";Ιτιά;;είκοσι;5;;", "not-a-number"),
        (";Ιτιά;;20;25;;", "free-over-places"),
        (";Ιτιά;;20;=1+1;;", "formula-for-number"),
        (";=A1;;20;3;;", "formula-for-text"),
        (";Ιτιά;;20;3;;14:30", "time-without-date"),
        (";Ιτιά;;20;3;24/11/2026 09:00;09:30", "time-given-twice"),
        (";Ιτιά;;20;3;29/03/2026;03:30", "time-skipped"),
        (";Ιτιά;;20;3;25/11/2026;", "as-of-in-future"),
        (";Ιτιά;;20;3;24/11/2026;14:30", "as-of-in-future"),
        (";Ιτιά;;20;3;24/11/1926;", "as-of-too-old"),
        (";Ιτιά;;20;3;χθες;", "date-unreadable"),
        (";Ιτιά;;20;3;24/11/2026;πρωί", "time-unreadable"),
        (";Ιτιά;;20;3;;;0", "row-too-long"),
        ('"Κ;Ιτιά;;20;3;;', "quotes-broken"),
        (f";{'Ι' * 300};;20;3;;", "text-too-long"),
    ],
)
def test_a_row_that_cannot_be_used_is_refused_by_its_reason(row: str, code: str) -> None:
    assert refusal_of(row) == code


def test_a_refusal_stops_only_its_own_row() -> None:
    found = read(csv_bytes(HEADINGS, ";Ιτιά;;20;πέντε;;", ";Φάρος;;32;4;;", ";Δάφνη;;5;=2;;", ";Πεύκο;;5;1;;"))
    assert [said.structure_name for said in found.observations] == ["Φάρος", "Πεύκο"]
    assert [refusal.row_number for refusal in found.refused] == [2, 4]


def test_a_refusal_names_the_cell_says_what_to_write_and_keeps_the_row_as_it_came() -> None:
    [refusal] = read(csv_bytes(HEADINGS, "", "Κ-07;Ιτιά;;20;=D3-1;;")).refused
    assert refusal.in_language("el") == "Το κελί E3 περιέχει τύπο· γράψτε τον αριθμό."
    assert refusal.in_language("en") == "Cell E3 holds a formula; write the number."
    assert (refusal.column, refusal.cells[1]) == (4, "Ιτιά")


def test_more_free_than_places_tells_both_numbers() -> None:
    [refusal] = read(csv_bytes(HEADINGS, ";Ιτιά;;20;25;;")).refused
    assert refusal.in_language("el") == "Δηλώσατε 25 ελεύθερες σε 20 θέσεις. Ο μεγαλύτερος αριθμός είναι 20."


def test_a_clock_a_little_ahead_is_forgiven() -> None:
    [said] = read(csv_bytes(HEADINGS, ";Ιτιά;;20;3;24/11/2026;12:04")).observations
    assert said.as_of == datetime(2026, 11, 24, 10, 4, tzinfo=UTC)


def test_a_decimal_comma_that_the_delimiter_split_is_noticed() -> None:
    found = read(csv_bytes("Δομή,Ελεύθερες", "Ιτιά,3,0"))
    assert [refusal.code for refusal in found.refused] == ["row-too-long"]


def test_a_formula_in_a_column_that_nobody_reads_does_no_harm() -> None:
    found = read(csv_bytes("Δομή;Ελεύθερες;Σύνολο", "Ιτιά;3;=B2*2"))
    assert [said.free for said in found.observations] == [3]


def test_headings_alone_are_refused_as_a_file_without_rows() -> None:
    with pytest.raises(Exception, match="no row of data"):
        read(csv_bytes(HEADINGS))


def test_thousands_of_rows_are_read_and_one_too_many_refuses_the_file() -> None:
    lines = ["Δομή;Ελεύθερες", *(f"Δομή {number};{number % 7}" for number in range(20_000))]
    assert len(read(csv_bytes(*lines)).observations) == 20_000
    with pytest.raises(Exception, match="20,000 rows"):
        read(csv_bytes(*lines, "Μία ακόμη;1"))


def test_too_many_columns_refuse_the_file() -> None:
    narrow = replace(READ_AS_USUAL, limits=replace(READ_AS_USUAL.limits, columns=3))
    with pytest.raises(Exception, match="more than 3 columns"):
        read(csv_bytes("Δομή;Ελεύθερες;α;β", "Ιτιά;3;;"), narrow)


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\r\n\r\n", b";;;\r\n;;;\r\n", " \n".encode("utf-16")])
def test_a_file_without_anything_in_it_is_refused_as_empty(content: bytes) -> None:
    with pytest.raises(Exception, match="empty"):
        read(content)
