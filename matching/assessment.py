"""One place against one need: all criteria, and the unit that suits best.

Criteria that look at a unit are all asked about the same one, so that a room with enough beds never lends its size to
a step-free room that is too small.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from matching.belief import belief_per_mille
from matching.candidate import Candidate
from matching.criteria.accessibility import needs_step_free
from matching.criteria.base import Criterion
from matching.finding import Finding
from matching.match import Match
from matching.near_misses import change_needed
from matching.policy import Policy
from matching.scarcity import LastOnes, is_to_be_kept, scarcity_of
from matching.snapshot import NeedProfile, UnitOffer
from matching.terms import Terms, belief_term, lot, travel_step


@dataclass(frozen=True, slots=True)
class _Option:
    """One unit with what the criteria of units and the wishes say of it.

    `suitability`: how many things are unmet, how much would have to change, how many are unknown.
    """

    unit: UnitOffer | None
    findings: dict[str, Finding]
    wishes: tuple[Finding, ...]
    suitability: tuple[int, int, int]


def assess(need: NeedProfile, candidate: Candidate, policy: Policy, *, last: LastOnes, draw: int) -> Match:
    """The place with its findings about the unit that suits best."""
    of_place = {c.name: c.assess(need, candidate) for c in policy.criteria if not c.of_unit}
    options = sorted(_options(need, candidate, policy), key=lambda o: _preference(need, o))
    best = options[0]
    scarcity = scarcity_of(need, best.unit, last)
    belief = _belief(need, candidate, best.unit)
    return Match(
        offer=candidate.offer,
        unit_ids=tuple(o.unit.id for o in options if o.unit and _suits_as_well(o, best, of_place)),
        journey=candidate.journey,
        as_of=best.unit.as_of if best.unit else None,
        belief=belief,
        findings=tuple({**of_place, **best.findings}[c.name] for c in policy.criteria),
        notes=(*best.wishes, *((scarcity,) if scarcity else ())),
        terms=Terms(
            travel=travel_step(candidate.journey.minutes),
            wishes=sum(f.unmet for f in best.wishes),
            belief=belief_term(belief),
            scarcity=int(is_to_be_kept(scarcity)),
            distance=candidate.journey.distance_m,
            draw=lot(draw, candidate.offer.id),
        ),
    )


def _options(need: NeedProfile, candidate: Candidate, policy: Policy) -> list[_Option]:
    return [_option(need, replace(candidate, unit=unit), policy) for unit in candidate.offer.units or (None,)]


def _option(need: NeedProfile, candidate: Candidate, policy: Policy) -> _Option:
    def said(criteria: tuple[Criterion, ...]) -> dict[str, Finding]:
        return {c.name: c.assess(need, candidate) for c in criteria}

    findings = said(tuple(c for c in policy.criteria if c.of_unit))
    return _Option(candidate.unit, findings, tuple(said(policy.wishes).values()), _suitability(findings.values()))


def _suitability(findings: Collection[Finding]) -> tuple[int, int, int]:
    return sum(f.unmet for f in findings), change_needed(findings), sum(f.unknown for f in findings)


def _preference(need: NeedProfile, option: _Option) -> tuple[int | str, ...]:
    """The suitable first; among those a step-free unit last unless needed, wishes, and the smallest that is enough."""
    unit = option.unit
    if unit is None:
        return option.suitability
    return (
        *option.suitability,
        int(unit.unit.step_free is True and not needs_step_free(need)),
        sum(f.unmet for f in option.wishes),
        unit.places_for(need.size),
        unit.unit.places,
        unit.id,
    )


def _suits_as_well(option: _Option, best: _Option, of_place: dict[str, Finding]) -> bool:
    fits = best.suitability[0] == 0 and not any(f.unmet for f in of_place.values())
    return option is best or (fits and option.suitability == best.suitability)


def _belief(need: NeedProfile, candidate: Candidate, unit: UnitOffer | None) -> int:
    offer = candidate.offer
    return belief_per_mille(
        unit.as_of if unit else None,
        need.now,
        promised_every_hours=offer.terms.promised_every_hours,
        right=offer.figures_right,
        checked=offer.figures_checked,
    )
