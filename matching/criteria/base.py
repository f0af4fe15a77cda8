"""What a criterion is."""

from typing import ClassVar, Protocol

from matching.candidate import Candidate
from matching.finding import Finding
from matching.snapshot import NeedProfile


class Criterion(Protocol):
    """A small rule with a name and a closed set of outcomes.

    `hard`: unmet excludes; a soft one is a wish and only orders. `of_unit`: it looks at one unit, and all such
    criteria are asked about the same unit.
    """

    name: ClassVar[str]
    hard: ClassVar[bool]
    of_unit: ClassVar[bool]

    def assess(self, need: NeedProfile, candidate: Candidate) -> Finding: ...
