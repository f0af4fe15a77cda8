"""A wish of every household of several: a unit of its own rather than places among others."""

from dataclasses import dataclass
from typing import ClassVar

from graph.model.capacity import Sharing
from graph.model.lists.need_kinds import NEED_KINDS
from matching.candidate import Candidate
from matching.codes import Code
from matching.finding import Finding, found
from matching.snapshot import NeedProfile


@dataclass(frozen=True, slots=True)
class OwnRoom:
    name: ClassVar[str] = "own_room"
    hard: ClassVar[bool] = False
    of_unit: ClassVar[bool] = True

    def assess(self, need: NeedProfile, candidate: Candidate) -> Finding:
        if need.size < 2 or candidate.unit is None or not NEED_KINDS.get(need.kind).lodging:
            return found(Code.OWN_ROOM_NOT_CONCERNED)
        own = candidate.unit.unit.sharing is Sharing.BY_HOUSEHOLD
        return found(Code.OWN_ROOM_OWN if own else Code.OWN_ROOM_SHARED)
