"""A place with the way to it and one of its units: what a criterion looks at."""

from dataclasses import dataclass

from matching.snapshot import Offer, UnitOffer
from matching.travel.estimate import Journey


@dataclass(frozen=True, slots=True)
class Candidate:
    """`unit` is None where the place has set out none, and for criteria that do not look at units."""

    offer: Offer
    unit: UnitOffer | None
    journey: Journey
