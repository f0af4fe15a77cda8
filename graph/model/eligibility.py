"""What a service at location asks of the people it takes, and what a unit has. Hard conditions, as values.

A missing value means *not stated*, never *not restricted*: the matcher then says unknown and whom to ask.
"""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum


class Sex(StrEnum):
    FEMALE = "f"
    MALE = "m"
    UNSTATED = "x"


@dataclass(frozen=True, slots=True)
class SexAgeRule:
    """People of this sex from `age_from` up to and including `age_to` years are taken.

    `accompanied`: only together with an adult of the same household who is taken in their own right.
    """

    sex: Sex
    age_from: int
    age_to: int
    accompanied: bool = False

    def takes(self, sex: Sex, age: int) -> bool:
        return sex is self.sex and self.age_from <= age <= self.age_to


class PaperStage(StrEnum):
    """When a document or test is asked for."""

    BEFORE_ENTRY = "before_entry"
    WITHIN_DAYS = "within_days"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class PaperRule:
    """`document` is a code of the list of documents; `days` counts from arrival where the stage is within_days."""

    document: str
    stage: PaperStage
    days: int | None = None
    waived_in_emergency: bool = True


@dataclass(frozen=True, slots=True)
class EntryWindow:
    """Local hours of Athens between which people are let in; over midnight where `closes` is before `opens`."""

    opens: time
    closes: time

    def admits(self, local: time) -> bool:
        if self.opens <= self.closes:
            return self.opens <= local <= self.closes
        return local >= self.opens or local <= self.closes


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one service at location. None is *not stated*; an empty set is *stated: none*.

    `sex_age` people taken at all · `target_groups` those it is meant for · `takes` and `refuses` circumstance codes
    (such as pet, substance_support) · `order_required` a prosecutor's order or court decision · `entry` hours, None
    inside `entry_stated` means round the clock.
    """

    sex_age: tuple[SexAgeRule, ...] | None = None
    target_groups: frozenset[str] | None = None
    takes: frozenset[str] = frozenset()
    refuses: frozenset[str] = frozenset()
    order_required: bool | None = None
    without_residence_papers: bool | None = None
    entry: EntryWindow | None = None
    entry_stated: bool = False
    papers: tuple[PaperRule, ...] = ()
    longest_stay_nights: int | None = None
    call_first: bool = False
