import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from connectors.spreadsheet.check import check
from connectors.spreadsheet.correction import WrittenFile, correction_name, correction_of
from connectors.spreadsheet.known import known
from connectors.spreadsheet.model_file import model_file
from connectors.spreadsheet.neutral import neutral
from connectors.spreadsheet.table import FileKind
from graph.model.lists.entry import Language
from tests.connectors.spreadsheet.sheets import NETWORK, a_structure, csv_bytes, read, xlsx_bytes


def correction(content: bytes, language: Language = "el") -> WrittenFile:
    found = read(content)
    return correction_of(found, check(found, NETWORK).refused, language)


def lines_of(written: WrittenFile) -> list[str]:
    return written.content.decode("utf-8-sig").splitlines()


def cells_of(written: WrittenFile) -> list[tuple[Any, ...]]:
    page: Any = load_workbook(io.BytesIO(written.content)).active
    return list(page.iter_rows(values_only=True))


def test_refused_rows_come_back_in_their_own_columns_with_the_reason_last() -> None:
    upload = csv_bytes("Δομή;Τηλ.;Ελεύθερες", "Ξενώνας Ιτιά;2410;πέντε", "Υπνωτήριο Φάρος;2610;4", encoding="cp1253")
    assert lines_of(correction(upload)) == [
        "Δομή;Τηλ.;Ελεύθερες;Λόγος",
        "Ξενώνας Ιτιά;2410;πέντε;Το «πέντε» δεν είναι αριθμός· γράψτε π.χ. 3.",
    ]


def test_the_delimiter_stays_and_the_encoding_is_one_that_every_program_opens() -> None:
    written = correction(csv_bytes("Structure,Free", "Nowhere,3"), "en")
    assert written.content.startswith(b"\xef\xbb\xbf")
    assert lines_of(written)[0] == "Structure,Free,Reason"
    assert lines_of(written)[1].startswith("Nowhere,3,")


def test_a_workbook_comes_back_as_a_workbook_with_its_values_as_they_were() -> None:
    written = correction(xlsx_bytes([("Δομή", "Θέσεις", "Ελεύθερες"), ("Ξενώνας Ιτιά", 20.0, 25)], title="Νοέμβριος"))
    assert cells_of(written) == [
        ("Δομή", "Θέσεις", "Ελεύθερες", "Λόγος"),
        ("Ξενώνας Ιτιά", 20, 25, "Δηλώσατε 25 ελεύθερες σε 20 θέσεις. Ο μεγαλύτερος αριθμός είναι 20."),
    ]
    assert written.ending == ".xlsx"


@pytest.mark.parametrize("evil", ["=HYPERLINK(1)", "+1+1", "-1+1", "@SUM(A1)"])
def test_nothing_that_a_spreadsheet_program_would_run_is_given_back(evil: str) -> None:
    for upload in (
        csv_bytes("Δομή;Ελεύθερες;Σχόλια", f"{evil};πέντε;{evil}"),
        xlsx_bytes([("Δομή", "Ελεύθερες", "Σχόλια"), (evil, "πέντε", evil)]),
    ):
        written = correction(upload)
        if written.ending == ".csv":
            assert lines_of(written)[1].startswith(f"'{evil};πέντε;'{evil};")
        else:
            assert cells_of(written)[1][0] == f"'{evil}"
            assert b"<f>" not in written.content


def test_a_negative_number_stays_the_number_that_it_was() -> None:
    assert lines_of(correction(csv_bytes("Δομή;Ελεύθερες", "Ξενώνας Ιτιά;-3")))[1].startswith("Ξενώνας Ιτιά;-3;")


@given(st.text())
def test_no_text_begins_with_a_sign_that_runs_unless_it_is_a_plain_number(text: str) -> None:
    made = neutral(text)
    assert made == text or made == f"'{text}"
    if made[:1] in {"=", "+", "-", "@", "\t", "\r"} and made:
        assert float(made.replace(",", ".")) is not None


def test_what_stood_beyond_the_last_column_is_given_back_too() -> None:
    written = correction(csv_bytes("Δομή,Ελεύθερες", "Ξενώνας Ιτιά,3,0"))
    assert lines_of(written)[1].startswith("Ξενώνας Ιτιά,3 0,")


