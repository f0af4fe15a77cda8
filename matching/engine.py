"""The reference engine: slow and obvious. One need, many places, three lists and the reasons counted.

Everything it needs is passed in, so the same need, offers, policy and draw give the same ranking bit for bit.
"""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from graph.model.ids import AreaId
from graph.model.place import Spot
from matching.assessment import assess
from matching.candidate import Candidate
from matching.match import Match, Ranking
from matching.near_misses import near_misses
from matching.policy import Policy
from matching.ranking import ranked
from matching.safety import without_absent
from matching.scarcity import find_last_ones
from matching.snapshot import NeedProfile, Offer
from matching.travel.estimate import Journey, estimate_journey
from matching.unmet import count_unmet, in_order
from matching.validation import check_draw, check_need

REMEMBERED_JOURNEYS = 1 << 16


def match(
    need: NeedProfile,
    offers: Iterable[Offer],
    policy: Policy,
    *,
    draw: int,
    regions: frozenset[AreaId] = frozenset(),
    other_kind: int = 0,
) -> Ranking:
    """Ranks `offers` for `need`. `draw` is a whole number of 64 bits; `regions` are all regions of the country.
    `other_kind` places more, of kinds that do not answer the need, are counted without being passed.

    Raises Invalid, with its field, for a need that cannot be matched; never for a list of offers without an answer.
    """
    check_need(need, regions=regions)
    check_draw(draw)
    present = without_absent(need, tuple(o for o in offers if o.id not in need.exclude))
    candidates = [Candidate(o, None, journey_between(need.origin, o.spot)) for o in present]
    answering = [c for c in candidates if not policy.gate.assess(need, c).unmet]
    last = find_last_ones(c.offer for c in answering)
    assessed = [assess(need, c, policy, last=last, draw=draw) for c in answering]
    return _ranking(assessed, policy, draw=draw, considered=len(present) + other_kind)


@lru_cache(maxsize=REMEMBERED_JOURNEYS)
def journey_between(origin: Spot, destination: Spot) -> Journey:
    return estimate_journey(origin, destination)


def _ranking(assessed: list[Match], policy: Policy, *, draw: int, considered: int) -> Ranking:
    not_fitting = [m for m in assessed if m.unmet]
    possible = [m for m in assessed if not m.unmet]
    reasons = Counter(f.criterion for m in not_fitting for f in m.unmet)
    other_kind = considered - len(assessed)
    if other_kind:
        reasons[policy.gate.name] = other_kind
    return Ranking(
        policy=policy.label,
        draw=draw,
        matches=ranked((m for m in possible if not m.unknown), policy.order),
        ask_first=ranked((m for m in possible if m.unknown), policy.order),
        near_misses=near_misses(not_fitting, policy.order),
        reasons=in_order(reasons),
        unmet=count_unmet(not_fitting),
        considered=considered,
        answering=len(assessed),
    )
