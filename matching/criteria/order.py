"""Is there a prosecutor's order or a decision, where the place may take nobody without one?"""

from dataclasses import dataclass
from typing import ClassVar

from graph.model.case import PaperState
from matching.candidate import Candidate
from matching.codes import Code
from matching.finding import Finding, found
from matching.people import is_surely_minor
from matching.snapshot import NeedProfile

_ORDERS = ("order", "court", "placement_decision")


@dataclass(frozen=True, slots=True)
class Order:
    """`silence_is_open`: a place that states nothing needs none, except for children who come alone."""

    silence_is_open: bool
    name: ClassVar[str] = "order"
    hard: ClassVar[bool] = True
    of_unit: ClassVar[bool] = False

    def assess(self, need: NeedProfile, candidate: Candidate) -> Finding:
        required = candidate.offer.rules.order_required
        if required is False:
            return found(Code.ORDER_NOT_REQUIRED)
        if required:
            return found(_of_order(need))
        children_alone = all(is_surely_minor(m) for m in need.members)
        silent = self.silence_is_open and not children_alone
        return found(Code.ORDER_SILENT if silent else Code.ORDER_NOT_STATED)


def _of_order(need: NeedProfile) -> Code:
    states = {need.papers.get(code, PaperState.UNKNOWN) for code in _ORDERS}
    if "prosecutor_order" in need.circumstances or PaperState.HAS in states:
        return Code.ORDER_EXISTS
    if PaperState.PENDING in states:
        return Code.ORDER_PENDING
    return Code.ORDER_MISSING if PaperState.HAS_NOT in states else Code.ORDER_NOT_KNOWN
