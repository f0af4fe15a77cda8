"""What the invented structures of each kind look like: their units, whom they take, and what they ask.

The figures are starting values for the demonstration, after the catalogue of kinds; they are nobody's real rules.
"""

from dataclasses import dataclass
from datetime import time

from graph.model.capacity import Sharing, UnitKind
from graph.model.eligibility import EntryWindow, PaperRule, PaperStage, Rules, Sex, SexAgeRule

F, M, X = Sex.FEMALE, Sex.MALE, Sex.UNSTATED
WOMEN = (SexAgeRule(F, 18, 120),)
MEN = (SexAgeRule(M, 18, 120),)
ADULTS = (*WOMEN, *MEN, SexAgeRule(X, 18, 120))
CHILDREN_WITH_ADULT = (SexAgeRule(F, 0, 17, accompanied=True), SexAgeRule(M, 0, 17, accompanied=True))
FAMILIES = (*ADULTS, *CHILDREN_WITH_ADULT)
EVERYBODY = (SexAgeRule(F, 0, 120), SexAgeRule(M, 0, 120), SexAgeRule(X, 0, 120))
MINORS = (SexAgeRule(F, 0, 17), SexAgeRule(M, 0, 17))
SHARED_ROOM_PAPERS = tuple(PaperRule(d, PaperStage.WITHIN_DAYS, 5) for d in ("xray", "derm", "psych"))
ID_LATER = PaperRule("id", PaperStage.WITHIN_DAYS, 10)
NIGHT_ENTRY = EntryWindow(time(19, 0), time(23, 0))


def refuge_ages(boys_to: int) -> tuple[SexAgeRule, ...]:
    """Women with their children: girls up to 17, boys up to `boys_to`."""
    return (*WOMEN, SexAgeRule(F, 0, 17, accompanied=True), SexAgeRule(M, 0, boys_to, accompanied=True))


@dataclass(frozen=True, slots=True)
class UnitPlan:
    """`count` units of `places` each; `sex_age` None means as the service says."""

    name: str
    kind: UnitKind
    places: int
    sharing: Sharing
    count: int = 1
    sex_age: tuple[SexAgeRule, ...] | None = None
    step_free: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of structure: the word before its name, its units and its rules."""

    kind: str
    title: str
    units: tuple[UnitPlan, ...]
    rules: Rules
    promised_every_hours: int = 12
    occupancy_per_cent: int = 85


def beds(name: str, places: int, sex_age: tuple[SexAgeRule, ...], *, step_free: bool = False) -> UnitPlan:
    return UnitPlan(name, UnitKind.DORMITORY, places, Sharing.BY_PLACE, sex_age=sex_age, step_free=step_free)


def rooms(places: int, count: int = 1, *, step_free: bool = False) -> UnitPlan:
    return UnitPlan(
        f"Δωμάτιο {places} θέσεων", UnitKind.ROOM, places, Sharing.BY_HOUSEHOLD, count=count, step_free=step_free
    )


def pool(name: str, kind: UnitKind, places: int, *, step_free: bool = True) -> UnitPlan:
    return UnitPlan(name, kind, places, Sharing.BY_PLACE, step_free=step_free)


def groups(*codes: str) -> frozenset[str]:
    return frozenset(codes)


def open_rules(*codes: str, sex_age: tuple[SexAgeRule, ...] = EVERYBODY, papers: tuple[PaperRule, ...] = ()) -> Rules:
    """Round the clock, no order, residence papers not asked."""
    return Rules(
        sex_age=sex_age,
        target_groups=groups(*codes) if codes else None,
        order_required=False,
        without_residence_papers=True,
        entry_stated=True,
        papers=papers,
    )
