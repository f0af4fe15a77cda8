"""Does the place take people without residence papers, where they have none?"""

from dataclasses import dataclass
from typing import ClassVar

from matching.candidate import Candidate
from matching.codes import Code
from matching.finding import Finding, found
from matching.snapshot import NeedProfile


@dataclass(frozen=True, slots=True)
class LegalStatus:
    name: ClassVar[str] = "legal_status"
    hard: ClassVar[bool] = True
    of_unit: ClassVar[bool] = False

    def assess(self, need: NeedProfile, candidate: Candidate) -> Finding:
        if "no_documents" not in need.circumstances:
            return found(Code.LEGAL_STATUS_NOT_CONCERNED)
        takes = candidate.offer.rules.without_residence_papers
        if takes is None:
            return found(Code.LEGAL_STATUS_NOT_STATED)
        return found(Code.LEGAL_STATUS_TAKEN if takes else Code.LEGAL_STATUS_NOT_TAKEN)
