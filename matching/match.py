"""What the matcher answers: places with their reasons, in order, and counts of the rest."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from graph.model.ids import CapacityUnitId, ServiceAtLocationId
from matching.finding import Finding
from matching.snapshot import Offer
from matching.terms import Terms
from matching.travel.estimate import Journey


@dataclass(frozen=True, slots=True)
class Match:
    """A place as an answer to a need: a suggestion, which reserves nothing.

    `unit_ids`: the units that suit equally by the findings, the best first; for a near miss the one that comes
    nearest; empty where the place has set out none. `as_of` and `belief` (per mille) are of the first unit.
    `findings`: one per hard criterion, all about the first unit. `notes`: wishes and scarcity, which never decide.
    """

    offer: Offer
    unit_ids: tuple[CapacityUnitId, ...]
    journey: Journey
    as_of: datetime | None
    belief: int
    findings: tuple[Finding, ...]
    notes: tuple[Finding, ...]
    terms: Terms

    @property
    def service_at_location_id(self) -> ServiceAtLocationId:
        return self.offer.service_at_location_id

    @property
    def unmet(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.unmet)

    @property
    def unknown(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.unknown)

    @property
    def remarks(self) -> tuple[Finding, ...]:
        """What is met, with something to do or to watch."""
        return tuple(f for f in (*self.findings, *self.notes) if f.remark)


@dataclass(frozen=True, slots=True)
class Ranking:
    """`matches` fit, all met. `ask_first`: nothing unmet, something unknown. `near_misses`: little would change it.

    Over the places that do not fit: `reasons` counts every unmet criterion, `unmet` counts each place of the right
    kind once, under its principal reason as planners count (a code of the list `unmet_reasons`). `considered` are all
    places looked at, `answering` those of a kind that answers the need.
    """

    policy: str
    draw: int
    matches: tuple[Match, ...]
    ask_first: tuple[Match, ...]
    near_misses: tuple[Match, ...]
    reasons: Mapping[str, int]
    unmet: Mapping[str, int]
    considered: int
    answering: int

    @property
    def not_fitting(self) -> int:
        """Places of the right kind that do not fit, the near misses among them."""
        return self.answering - len(self.matches) - len(self.ask_first)
