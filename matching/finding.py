"""What one criterion found about one place: met, unmet or unknown, by a code and its figures.

The sentences for people are made from code and figures in `matching.explanation`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from matching.codes import Code, Verdict

Param = str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """`params` are the figures of the sentence: codes, numbers, ISO dates, hours as text."""

    code: Code
    params: Mapping[str, Param] = field(default_factory=dict[str, Param])

    @property
    def criterion(self) -> str:
        return self.code.criterion

    @property
    def verdict(self) -> Verdict:
        return self.code.verdict

    @property
    def remark(self) -> bool:
        """Met, with something to do or to watch: shown where a plain *met* need not be."""
        return self.code.remark

    @property
    def unmet(self) -> bool:
        return self.code.verdict is Verdict.UNMET

    @property
    def unknown(self) -> bool:
        return self.code.verdict is Verdict.UNKNOWN


def found(code: Code, **params: Param) -> Finding:
    return Finding(code, params)
