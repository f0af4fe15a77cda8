import pytest

from graph.model.lists.entry import CodedList, Entry, UnknownCodeError

FRUIT = CodedList("fruit", (Entry("fig", "σύκο", "fig"), Entry("plum", "δαμάσκηνο", "plum", needs_note=True)))


def test_an_entry_is_found_by_its_code_and_read_in_either_language() -> None:
    assert FRUIT.get("fig").in_language("el") == "σύκο"
    assert FRUIT.get("fig").in_language("en") == "fig"


def test_codes_and_entries_keep_the_order_in_which_they_were_written() -> None:
    assert FRUIT.codes == ("fig", "plum")
    assert [entry.en for entry in FRUIT] == ["fig", "plum"]


def test_membership_is_asked_by_code() -> None:
    assert "fig" in FRUIT
    assert "pear" not in FRUIT
    assert None not in FRUIT


def test_an_unknown_code_is_refused_with_the_list_and_what_it_knows() -> None:
    with pytest.raises(UnknownCodeError, match="fruit.*'pear'.*fig, plum") as refused:
        FRUIT.get("pear")
    assert (refused.value.list_name, refused.value.code, refused.value.known) == (
        "fruit",
        "pear",
        ("fig", "plum"),
    )


def test_a_code_that_stands_twice_is_refused_when_the_list_is_made() -> None:
    with pytest.raises(ValueError, match="twice"):
        CodedList("fruit", (Entry("fig", "σύκο", "fig"), Entry("fig", "συκιά", "fig tree")))
