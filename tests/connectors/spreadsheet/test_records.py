import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from connectors.spreadsheet.cells import Formula, RawRow, as_text
from connectors.spreadsheet.records import cell_of, rows_of


def rows(text: str, delimiter: str = ";") -> list[RawRow]:
    return list(rows_of(text, delimiter))


def test_rows_are_numbered_as_a_spreadsheet_program_does_counting_blank_ones() -> None:
    assert [(row.number, row.cells) for row in rows("a;b\n\n1;2\n")] == [(1, ("a", "b")), (3, ("1", "2"))]


def test_a_quoted_cell_may_hold_the_delimiter_quotation_marks_and_line_ends() -> None:
    assert rows('"Ιτιά; ""Βόλος""\nισόγειο";3\nΦάρος;2\n') == [
        RawRow(1, ('Ιτιά; "Βόλος"\nισόγειο', "3")),
        RawRow(2, ("Φάρος", "2")),
    ]


def test_a_quotation_mark_in_the_middle_of_a_cell_is_only_a_mark() -> None:
    assert rows('Ξενώνας "Ιτιά";3')[0].cells == ('Ξενώνας "Ιτιά"', "3")


def test_a_mark_that_never_closes_spoils_its_own_row_alone() -> None:
    found = rows('Δομή;Ελεύθερες\n"Ιτιά;3\nΦάρος;2\n"Δάφνη";1\n')
    assert [row.broken for row in found] == [False, True, False, False]
    assert found[1].cells == ('"Ιτιά', "3")
    assert found[3].cells == ("Δάφνη", "1")


def test_a_mark_closed_in_the_middle_of_a_cell_spoils_its_own_row_alone() -> None:
    found = rows('"Ξενώνας "Ιτιά"";3\nΦάρος;2\n')
    assert [row.broken for row in found] == [True, False]


def test_a_mark_left_open_far_from_the_end_does_not_swallow_the_file() -> None:
    found = rows('"Ιτιά;3\n' + "Φάρος;2\n" * 500)
    assert len(found) == 501
    assert [row.number for row in found if row.broken] == [1]


def test_old_macintosh_line_ends_part_rows_too() -> None:
    assert [row.cells for row in rows("a;b\r1;2\r")] == [("a", "b"), ("1", "2")]


def test_cells_are_trimmed_and_blanks_are_blanks() -> None:
    assert cell_of("  Ιτιά ") == "Ιτιά"
    assert cell_of(" ") is None


def test_what_begins_with_an_equals_sign_is_a_formula_unless_we_have_marked_it_as_text() -> None:
    assert cell_of("=1+2") == Formula("=1+2")
    assert cell_of("'=1+2") == "=1+2"
    assert cell_of("'Αγία") == "'Αγία"


CELLS = st.lists(
    st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=8), min_size=2, max_size=4),
    min_size=1,
    max_size=6,
)


@given(CELLS, st.sampled_from(";,\t"))
def test_whatever_a_csv_writer_writes_is_read_back(cells: list[list[str]], delimiter: str) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(cells)
    found = rows(written.getvalue(), delimiter)
    assert [row.cells for row in found] == [tuple(cell_of(cell) for cell in row) for row in cells]


@given(st.text(), st.sampled_from(";,\t"))
def test_no_line_of_any_text_is_lost(text: str, delimiter: str) -> None:
    letters = {letter for row in rows(text, delimiter) for value in row.cells for letter in as_text(value)}
    assert {letter for letter in text if letter.isalnum()} <= letters
