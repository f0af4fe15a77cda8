"""Is the place meant for a group that somebody of the household belongs to?"""

from dataclasses import dataclass
from typing import ClassVar

from matching.candidate import Candidate
from matching.codes import Code
from matching.finding import Finding, found
from matching.people import NOT_ASKED, groups_of
from matching.snapshot import NeedProfile


@dataclass(frozen=True, slots=True)
class TargetGroup:
    """`silence_is_open`: a place that states no group is open to all."""

    silence_is_open: bool
    name: ClassVar[str] = "target_group"
    hard: ClassVar[bool] = True
    of_unit: ClassVar[bool] = False

    def assess(self, need: NeedProfile, candidate: Candidate) -> Finding:
        stated = candidate.offer.rules.target_groups
        if stated is None:
            return found(Code.TARGET_GROUP_SILENT if self.silence_is_open else Code.TARGET_GROUP_NOT_STATED)
        if not stated:
            return found(Code.TARGET_GROUP_OPEN)
        shared = stated & groups_of(need)
        if shared:
            return found(Code.TARGET_GROUP_FOR_THEM, groups=tuple(sorted(shared)))
        may_be = stated & NOT_ASKED
        if may_be:
            return found(Code.TARGET_GROUP_NOT_KNOWN, groups=tuple(sorted(may_be)))
        return found(Code.TARGET_GROUP_OTHER, groups=tuple(sorted(stated)))
