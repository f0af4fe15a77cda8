import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.kit.errors import ConnectorError, RefusedInputError, SourceUnavailableError
from connectors.kit.folding import folded
from connectors.kit.messages import MOST_SHOWN, Message, Words, by_code, quoted
from connectors.registry import CONNECTOR_KINDS
from connectors.spreadsheet.config import SpreadsheetConfig

FULL = Message("full", "Χωρούν {places} σε: {where}", "Room for {places} in: {where}")


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("Ξενώνας «Ιτιά»", "ΞΕΝΩΝΑΣ ΙΤΙΑ"),
        ("ξενώνας ", "Ξενώνας"),
        ("Ημ/νία", "ΗΜ ΝΙΑ"),
        ("AΓIOΣ ΜΗΝΑΣ", "Άγιος Μηνάς"),
        ("Ελεύθερες\nκλίνες*", "ελευθερεσ κλινεσ"),
        ("Μαΐου", "μαιου"),
    ],
)
def test_names_that_a_reader_takes_for_one_fold_to_one(written: str, same: str) -> None:
    assert folded(written) == folded(same)


def test_different_names_stay_different() -> None:
    assert folded("Ξενώνας Ιτιά") != folded("Ξενώνας Ιτιές")


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_a_sentence_groups_thousands_and_chooses_words_by_language() -> None:
    params = {"places": 20_000, "where": [Words("Αθήνα", "Athens"), "Α7"]}
    assert FULL.in_language("el", params) == "Χωρούν 20.000 σε: Αθήνα, Α7"
    assert FULL.in_language("en", params) == "Room for 20,000 in: Athens, Α7"


def test_braces_in_what_a_stranger_typed_are_only_text() -> None:
    assert FULL.in_language("en", {"places": 1, "where": "{places.__class__}"}) == "Room for 1 in: {places.__class__}"


@given(st.text())
def test_a_strangers_text_is_repeated_on_one_short_line(text: str) -> None:
    line = quoted(text)
    assert len(line) <= MOST_SHOWN
    assert line.isprintable()


def test_two_messages_of_one_code_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="twice"):
        by_code(FULL, FULL)


def test_refused_input_is_permanent_and_speaks_both_languages() -> None:
    error = RefusedInputError(FULL, places=3, where="Βόλος")
    assert isinstance(error, ConnectorError)
    assert (error.code, error.permanent, error.retry_after) == ("full", True, None)
    assert error.in_language("el") == "Χωρούν 3 σε: Βόλος"
    assert str(error) == "Room for 3 in: Βόλος"


def test_a_silent_source_may_be_tried_again_after_its_wait() -> None:
    error = SourceUnavailableError(FULL, {"places": 0, "where": ""}, retry_after=30)
    assert (error.permanent, error.retry_after) == (False, 30)


def test_the_spreadsheet_is_registered_with_its_config() -> None:
    assert CONNECTOR_KINDS.get("spreadsheet").config is SpreadsheetConfig
