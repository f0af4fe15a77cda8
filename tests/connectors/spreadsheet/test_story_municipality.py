"""A municipality sends its sheet: 42 rows, of which 39 are taken and 3 come back with the reason.

The file is as an old Greek Excel writes it: semicolons, Windows-1253, «Ελεύθερες κλίνες».
"""

import pytest

from connectors.kit.errors import RefusedInputError
from connectors.spreadsheet.check import check
from connectors.spreadsheet.correction import correction_name, correction_of
from connectors.spreadsheet.known import known
from connectors.spreadsheet.limits import fingerprint
from tests.connectors.spreadsheet.sheets import a_structure, csv_bytes, read

NAME = "ΘΕΣΕΙΣ_ΝΟΕΜΒΡΙΟΣ.csv"
STRUCTURES = [f"Δομή Καλλιρρόης {number}" for number in range(1, 42)]
NETWORK = known(a_structure(name, places=20) for name in STRUCTURES)


def sheet() -> bytes:
    rows = [f"{name};20;{number % 9}" for number, name in enumerate(STRUCTURES)]
    rows[6] = f"{STRUCTURES[6]};20;25"
    rows[19] = f"{STRUCTURES[19]};20;πέντε"
    rows.append("Στέγη Μελισσάνθη;12;3")
    assert len(rows) == 42
    return csv_bytes("Δομή;Κλίνες;Ελεύθερες κλίνες", *rows, encoding="cp1253")


def test_39_of_the_42_rows_are_taken() -> None:
    found = read(sheet())
    assert (found.table.delimiter, found.table.encoding) == (";", "Windows-1253")
    outcome = check(found, NETWORK)
    assert len(found.rows) == 42
    assert len(outcome.taken) == 39
    assert len({each.capacity_unit_id for each in outcome.taken}) == 39


def test_three_rows_come_back_with_the_reason_in_greek_in_the_last_column() -> None:
    found = read(sheet())
    written = correction_of(found, check(found, NETWORK).refused, "el")
    assert written.content.decode("utf-8-sig").splitlines() == [
        "Δομή;Κλίνες;Ελεύθερες κλίνες;Λόγος",
        "Δομή Καλλιρρόης 7;20;25;Δηλώσατε 25 ελεύθερες σε 20 θέσεις. Ο μεγαλύτερος αριθμός είναι 20.",
        "Δομή Καλλιρρόης 20;20;πέντε;Το «πέντε» δεν είναι αριθμός· γράψτε π.χ. 3.",
        "Στέγη Μελισσάνθη;12;3;Δεν υπάρχει δική σας δομή με το όνομα ή τον κωδικό «Στέγη Μελισσάνθη».",
    ]
    assert correction_name(NAME, written, "el") == "ΘΕΣΕΙΣ_ΝΟΕΜΒΡΙΟΣ-διόρθωση.csv"


def test_the_same_file_again_is_known_by_its_fingerprint_and_says_exactly_the_same() -> None:
    first, second = read(sheet()), read(sheet())
    assert first.fingerprint == second.fingerprint == fingerprint(sheet())
    assert check(first, NETWORK) == check(second, NETWORK)


def test_a_later_empty_file_is_refused_as_a_whole_so_that_nothing_can_be_retired_by_it() -> None:
    for empty in (b"", csv_bytes("Δομή;Κλίνες;Ελεύθερες κλίνες", encoding="cp1253")):
        with pytest.raises(RefusedInputError) as refused:
            read(empty)
        assert refused.value.permanent
        assert "Δεν άλλαξε τίποτα" in refused.value.in_language("el")
