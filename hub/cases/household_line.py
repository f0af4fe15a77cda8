"""The household as one typed line: `Γ34 Γ6 Α13` is a woman of 34, a girl of 6 and a boy of 13.

letter    female Γ Θ F W G · male Α Μ B · not stated Χ, in Greek or Latin letters of the same shape, either case
~         about: Γ~30
number    years, 0 to 120; left out where not known: Γ
after it  ε e p ρ pregnant · μ m the number counts months · @ wheelchair, in either case
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph.model.case import Person
from graph.model.eligibility import Sex
from graph.model.ids import PersonId, new_id
from hub.web.i18n import Language

LETTERS = {Sex.FEMALE: "γθfwg", Sex.MALE: "αμβamb", Sex.UNSTATED: "χx"}
"""Small ones. Those that look alike in both alphabets stand twice."""
PREGNANT = "εepρ"
MONTHS = "μm"
WHEELCHAIR = "@"
TOKEN = re.compile(rf"(?P<sex>\w)(?P<about>~?)(?P<number>[0-9]{{1,3}})?(?P<marks>[{PREGNANT}{MONTHS}{WHEELCHAIR}]*)")
OLDEST = 120
MOST_MONTHS = 35
MOST_PEOPLE = 30
ADULT = 18


class Wrong(StrEnum):
    """Why a token was not read."""

    NOT_UNDERSTOOD = "not_understood"
    TOO_OLD = "age_out_of_range"
    TOO_MANY = "too_many_people"


@dataclass(frozen=True, slots=True)
class Token:
    """One word of the line: a person, or why it is none."""

    text: str
    person: Person | None
    wrong: Wrong | None = None


def read_line(line: str) -> list[Token]:
    """Every word of the line, in order. Nothing is dropped: what cannot be read says why."""
    words = re.split(r"[\s,;·+]+", line.strip())
    tokens = [_read(word) for word in words if word]
    if len(tokens) > MOST_PEOPLE:
        tokens[MOST_PEOPLE:] = [Token(t.text, None, Wrong.TOO_MANY) for t in tokens[MOST_PEOPLE:]]
    return tokens


def people_of(tokens: Sequence[Token]) -> tuple[Person, ...]:
    return tuple(t.person for t in tokens if t.person is not None)


def written(person: Person, language: Language) -> str:
    """A person as the line writes them, for the identity bar of a case and for those who may not know more."""
    letters = {Sex.FEMALE: ("Γ", "F"), Sex.MALE: ("Α", "M"), Sex.UNSTATED: ("Χ", "X")}[person.sex]
    text = letters[0] if language is Language.EL else letters[1]
    text += "~" if person.age_is_approximate else ""
    if person.age_months is not None:
        text += f"{person.age_months}{'μ' if language is Language.EL else 'm'}"
    elif person.age is not None:
        text += str(person.age)
    if person.pregnant:
        text += "ε" if language is Language.EL else "p"
    return text + ("@" if person.wheelchair else "")


def written_line(people: Sequence[Person], language: Language) -> str:
    """`Γ34 · Γ6 · Α13`."""
    return " · ".join(written(p, language) for p in people)


def _read(word: str) -> Token:
    # Folding the case of the micro sign, which some keyboards have, makes it a Greek μ.
    found = TOKEN.fullmatch(word.casefold())
    sex = _sex(found["sex"]) if found else None
    if found is None or sex is None:
        return Token(word, None, Wrong.NOT_UNDERSTOOD)
    in_months = any(mark in found["marks"] for mark in MONTHS)
    if in_months and found["number"] is None:
        return Token(word, None, Wrong.NOT_UNDERSTOOD)
    number = int(found["number"]) if found["number"] else None
    if number is not None and number > (MOST_MONTHS if in_months else OLDEST):
        return Token(word, None, Wrong.TOO_OLD)
    return Token(word, _person(sex, number, in_months=in_months, about=bool(found["about"]), marks=found["marks"]))


def _person(sex: Sex, number: int | None, *, in_months: bool, about: bool, marks: str) -> Person:
    return Person(
        id=PersonId(new_id()),
        sex=sex,
        age=number // 12 if in_months and number is not None else number,
        age_is_approximate=about,
        age_months=number if in_months else None,
        pregnant=True if any(mark in marks for mark in PREGNANT) else None,
        wheelchair=True if WHEELCHAIR in marks else None,
    )


def _sex(letter: str) -> Sex | None:
    return next((sex for sex, letters in LETTERS.items() if letter in letters), None)
