"""Matches in the reader's words: sentences for findings, and the veil over what is hidden."""

from collections.abc import Iterable

from hub.capacity.views import PROTECTED_NAME
from hub.matches.schemas import FindingOut, MatchOut, RankingOut
from hub.matches.service import MOST_SHOWN, MadeRanking
from hub.web.i18n import Language
from matching.belief import belief_in_words
from matching.explanation import reason, what_would_change
from matching.finding import Finding
from matching.match import Match
from matching.snapshot import Offer


def offer_name(offer: Offer, language: Language) -> str:
    return f"{PROTECTED_NAME[language]} {offer.name}".strip() if offer.hidden else offer.name


def ranking_out(made: MadeRanking, language: Language, limit: int | None = None) -> RankingOut:
    most = limit or MOST_SHOWN
    ranking = made.ranking
    return RankingOut(
        id=made.id,
        policy=ranking.policy,
        matches=[match_out(m, language) for m in ranking.matches[:most]],
        ask_first=[match_out(m, language) for m in ranking.ask_first[:most]],
        near_misses=[match_out(m, language) for m in ranking.near_misses[:most]],
        reasons=dict(ranking.reasons),
    )


def match_out(match: Match, language: Language) -> MatchOut:
    return MatchOut(
        service_at_location_id=match.service_at_location_id,
        capacity_unit_ids=list(match.unit_ids[:1]),
        name=offer_name(match.offer, language),
        distance_km=round(match.journey.distance_m / 1000, 1),
        travel_minutes=match.journey.minutes,
        mode=str(match.journey.mode),
        free=free_of(match),
        as_of=match.as_of,
        belief=match.belief / 1000,
        belief_in_words=belief_in_words(match.belief, language.value),
        findings=[_finding_out(f, language) for f in match.findings],
        what_would_change_it=change_sentence(match, language),
    )


def free_of(match: Match) -> int:
    """Free places of the first unit over the need's period."""
    first = match.unit_ids[:1]
    return sum(u.free for u in match.offer.units if u.id in first)


def change_sentence(match: Match, language: Language) -> str | None:
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
