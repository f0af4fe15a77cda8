"""Is this unit step-free, where somebody needs it? Silence is never a yes."""

from dataclasses import dataclass
from typing import ClassVar

from matching.candidate import Candidate
from matching.codes import Code
from matching.finding import Finding, found
from matching.snapshot import NeedProfile


def needs_step_free(need: NeedProfile) -> bool:
    return "step_free" in need.circumstances or any(m.wheelchair for m in need.members)


@dataclass(frozen=True, slots=True)
class Accessibility:
    name: ClassVar[str] = "accessibility"
    hard: ClassVar[bool] = True
    of_unit: ClassVar[bool] = True

    def assess(self, need: NeedProfile, candidate: Candidate) -> Finding:
        if not needs_step_free(need):
            return found(Code.ACCESSIBILITY_NOT_NEEDED)
        step_free = candidate.unit.unit.step_free if candidate.unit else None
        if step_free is None:
            return found(Code.ACCESSIBILITY_NOT_STATED)
        return found(Code.ACCESSIBILITY_STEP_FREE if step_free else Code.ACCESSIBILITY_STEPS)
