"""Why somebody is not taken: the rule that comes nearest, and by how many years it is missed."""

from collections.abc import Sequence

from graph.model.case import Person
from graph.model.eligibility import Sex, SexAgeRule
from matching.codes import Code
from matching.finding import Finding, found
from matching.people import ADULT_FROM, age_of, is_called_child, word_for

_WORDS = {Sex.FEMALE: ("girls", "women"), Sex.MALE: ("boys", "men"), Sex.UNSTATED: ("children", "people")}


def reason_against(person: Person, rules: Sequence[SexAgeRule], members: Sequence[Person]) -> Finding:
    """The finding for a person whom `rules` do not take."""
    age = age_of(person)
    near = [r for r in rules if r.sex is person.sex or person.sex is Sex.UNSTATED]
    if age is None or not near:
        return found(Code.SEX_AGE_NOT_TAKEN, whom=_whom(person.sex, adult=not is_called_child(person)))
    rule = min(near, key=lambda r: (_years_missed(r, age), r.sex, r.age_from, r.age_to))
    if _years_missed(rule, age) == 0:
        return found(Code.SEX_AGE_NEEDS_ADULT, whom=_whom(rule.sex, adult=rule.age_to >= ADULT_FROM))
    too_old = age > rule.age_to
    limit = rule.age_to if too_old else rule.age_from
    return found(
        Code.SEX_AGE_TOO_OLD if too_old else Code.SEX_AGE_TOO_YOUNG,
        whom=_whom(rule.sex, adult=limit >= ADULT_FROM),
        limit=limit,
        who=word_for(person, members),
        age=age,
        gap=_years_missed(rule, age),
    )


def _years_missed(rule: SexAgeRule, age: int) -> int:
    return max(rule.age_from - age, age - rule.age_to, 0)


def _whom(sex: Sex, *, adult: bool) -> str:
    return _WORDS[sex][adult]
