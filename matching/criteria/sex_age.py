"""Does the place, and this unit of it, take everyone's sex and age?

Silence is never consent here: a place that has not stated whom it takes is unknown, and so is a shared room of a
place for both sexes that has not said for whom its free place is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from graph.model.capacity import Sharing, UnitKind
from graph.model.case import Person
from graph.model.eligibility import Sex, SexAgeRule
from matching.candidate import Candidate
from matching.codes import Code, Verdict
from matching.criteria.sex_age_reason import reason_against
from matching.finding import Finding, found
from matching.people import ADULT_FROM, is_surely_adult, is_surely_minor, people_code, possible_people
from matching.snapshot import NeedProfile

Rules = tuple[SexAgeRule, ...]
_SLEEPING = frozenset({UnitKind.BED, UnitKind.ROOM, UnitKind.DORMITORY, UnitKind.FLAT})


@dataclass(frozen=True, slots=True)
class SexAge:
    name: ClassVar[str] = "sex_age"
    hard: ClassVar[bool] = True
    of_unit: ClassVar[bool] = True

    def assess(self, need: NeedProfile, candidate: Candidate) -> Finding:
        stated = tuple(_stated(candidate))
        if not stated:
            return _to_ask(Code.SEX_AGE_NOT_STATED, need)
        adults_first = sorted(need.members, key=lambda m: not is_surely_adult(m))
        verdicts = [(m, rules, _verdict(m, rules, need, stated)) for m in adults_first for rules in stated]
        for member, rules, verdict in verdicts:
            if verdict is Verdict.UNMET:
                return reason_against(member, rules, need.members)
        if any(verdict is Verdict.UNKNOWN for _, _, verdict in verdicts):
            return _to_ask(Code.SEX_AGE_PERSON_NOT_KNOWN, need)
        return _to_ask(Code.SEX_AGE_UNIT_NOT_STATED, need) if _unit_is_silent(candidate) else found(Code.SEX_AGE_TAKEN)


def _to_ask(code: Code, need: NeedProfile) -> Finding:
    return found(code, people=tuple(people_code(m) for m in need.members))


def _stated(candidate: Candidate) -> Iterator[Rules]:
    if candidate.offer.rules.sex_age is not None:
        yield candidate.offer.rules.sex_age
    if candidate.unit is not None and candidate.unit.unit.sex_age is not None:
        yield candidate.unit.unit.sex_age


def _verdict(person: Person, rules: Rules, need: NeedProfile, stated: tuple[Rules, ...]) -> Verdict:
    alone = _taken(person, _in_own_right(rules))
    if alone is Verdict.MET:
        return alone
    accompanied, companion = _taken(person, rules), _companion(person, need, stated)
    if companion is Verdict.MET or accompanied is Verdict.UNMET:
        return accompanied
    return Verdict.UNKNOWN if companion is Verdict.UNKNOWN else alone


def _in_own_right(rules: Rules) -> Rules:
    return tuple(r for r in rules if not r.accompanied)


def _taken(person: Person, rules: Rules) -> Verdict:
    taken = [_takes(rules, person, sex, age) for sex, age in possible_people(person)]
    if all(taken):
        return Verdict.MET
    return Verdict.UNKNOWN if any(taken) else Verdict.UNMET


def _takes(rules: Rules, person: Person, sex: Sex, age: int) -> bool:
    return any(rule.takes(sex, age) or rule.takes(person.sex, age) for rule in rules)


def _companion(person: Person, need: NeedProfile, stated: tuple[Rules, ...]) -> Verdict:
    """Is there an adult of the household whom every stated rule takes in their own right?"""
    others = [m for m in need.members if m is not person and not is_surely_minor(m)]
    verdicts = {_as_companion(m, stated) for m in others}
    if Verdict.MET in verdicts:
        return Verdict.MET
    return Verdict.UNKNOWN if Verdict.UNKNOWN in verdicts else Verdict.UNMET


def _as_companion(person: Person, stated: tuple[Rules, ...]) -> Verdict:
    verdicts = {_taken(person, _in_own_right(rules)) for rules in stated}
    if Verdict.UNMET in verdicts:
        return Verdict.UNMET
    return Verdict.MET if verdicts == {Verdict.MET} and is_surely_adult(person) else Verdict.UNKNOWN


def _unit_is_silent(candidate: Candidate) -> bool:
    unit, rules = candidate.unit, candidate.offer.rules.sex_age
    if unit is None or unit.unit.sex_age is not None or rules is None:
        return False
    shared = unit.unit.sharing is Sharing.BY_PLACE and unit.unit.kind in _SLEEPING
    return shared and all(_takes_adults(rules, sex) for sex in (Sex.FEMALE, Sex.MALE))


def _takes_adults(rules: Rules, sex: Sex) -> bool:
    return any(r.sex is sex and r.age_to >= ADULT_FROM and not r.accompanied for r in rules)
