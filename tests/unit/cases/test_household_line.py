"""The household as one typed line: every letter in both alphabets, and nothing is ever dropped."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.case import Person
from graph.model.eligibility import Sex
from graph.model.ids import PersonId, new_id
from hub.cases.household_line import (
    MOST_MONTHS,
    MOST_PEOPLE,
    OLDEST,
    Wrong,
    people_of,
    read_line,
    written,
    written_line,
)
from hub.web.i18n import Language

LETTERS = {
    Sex.FEMALE: "ΓγΘθFfWwGg",
    Sex.MALE: "ΑαΜμΒβAaMmBb",
    Sex.UNSTATED: "ΧχXx",
}


def only(word: str) -> Person:
    """The one person that the word is read as."""
    tokens = read_line(word)
    assert [t.wrong for t in tokens] == [None], word
    return people_of(tokens)[0]


def wrong(word: str) -> Wrong | None:
    (token,) = read_line(word)
    assert token.text == word
    return token.wrong


@pytest.mark.parametrize(("sex", "letter"), [(sex, letter) for sex, letters in LETTERS.items() for letter in letters])
def test_every_letter_is_read_in_greek_and_latin_shape(sex: Sex, letter: str) -> None:
    person = only(f"{letter}34")
    assert (person.sex, person.age) == (sex, 34)


def test_a_family_is_read_in_the_order_of_the_line() -> None:
    people = people_of(read_line("Γ34 Γ6 Α13"))
    assert [(p.sex, p.age) for p in people] == [(Sex.FEMALE, 34), (Sex.FEMALE, 6), (Sex.MALE, 13)]


@pytest.mark.parametrize("between", [" ", "  ", ", ", ",", ";", " · ", "+", "\t"])
def test_people_are_parted_by_spaces_commas_points_and_plus_signs(between: str) -> None:
    assert [p.age for p in people_of(read_line(between.join(["Γ34", "Γ6"])))] == [34, 6]


@pytest.mark.parametrize("line", ["", "   ", ", ,"])
def test_an_empty_line_is_nobody(line: str) -> None:
    assert read_line(line) == []


def test_an_age_may_be_about_or_not_known() -> None:
    about, unknown = only("Γ~30"), only("Γ")
    assert (about.age, about.age_is_approximate) == (30, True)
    assert (unknown.age, unknown.age_is_approximate) == (None, False)


@pytest.mark.parametrize("mark", "εΕeEpPρΡ")
def test_pregnant(mark: str) -> None:
    assert only(f"Γ28{mark}").pregnant is True


@pytest.mark.parametrize("mark", "μΜmMµ")
def test_a_baby_counts_months(mark: str) -> None:
    baby = only(f"Α7{mark}")
    assert (baby.age, baby.age_months) == (0, 7)
    assert (only(f"Γ26{mark}").age, only(f"Γ26{mark}").age_months) == (2, 26)


def test_a_wheelchair_and_marks_together() -> None:
    assert only("Α58@").wheelchair is True
    both = only("Γ~28ε@")
    assert (both.age, both.age_is_approximate, both.pregnant, both.wheelchair) == (28, True, True, True)


def test_what_nobody_said_stays_unknown() -> None:
    plain = only("Γ28")
    assert (plain.pregnant, plain.wheelchair, plain.age_months, plain.sealed_name) == (None, None, None, None)


@pytest.mark.parametrize("word", ["Γ3α", "34", "ΓΑ", "Γ34Α", "Z9", "Γ1234", "~30", "Γ-5", "Γ34!", "Αμ", "Γ٣٤", "🙂"])
def test_a_word_that_is_no_person_says_so(word: str) -> None:
    assert wrong(word) is Wrong.NOT_UNDERSTOOD


@pytest.mark.parametrize("word", ["Γ121", "Α134", "Χ999", "Α36μ", "Γ120m"])
def test_an_age_beyond_all_ages_says_so(word: str) -> None:
    assert wrong(word) is Wrong.TOO_OLD


@pytest.mark.parametrize("word", ["Γ0", "Α120", "Α0μ", "Α35μ", "Γ007"])
def test_the_first_and_the_last_age_are_taken(word: str) -> None:
    assert wrong(word) is None


def test_one_wrong_word_leaves_the_others_readable() -> None:
    tokens = read_line("Γ34 Γ3α Α13")
    assert [t.wrong for t in tokens] == [None, Wrong.NOT_UNDERSTOOD, None]
    assert [p.age for p in people_of(tokens)] == [34, 13]


def test_people_beyond_the_largest_household_are_named_not_dropped() -> None:
    tokens = read_line(" ".join(["Γ34"] * MOST_PEOPLE + ["Α41", "Α42"]))
    assert [(t.text, t.wrong) for t in tokens[MOST_PEOPLE:]] == [("Α41", Wrong.TOO_MANY), ("Α42", Wrong.TOO_MANY)]
    assert len(people_of(tokens)) == MOST_PEOPLE


persons = st.builds(
    lambda sex, age, about, pregnant, wheelchair: Person(
        PersonId(new_id()), sex, age[0], about, age[1], pregnant=pregnant, wheelchair=wheelchair
    ),
    st.sampled_from(Sex),
    st.one_of(
        st.none().map(lambda _: (None, None)),
        st.integers(0, OLDEST).map(lambda age: (age, None)),
        st.integers(0, MOST_MONTHS).map(lambda months: (months // 12, months)),
    ),
    st.booleans(),
    st.sampled_from([None, True]),
    st.sampled_from([None, True]),
)


def facts(person: Person) -> tuple[object, ...]:
    return (
        person.sex,
        person.age,
        person.age_is_approximate,
        person.age_months,
        person.pregnant,
        person.wheelchair,
    )


@given(st.lists(persons, min_size=1, max_size=MOST_PEOPLE), st.sampled_from(Language))
def test_what_is_written_is_read_again(people: list[Person], language: Language) -> None:
    again = people_of(read_line(written_line(people, language)))
    assert [facts(p) for p in again] == [facts(p) for p in people]


@given(persons)
def test_a_person_is_written_alike_in_either_case(person: Person) -> None:
    for language in Language:
        text = written(person, language)
        assert facts(only(text.lower())) == facts(only(text.upper())) == facts(person)


@given(st.text(alphabet="ΓγΑαΧFMX0123456789~εeμm@ ,;·+!" + string.whitespace, max_size=200))
def test_nothing_typed_is_dropped(line: str) -> None:
    tokens = read_line(line)
    assert "".join(t.text for t in tokens) == "".join(letter for letter in line if letter not in " ,;·+\t\n\r\x0b\x0c")
    assert all((t.person is None) == (t.wrong is not None) for t in tokens)


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading(line: str) -> None:
    for token in read_line(line):
        assert token.text
        assert token.person is None or 0 <= (token.person.age or 0) <= OLDEST
