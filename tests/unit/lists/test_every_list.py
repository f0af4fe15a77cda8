"""Laws that hold for every coded list."""

import re
import unicodedata
from collections.abc import Iterable

import pytest

from graph.model.lists.entry import CodedList, Entry
from graph.model.lists.every_list import EVERY_LIST

SNAKE_CASE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")

each_list = pytest.mark.parametrize("coded", EVERY_LIST.values(), ids=EVERY_LIST.keys())


def repeated(values: Iterable[str]) -> list[str]:
    seen = list(values)
    return sorted({value for value in seen if seen.count(value) > 1})


def scripts(word: str) -> set[str]:
    return {unicodedata.name(letter).split()[0] for letter in word if letter.isalpha()}


@each_list
def test_is_not_empty_and_is_found_under_its_own_name(coded: CodedList[Entry]) -> None:
    assert len(coded) > 0
    assert EVERY_LIST[coded.name] is coded


@each_list
def test_codes_are_snake_case(coded: CodedList[Entry]) -> None:
    assert [code for code in coded.codes if not SNAKE_CASE.fullmatch(code)] == []


@each_list
def test_both_labels_are_present_and_trimmed(coded: CodedList[Entry]) -> None:
    for entry in coded:
        for label in (entry.el, entry.en):
            assert label, entry.code
            assert label == label.strip(), entry.code


@each_list
def test_no_two_entries_look_the_same_to_a_reader(coded: CodedList[Entry]) -> None:
    assert repeated(entry.el.casefold() for entry in coded) == []
    assert repeated(entry.en.casefold() for entry in coded) == []


@each_list
def test_greek_labels_are_written_in_greek_letters_without_latin_look_alikes(coded: CodedList[Entry]) -> None:
    for entry in coded:
        words = re.findall(r"\w+", entry.el)
        assert any(scripts(word) == {"GREEK"} for word in words), entry.code
        assert [word for word in words if len(scripts(word)) > 1] == []


@each_list
def test_english_labels_are_written_in_latin_letters(coded: CodedList[Entry]) -> None:
    for entry in coded:
        assert scripts(entry.en) == {"LATIN"}, entry.code


@each_list
def test_other_always_needs_a_note(coded: CodedList[Entry]) -> None:
    if "other" in coded:
        assert coded.get("other").needs_note


@each_list
def test_flags_are_snake_case_and_explained_where_they_are_used(coded: CodedList[Entry]) -> None:
    flags = {flag for entry in coded for flag in entry.flags}
    assert [flag for flag in flags if not SNAKE_CASE.fullmatch(flag)] == []
    for flag in flags:
        assert set(coded.flagged(flag)) == {entry for entry in coded if flag in entry.flags}
