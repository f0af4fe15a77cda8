"""Ranking: the places that suit a need, in order, each with its reasons; stored with its policy and its draw."""

from collections.abc import Sequence
from dataclasses import dataclass
from secrets import randbits

from graph.model.idempotency import IdempotencyKey
from graph.model.ids import RankingId, new_id
from graph.model.place import AreaKind
from graph.repositories.rankings import StoredRanking, get_ranking, store_ranking
from hub.api.idempotency import made_earlier
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.matches.reading import MatchInputs, look_further, offers_of, profile_of, read_inputs
from hub.matches.stored import content_of
from matching.engine import match
from matching.match import Ranking
from matching.policy import CURRENT
from matching.snapshot import NeedProfile
from matching.terms import DRAW_BITS

MOST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class MadeRanking:
    """A ranking as it was made for one reader, with what it was made from."""

    id: RankingId
    ranking: Ranking
    profile: NeedProfile
    inputs: MatchInputs


def rank(hub: Hub, subject: Subject, need_id: str, *, exclude: Sequence[str] = ()) -> MadeRanking:
    """Ranks all places for a need in scope and stores the ranking. Raises Invalid for a need that cannot be matched."""
    made = _made(hub, subject, need_id, purpose="ranking", exclude=exclude, enough=MOST_SHOWN)
    hub.graph.write(subject.actor(made.inputs.now), lambda tx: store_ranking(tx, _to_store(made)))
    return made


def rank_once(hub: Hub, subject: Subject, need_id: str, *, key: IdempotencyKey | None) -> StoredRanking:
    """Ranks as `rank` does, or gives the ranking that the same request has made before, as it is stored."""
    ranking_id = made_earlier(hub, key)
    if ranking_id is None:
        made = _made(hub, subject, need_id, purpose="ranking", exclude=(), enough=MOST_SHOWN)
        to_store = _to_store(made)
        ranking_id = hub.graph.write(subject.actor(made.inputs.now), lambda tx: store_ranking(tx, to_store, key=key))
    return read_ranking(hub, subject, ranking_id)


def read_ranking(hub: Hub, subject: Subject, ranking_id: str) -> StoredRanking:
    """Raises NotThere to strangers."""
    return hub.graph.read(lambda tx: get_ranking(tx, subject.scope, ranking_id))


def _to_store(made: MadeRanking) -> StoredRanking:
    return StoredRanking(
        id=made.id,
        need_id=made.inputs.need.id,
        case_id=made.inputs.case.id,
        organization_id=made.inputs.case.organization_id,
        policy=made.ranking.policy,
        draw=made.ranking.draw,
        content=content_of(made.ranking, not_looked_at=len(made.inputs.further)),
        fits=len(made.ranking.matches),
        ask_first=len(made.ranking.ask_first),
        ranked_at=made.inputs.now,
    )


def look(hub: Hub, subject: Subject, need_id: str, *, exclude: Sequence[str] = ()) -> MadeRanking:
    """The same without storing it, and no further than to the first that fits: for the one candidate after a loss."""
    return _made(hub, subject, need_id, purpose="next-candidate", exclude=exclude, enough=1)


def _made(
    hub: Hub, subject: Subject, need_id: str, *, purpose: str, exclude: Sequence[str], enough: int
) -> MadeRanking:
    """Looks further and further until `enough` fit."""
    inputs = read_inputs(hub, subject, need_id, purpose=purpose)
    profile = profile_of(inputs, hub.gazetteer, exclude)
    draw = randbits(DRAW_BITS)
    ranking = _matched(hub, profile, inputs, draw)
    while inputs.further and len(ranking.matches) < enough:
        inputs = look_further(hub, inputs)
        ranking = _matched(hub, profile, inputs, draw)
    return MadeRanking(RankingId(new_id()), ranking, profile, inputs)


def _matched(hub: Hub, profile: NeedProfile, inputs: MatchInputs, draw: int) -> Ranking:
    regions = frozenset(a.id for a in hub.gazetteer.of_kind(AreaKind.REGION))
    offers = offers_of(inputs, hub.gazetteer)
    return match(profile, offers, CURRENT, draw=draw, regions=regions, other_kind=inputs.other_kind)
