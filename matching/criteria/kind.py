"""Does this kind of service answer this kind of need?"""

from dataclasses import dataclass
from typing import ClassVar

from graph.model.lists.need_kinds import NEED_KINDS
from matching.candidate import Candidate
from matching.codes import Code
from matching.finding import Finding, found
from matching.snapshot import NeedProfile


@dataclass(frozen=True, slots=True)
class Kind:
    name: ClassVar[str] = "kind"
    hard: ClassVar[bool] = True
    of_unit: ClassVar[bool] = False

    def assess(self, need: NeedProfile, candidate: Candidate) -> Finding:
        answers = candidate.offer.kind in NEED_KINDS.get(need.kind).service_kinds
        return found(Code.KIND_ANSWERS if answers else Code.KIND_OTHER)
