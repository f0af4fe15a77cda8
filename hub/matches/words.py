"""Matches in the reader's words: sentences for findings, and the veil over what is hidden."""

from collections.abc import Iterable

from graph.repositories.rankings import StoredRanking
from hub.capacity.views import PROTECTED_NAME
from hub.matches.schemas import FindingOut, MatchOut, RankingOut
from hub.matches.service import MOST_SHOWN
from hub.matches.stored import ShownMatch, ranking_of, shown
from hub.web.i18n import Language
from matching.belief import belief_in_words
from matching.explanation import reason, what_would_change
from matching.finding import Finding
from matching.match import Match
from matching.snapshot import Offer


def offer_name(offer: Offer, language: Language) -> str:
    return name_shown(offer.name, language, hidden=offer.hidden)


def name_shown(name: str, language: Language, *, hidden: bool) -> str:
    return f"{PROTECTED_NAME[language]} {name}".strip() if hidden else name


def ranking_out(stored: StoredRanking, language: Language, limit: int | None = None) -> RankingOut:
    """A ranking in the reader's language, however long ago it was made."""
    most = limit or MOST_SHOWN
    ranking = ranking_of(stored.content)
    return RankingOut(
        id=stored.id,
        need_id=stored.need_id,
        ranked_at=stored.ranked_at,
        policy=stored.policy,
        matches=[_shown_out(m, language) for m in ranking.matches[:most]],
        ask_first=[_shown_out(m, language) for m in ranking.ask_first[:most]],
        near_misses=[_shown_out(m, language) for m in ranking.near_misses[:most]],
        reasons=dict(ranking.reasons),
        not_looked_at=ranking.not_looked_at,
    )


def match_out(match: Match, language: Language) -> MatchOut:
    return _shown_out(shown(match), language)


def _shown_out(match: ShownMatch, language: Language) -> MatchOut:
    return MatchOut(
        service_at_location_id=match.place_id,
        capacity_unit_ids=list(match.unit_ids),
        name=name_shown(match.name, language, hidden=match.hidden),
        distance_km=round(match.metres / 1000, 1),
        travel_minutes=match.minutes,
        mode=match.mode,
        free=match.free,
        as_of=match.as_of,
        belief=match.belief / 1000,
        belief_in_words=belief_in_words(match.belief, language.value),
        findings=[_finding_out(f, language) for f in match.findings],
        what_would_change_it=change_sentence(match, language),
    )


def free_of(match: Match) -> int:
    """Free places of the first unit over the need's period."""
    return shown(match).free


def change_sentence(match: Match | ShownMatch, language: Language) -> str | None:
    """For a near miss: what would have to change, the sentences of all that is unmet."""
    sentences = [what_would_change(f, language.value) for f in match.unmet]
    return " ".join(s for s in sentences if s) or None


def sentences(findings: Iterable[Finding], language: Language) -> list[str]:
    return [reason(f, language.value) for f in findings]


def _finding_out(finding: Finding, language: Language) -> FindingOut:
    return FindingOut(
        criterion=finding.criterion,
        verdict=str(finding.verdict),
        reason=reason(finding, language.value),
    )
