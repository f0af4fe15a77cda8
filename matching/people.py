"""What follows from who the people are: adult or child, the words for them, and the groups they belong to."""

from collections.abc import Iterable
from itertools import product

from graph.model.case import Person
from graph.model.eligibility import Sex
from graph.model.lists.circumstances import CIRCUMSTANCES
from graph.model.lists.need_kinds import NEED_KINDS
from matching.snapshot import NeedProfile

ADULT_FROM = 18
OLDER_FROM = 65
LARGE_FAMILY_FROM = 3
OLDEST = 120
APPROXIMATE_YEARS = 3
"""An age said to be approximate may be off by so many years either way."""
PARENT_YEARS = range(15, 51)
"""By how many years a parent is older than a child, as far as words go."""

NOT_ASKED = frozenset(
    {
        "chronic",
        "disaster",
        "leaving_care",
        "lgbtqi",
        "mental_health",
        "migrants",
        "patients",
        "perpetrators",
        "precarious",
        "released",
        "roma",
        "substance",
        "poverty",
    }
)
"""Groups that no question of the intake settles: not being known to belong is then no *no*."""

_IMPLIED_BY_NEED = {
    "food_goods": frozenset({"poverty"}),
    "benefits_documents": frozenset({"poverty"}),
    "health": frozenset({"patients", "chronic", "mental_health"}),
}
_LODGING = frozenset({"homeless", "precarious"})


def possible_ages(person: Person) -> range:
    """Every age in whole years that the person may have."""
    age = age_of(person)
    if age is None:
        return range(OLDEST + 1)
    slack = APPROXIMATE_YEARS if person.age_is_approximate else 0
    return range(max(0, age - slack), min(OLDEST, age + slack) + 1)


def age_of(person: Person) -> int | None:
    if person.age is None and person.age_months is not None:
        return person.age_months // 12
    return person.age


def is_surely_adult(person: Person) -> bool:
    return possible_ages(person)[0] >= ADULT_FROM


def is_surely_minor(person: Person) -> bool:
    return possible_ages(person)[-1] < ADULT_FROM


def people_code(person: Person) -> str:
    """Such as F34, M~13, X?: a letter for the sex, the age, `~` where it is approximate, `?` where not known."""
    age = age_of(person)
    return f"{person.sex.upper()}{'~' if person.age_is_approximate else ''}{'?' if age is None else age}"


def word_for(person: Person, members: Iterable[Person]) -> str:
    """A noun for one of the household: man, woman, son, daughter, boy, girl, child or person."""
    if not is_called_child(person):
        return {Sex.MALE: "man", Sex.FEMALE: "woman"}.get(person.sex, "person")
    if person.sex is Sex.UNSTATED:
        return "child"
    of_parents = any(_may_be_parent(other, person) for other in members)
    return {Sex.MALE: ("boy", "son"), Sex.FEMALE: ("girl", "daughter")}[person.sex][of_parents]


def is_called_child(person: Person) -> bool:
    """As words go, an approximate age is taken as it was said."""
    age = age_of(person)
    return age is not None and age < ADULT_FROM


def _may_be_parent(other: Person, child: Person) -> bool:
    older, younger = age_of(other), age_of(child)
    return older is not None and younger is not None and older >= ADULT_FROM and older - younger in PARENT_YEARS


def groups_of(need: NeedProfile) -> frozenset[str]:
    """The target groups that the household surely belongs to; of those in NOT_ASKED it may belong to more."""
    said = {c.target_group for c in CIRCUMSTANCES if c.code in need.circumstances and c.target_group}
    if "violence" in said:
        said = (said - {"violence"}) | _of_violence(need.members)
    if "medicines" in need.circumstances:
        said |= {"patients", "chronic"}
    lodging = _LODGING if NEED_KINDS.get(need.kind).lodging else frozenset[str]()
    return frozenset(said) | _of_household(need) | lodging | _IMPLIED_BY_NEED.get(need.kind, frozenset())


def _of_violence(members: tuple[Person, ...]) -> set[str]:
    """Women have services of their own; other victims are another group. Of those not stated both are thought of."""
    grown = [m for m in members if not is_surely_minor(m)]
    women = {"violence" for m in grown if m.sex is not Sex.MALE}
    return women | {"violence_other" for m in grown if m.sex is not Sex.FEMALE} or {"violence_other"}


def _of_household(need: NeedProfile) -> frozenset[str]:
    minors = sum(is_surely_minor(m) for m in need.members)
    adults = sum(is_surely_adult(m) for m in need.members)
    holds = {
        "children": minors > 0,
        "single_parent": adults == 1 and minors > 0,
        "large_family": minors >= LARGE_FAMILY_FROM,
        "pregnant": any(m.pregnant for m in need.members),
        "older": any(possible_ages(m)[0] >= OLDER_FROM for m in need.members),
        "disability": any(m.wheelchair for m in need.members) or "care_needed" in need.circumstances,
    }
    return frozenset(group for group, belongs in holds.items() if belongs)


def possible_people(person: Person) -> Iterable[tuple[Sex, int]]:
    """Every pair of sex and age that the person may be; of a sex not stated both are possible."""
    sexes = (Sex.FEMALE, Sex.MALE) if person.sex is Sex.UNSTATED else (person.sex,)
    return product(sexes, possible_ages(person))
