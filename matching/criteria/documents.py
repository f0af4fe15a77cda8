"""Are the documents there that the place wants before entry? What nobody knows of never excludes anyone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from graph.model.case import PaperState
from graph.model.eligibility import PaperRule, PaperStage
from graph.model.lists.documents import DOCUMENTS, DocumentSort
from matching.candidate import Candidate
from matching.codes import Code
from matching.finding import Finding, found
from matching.snapshot import NeedProfile, Offer

NEVER_BLOCK = frozenset({"amka", "paaypa"})
"""Insurance numbers, which a hospital gives or does without."""
_ORDERS = frozenset(d.code for d in DOCUMENTS if d.sort is DocumentSort.ORDER)


@dataclass(frozen=True, slots=True)
class OwedPaper:
    """A document to be brought after entry; `by_on` is the last day, None where the place has set none."""

    document: str
    by_on: date | None


@dataclass(frozen=True, slots=True)
class Documents:
    """Orders and decisions are left to the criterion of that name."""

    name: ClassVar[str] = "documents"
    hard: ClassVar[bool] = True
    of_unit: ClassVar[bool] = False

    def assess(self, need: NeedProfile, candidate: Candidate) -> Finding:
        asked = _asked(candidate.offer)
        open_rules = [rule for rule in asked if _state(need, rule) is not PaperState.HAS]
        blocking = [rule for rule in open_rules if _blocks(need, rule)]
        for state, code in _WORST_FIRST:
            waiting = tuple(rule.document for rule in blocking if _state(need, rule) is state)
            if waiting:
                return found(code, documents=waiting, gap=len(waiting))
        if open_rules:
            return _owed(need, open_rules)
        return found(Code.DOCUMENTS_COMPLETE if asked else Code.DOCUMENTS_NONE)


def owed_papers(need: NeedProfile, offer: Offer) -> tuple[OwedPaper, ...]:
    """What is to be brought after entry, and by when: the conditions that an acceptance will name."""
    later = [r for r in _asked(offer) if _state(need, r) is not PaperState.HAS and not _blocks(need, r)]
    return tuple(OwedPaper(r.document, _by_on(need, r)) for r in later)


_WORST_FIRST = (
    (PaperState.HAS_NOT, Code.DOCUMENTS_MISSING),
    (PaperState.UNKNOWN, Code.DOCUMENTS_NOT_KNOWN),
    (PaperState.PENDING, Code.DOCUMENTS_PENDING),
)


def _asked(offer: Offer) -> list[PaperRule]:
    return [r for r in offer.rules.papers if r.stage is not PaperStage.NOT_ASKED and r.document not in _ORDERS]


def _state(need: NeedProfile, rule: PaperRule) -> PaperState:
    return need.papers.get(rule.document, PaperState.UNKNOWN)


def _blocks(need: NeedProfile, rule: PaperRule) -> bool:
    waived = rule.waived_in_emergency and need.urgency == "emergency"
    return rule.stage is PaperStage.BEFORE_ENTRY and not waived and rule.document not in NEVER_BLOCK


def _by_on(need: NeedProfile, rule: PaperRule) -> date | None:
    return None if rule.days is None else need.starts_on + timedelta(days=rule.days)


def _owed(need: NeedProfile, rules: Iterable[PaperRule]) -> Finding:
    documents = tuple(rule.document for rule in rules)
    days = [rule.days for rule in rules if rule.days is not None]
    if not days:
        return found(Code.DOCUMENTS_OWED_LATER, documents=documents)
    by_on = need.starts_on + timedelta(days=min(days))
    return found(Code.DOCUMENTS_OWED, documents=documents, days=min(days), on=by_on.isoformat())
