"""The household as one typed line: `Γ34 Γ6 Α13` is a woman of 34, a girl of 6 and a boy of 13.

letter    female Γ Θ F W G · male Α Μ B · not stated Χ, in Greek or Latin letters of the same shape, either case
~         about: Γ~30
number    years, 0 to 120; left out where not known: Γ
after it  ε or p pregnant · μ or m the number counts months · @ wheelchair
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph.model.case import Person
from graph.model.eligibility import Sex
from graph.model.ids import PersonId, new_id
from hub.web.i18n import Language

FEMALE = "ΓΘFWGγθfwg"
MALE = "ΑΜBΒAMαμbβam"
UNSTATED = "ΧXχx"
TOKEN = re.compile(r"(?P<sex>\w)(?P<about>~?)(?P<number>\d{1,3})?(?P<marks>[εepμm@ΕEPΜM]*)", re.UNICODE)
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
    found = TOKEN.fullmatch(word)
    sex = _sex(found["sex"]) if found else None
    if found is None or sex is None:
        return Token(word, None, Wrong.NOT_UNDERSTOOD)
    marks = {_mark(m) for m in found["marks"]}
    number = int(found["number"]) if found["number"] else None
    in_months = "months" in marks
    if number is not None and number > (MOST_MONTHS if in_months else OLDEST):
        return Token(word, None, Wrong.TOO_OLD)
    if in_months and number is None:
        return Token(word, None, Wrong.NOT_UNDERSTOOD)
    return Token(
        word,
        Person(
            id=PersonId(new_id()),
            sex=sex,
            age=number // 12 if in_months and number is not None else number,
            age_is_approximate=bool(found["about"]),
            age_months=number if in_months else None,
            pregnant=True if "pregnant" in marks else None,
            wheelchair=True if "wheelchair" in marks else None,
        ),
    )


def _sex(letter: str) -> Sex | None:
    if letter in FEMALE:
        return Sex.FEMALE
    if letter in MALE:
        return Sex.MALE
    return Sex.UNSTATED if letter in UNSTATED else None


def _mark(letter: str) -> str:
    if letter == "@":
        return "wheelchair"
    return "months" if letter in "μmΜM" else "pregnant"
