"""The sentences of one code. Fragments without a full stop, so that a page may join them."""

from dataclasses import dataclass
from enum import StrEnum


class Whom(StrEnum):
    """Who can answer what is unknown."""

    PLACE = "place"
    PEOPLE = "people"
    PROSECUTOR = "prosecutor"


@dataclass(frozen=True, slots=True)
class Wording:
    """`el`, `en`: the reason. `then_el`, `then_en`: for unmet what would change it, for unknown what to ask `whom`.

    `{…}` are figures of the finding, put into words by `matching.words`.
    """

    el: str
    en: str
    then_el: str | None = None
    then_en: str | None = None
    whom: Whom | None = None


def met(el: str, en: str) -> Wording:
    return Wording(el, en)


def unmet(el: str, en: str, change_el: str, change_en: str) -> Wording:
    return Wording(el, en, change_el, change_en)


def unknown(el: str, en: str, ask_el: str, ask_en: str, *, whom: Whom = Whom.PLACE) -> Wording:
    return Wording(el, en, ask_el, ask_en, whom)
