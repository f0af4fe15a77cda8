"""Why nobody takes them, in the words of planners: each place that does not fit is counted once.

What lies in the place's own rules comes before being full, which passes by itself.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from matching.codes import Code
from matching.finding import Finding
from matching.match import Match, Ranking

_BY_CRITERION = {
    "kind": "no_kind_in_area",
    "certification": "no_kind_in_area",
    "target_group": "no_kind_in_area",
    "longest_stay": "no_kind_in_area",
    "sex_age": "household_shape",
    "household": "household_shape",
    "accessibility": "accessibility",
    "circumstances": "support_too_high",
    "order": "order_missing",
    "documents": "documents_only",
    "legal_status": "documents_only",
    "languages": "language",
    "catchment": "distance",
    "reach": "distance",
    "hours": "hours",
    "places": "full",
    "figure": "not_confirmed",
}
_PRINCIPAL_FIRST = (
    "no_kind_in_area",
    "age_of_sons",
    "household_shape",
    "accessibility",
    "support_too_high",
    "order_missing",
    "distance",
    "language",
    "hours",
    "full",
    "not_confirmed",
    "documents_only",
)
"""`documents_only` stands last: it means that nothing else was missing. `safety_area` is never counted by the
matcher, because a place that is kept away is absent (INV-9)."""


def unmet_reason(finding: Finding) -> str:
    """The code of the list `unmet_reasons` for one unmet finding."""
    if finding.code is Code.SEX_AGE_TOO_OLD and finding.params.get("who") in ("son", "boy"):
        return "age_of_sons"
    if finding.code is Code.CIRCUMSTANCES_REFUSED and finding.params.get("circumstances") == ("pet",):
        return "household_shape"
    return _BY_CRITERION[finding.criterion]


def count_unmet(not_fitting: Iterable[Match]) -> Mapping[str, int]:
    """Principal reason → places, the most frequent first."""
    return in_order(Counter(_principal(m.unmet) for m in not_fitting))


def in_order(counts: Mapping[str, int]) -> Mapping[str, int]:
    """The most frequent first, equal ones by name."""
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def reasons_nobody_takes_them(ranking: Ranking) -> Mapping[str, int]:
    """What to tell and to record when nothing fits: never empty then.

    Places to ask first count as not confirmed. Without any place of the right kind that alone is the reason.
    """
    if ranking.matches:
        return {}
    counts = Counter(ranking.unmet)
    if ranking.ask_first:
        counts["not_confirmed"] += len(ranking.ask_first)
    return in_order(counts) if counts else {"no_kind_in_area": 1}


def _principal(unmet: Iterable[Finding]) -> str:
    return min((unmet_reason(f) for f in unmet), key=_PRINCIPAL_FIRST.index)