def test_a_corrected_file_sent_again_has_one_reason_column_not_two() -> None:
    once = correction(csv_bytes("Δομή;Ελεύθερες", "Ξενώνας Ιτιά;πέντε"))
    again = correction(once.content)
    assert again.content == once.content


@pytest.mark.parametrize(
    ("uploaded", "named"),
    [
        ("ΘΕΣΕΙΣ_ΝΟΕΜΒΡΙΟΣ.csv", "ΘΕΣΕΙΣ_ΝΟΕΜΒΡΙΟΣ-διόρθωση.csv"),
        ("C:\\έγγραφα\\θέσεις.xlsx", "θέσεις-διόρθωση.csv"),
        ("../../etc/passwd", "passwd-διόρθωση.csv"),
        ('a"\r\nb.csv', "ab-διόρθωση.csv"),
        ("", "1-διόρθωση.csv"),
    ],
)
def test_the_file_is_named_after_the_upload_and_carries_nothing_else_over(uploaded: str, named: str) -> None:
    assert correction_name(uploaded, WrittenFile(b"", "text/csv", ".csv"), "el") == named


@pytest.mark.parametrize("language", ["el", "en"])
@pytest.mark.parametrize("kind", FileKind)
def test_the_model_file_is_recognised_and_its_row_would_be_taken(kind: FileKind, language: Language) -> None:
    found = read(model_file(kind, language).content)
    assert found.table.kind is kind
    assert found.header.unused == ()
    [said] = found.observations
    structures = known([a_structure(said.structure_name or "", code=said.structure_code)])
    assert check(found, structures).refused[0].code == "unit-unknown"


NAMES = [f"Ξενώνας {name}" for name in ("Ιτιά", "Λεύκα", "Πεύκο", "Σπίνος", "Γλάρος", "Κρίνος")]
MANY = known(a_structure(name, places=20) for name in NAMES)
WRONG = st.sampled_from(["πέντε", "-1", "25", "2,5", "", "=1+1", "1.000", "+x", "@3", '"3'])
RIGHT = st.integers(0, 20).map(str)
ROWS = st.lists(st.one_of(WRONG, RIGHT), min_size=len(NAMES), max_size=len(NAMES))


def upload_of(kind: FileKind, figures: dict[str, str]) -> bytes:
    if kind is FileKind.CSV:
        return csv_bytes("Δομή;Ελεύθερες", *(f"{name};{figure}" for name, figure in figures.items()))
    return xlsx_bytes([("Δομή", "Ελεύθερες"), *((name, figure or None) for name, figure in figures.items())])


def corrected(written: WrittenFile, kind: FileKind) -> bytes:
    """The file with every figure made 7 and all else, the reasons too, as it was."""
    if kind is FileKind.XLSX:
        first, *rows = cells_of(written)
        return xlsx_bytes([first, *((row[0], 7, *row[2:]) for row in rows)])
    first, *lines = lines_of(written)
    return csv_bytes(first, *(f"{line.split(';')[0]};7;{line.rsplit(';', 1)[1]}" for line in lines))


@settings(max_examples=40, deadline=None)
@given(ROWS, st.sampled_from(FileKind), st.sampled_from(["el", "en"]))
def test_what_is_refused_and_corrected_is_then_taken(figures: list[str], kind: FileKind, language: Language) -> None:
    if kind is FileKind.CSV:
        figures = ["πέντε" if figure == '"3' else figure for figure in figures]
    first = read(upload_of(kind, dict(zip(NAMES, figures, strict=True))))
    outcome = check(first, MANY)
    assert len(outcome.taken) + len(outcome.refused) == len(NAMES)
    if not outcome.refused:
        return
    second = read(corrected(correction_of(first, outcome.refused, language), kind))
    again = check(second, MANY)
    assert again.refused == []
    units = {each.capacity_unit_id for each in outcome.taken}
    assert units.isdisjoint({each.capacity_unit_id for each in again.taken})
    assert len(units) + len(again.taken) == len(NAMES)
