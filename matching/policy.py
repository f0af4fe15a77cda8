"""A policy says by which criteria and in which order places are ranked. It is named, versioned and dated.

A version that has ranked once is never changed; a change is a new version.
"""

from dataclasses import dataclass
from datetime import date

from matching.criteria.accessibility import Accessibility
from matching.criteria.base import Criterion
from matching.criteria.catchment import Catchment
from matching.criteria.certification import Certification
from matching.criteria.circumstances import Circumstances
from matching.criteria.documents import Documents
from matching.criteria.figure import FigureStands
from matching.criteria.hours import EntryHours
from matching.criteria.household import HouseholdFits
from matching.criteria.kind import Kind
from matching.criteria.languages import CommonLanguage, MainLanguage
from matching.criteria.legal_status import LegalStatus
from matching.criteria.longest_stay import LongestStay
from matching.criteria.order import Order
from matching.criteria.own_room import OwnRoom
from matching.criteria.places import PlacesFree
from matching.criteria.reach import Reach
from matching.criteria.sex_age import SexAge
from matching.criteria.target_group import TargetGroup
from matching.terms import TermName


@dataclass(frozen=True, slots=True)
class Policy:
    """`gate`: a place that does not pass it is not looked at further. `order`: the terms, the weightiest first.

    Where a place is silent, each criterion says for itself whether that is open; those on sex and age, safety and
    accessibility cannot.
    """

    name: str
    version: int
    adopted_on: date
    gate: Criterion
    criteria: tuple[Criterion, ...]
    wishes: tuple[Criterion, ...]
    order: tuple[TermName, ...]

    @property
    def label(self) -> str:
        """Such as nearest-suitable/1: stands in every stored ranking."""
        return f"{self.name}/{self.version}"


NEAREST_SUITABLE_1 = Policy(
    name="nearest-suitable",
    version=1,
    adopted_on=date(2026, 11, 1),
    gate=Kind(),
    criteria=(
        SexAge(),
        HouseholdFits(),
        Accessibility(),
        PlacesFree(),
        FigureStands(),
        TargetGroup(silence_is_open=True),
        LegalStatus(),
        Catchment(),
        Certification(),
        Order(silence_is_open=True),
        Documents(),
        Circumstances(silent=frozenset({"medicines", "mental_health_support"})),
        CommonLanguage(),
        EntryHours(),
        Reach(),
        LongestStay(silence_is_open=True),
    ),
    wishes=(MainLanguage(), OwnRoom()),
    order=(
        TermName.TRAVEL,
        TermName.WISHES,
        TermName.BELIEF,
        TermName.SCARCITY,
        TermName.DISTANCE,
        TermName.DRAW,
    ),
)
CURRENT = NEAREST_SUITABLE_1
POLICIES = {policy.label: policy for policy in (NEAREST_SUITABLE_1,)}
"""Every policy that has ever ranked, by label, so that its rankings can be replayed."""
