"""Does the place take what comes with the people: a pet, help with care, support for substances, medicines?"""

from dataclasses import dataclass
from typing import ClassVar

from graph.model.lists.circumstances import CIRCUMSTANCES
from matching.candidate import Candidate
from matching.codes import Code
from matching.finding import Finding, found
from matching.snapshot import NeedProfile, Offer

TOLD_BY_PLACES = ("pet", "care_needed", "substance_support", "mental_health_support", "medicines")
"""Circumstances that a place takes or refuses as such. The others have criteria of their own."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Of those in `silent` a place that says nothing takes them."""

    silent: frozenset[str]
    name: ClassVar[str] = "circumstances"
    hard: ClassVar[bool] = True
    of_unit: ClassVar[bool] = False

    def assess(self, need: NeedProfile, candidate: Candidate) -> Finding:
        theirs = [code for code in TOLD_BY_PLACES if code in need.circumstances]
        if not theirs:
            return found(Code.CIRCUMSTANCES_NONE)
        refused = tuple(code for code in theirs if code in candidate.offer.rules.refuses)
        if refused:
            return found(Code.CIRCUMSTANCES_REFUSED, circumstances=refused)
        open_ = [code for code in theirs if not _takes(candidate.offer, code)]
        to_ask = tuple(code for code in open_ if code not in self.silent)
        if to_ask:
            return found(Code.CIRCUMSTANCES_NOT_STATED, circumstances=to_ask)
        return found(
            Code.CIRCUMSTANCES_SILENT if open_ else Code.CIRCUMSTANCES_TAKEN,
            circumstances=tuple(open_ or theirs),
        )


def _takes(offer: Offer, code: str) -> bool:
    """It says so, or is meant for the very people whom the circumstance makes."""
    group = CIRCUMSTANCES.get(code).target_group
    return code in offer.rules.takes or (group is not None and group in (offer.rules.target_groups or ()))
