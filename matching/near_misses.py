"""Which places nearly fit, and how little would have to change: an hour, a document, a year of age, one more place."""

from collections.abc import Iterable

from matching.codes import Code
from matching.finding import Finding
from matching.match import Match
from matching.ranking import rank_key
from matching.terms import TermName

FEW = 10
"""With fewer near misses than this, places with two things unmet are shown as well."""
_FIXED_PER_GAP = {
    "documents": (10, 2),
    "longest_stay": (15, 1),
    "hours": (20, 0),
    "languages": (20, 0),
    "order": (25, 0),
    "places": (70, 0),
    "sex_age": (30, 5),
    "circumstances": (50, 0),
    "catchment": (50, 0),
    "reach": (60, 0),
    "household": (60, 10),
    "legal_status": (80, 0),
    "figure": (80, 0),
    "target_group": (90, 0),
    "accessibility": (95, 0),
    "certification": (100, 0),
    "kind": (1000, 0),
}
"""Criterion → (what any change of it asks, and what each year, night, place or document more adds)."""
_OTHERWISE = {Code.PLACES_MISSING: (30, 10), Code.SEX_AGE_NOT_TAKEN: (90, 0), Code.SEX_AGE_NEEDS_ADULT: (90, 0)}


def change_needed(findings: Iterable[Finding]) -> int:
    """How much would have to change for the unmet among them to be met: a number to order by, 0 for nothing."""
    return sum(_effort(f) for f in findings if f.unmet)


def near_misses(not_fitting: Iterable[Match], order: tuple[TermName, ...]) -> tuple[Match, ...]:
    """Those with one thing unmet, with two where there are fewer than ten; the smallest change first."""
    close = [m for m in not_fitting if len(m.unmet) <= 2]
    one = [m for m in close if len(m.unmet) == 1]
    shown = one if len(one) >= FEW else close
    return tuple(sorted(shown, key=lambda m: (len(m.unmet), change_needed(m.findings), *rank_key(m, order))))


def _effort(finding: Finding) -> int:
    fixed, per_gap = _OTHERWISE.get(finding.code, _FIXED_PER_GAP[finding.criterion])
    gap = finding.params.get("gap", 0)
    return fixed + per_gap * (gap if isinstance(gap, int) else 0)
