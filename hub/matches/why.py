"""Why a place has its rank: every criterion with what it found, then the terms of the policy in their order."""

from dataclasses import dataclass

from hub.web.components import Fact
from hub.web.i18n import Language, translate
from hub.web.i18n import msgid as _
from hub.web.numbers import kilometres
from matching.belief import belief_in_words
from matching.codes import Verdict
from matching.explanation import reason
from matching.match import Match, Ranking
from matching.policy import POLICIES
from matching.terms import TermName
from matching.travel.bands import band_in_words

VERDICTS = {Verdict.MET: "✓", Verdict.UNMET: "✕", Verdict.UNKNOWN: "?"}
TERMS = {
    TermName.TRAVEL: _("Travel time"),
    TermName.WISHES: _("Wishes not met"),
    TermName.BELIEF: _("How sure the figure is"),
    TermName.SCARCITY: _("Kept for those who need it"),
    TermName.DISTANCE: _("Distance"),
    TermName.DRAW: _("Lot"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """`findings`: shape and sentence. `terms`: the weightiest first. `policy` and `draw` allow to repeat it."""

    findings: tuple[tuple[str, str], ...]
    terms: tuple[Fact, ...]
    policy: str
    draw: int


def why_this_rank(match: Match, ranking: Ranking, language: Language) -> Why:
    findings = (*match.findings, *match.notes)
    return Why(
        findings=tuple((VERDICTS[f.verdict], reason(f, language.value)) for f in findings),
        terms=tuple(
            Fact(label=translate(language, TERMS[name]), value=_value(name, match, language))
            for name in POLICIES[ranking.policy].order
        ),
        policy=ranking.policy,
        draw=ranking.draw,
    )


def _value(name: TermName, match: Match, language: Language) -> str:
    match name:
        case TermName.TRAVEL:
            return band_in_words(match.journey, language.value)
        case TermName.BELIEF:
            return belief_in_words(match.belief, language.value)
        case TermName.SCARCITY:
            return translate(language, "Yes") if match.terms.scarcity else translate(language, "No")
        case TermName.DISTANCE:
            return kilometres(match.journey.distance_m, language)
        case _:
            return str(match.terms.value(name))
