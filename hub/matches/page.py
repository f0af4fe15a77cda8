"""All that the match page shows, made from one ranking for one reader."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.model.claims import Claim
from graph.model.ids import ServiceAtLocationId
from graph.model.lists.unmet_reasons import UNMET_REASONS
from graph.repositories.claims import list_claims_of_need
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.capacity.board import town_of
from hub.capacity.views import PlaceView, place_views
from hub.matches.cards import PlaceCard, about_place, near_miss_card, place_card
from hub.matches.need_line import NeedLine, need_line
from hub.matches.service import MOST_SHOWN, MadeRanking
from hub.site.words import capital
from hub.web.components import NearMissCard
from hub.web.i18n import Language
from matching.match import Match
from matching.unmet import reasons_nobody_takes_them

MOST_ASKED = 5
"""Cards of places to ask first where others fit without asking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A place that the need has already: the name, and until when it is held (None for a firm one)."""

    place: str
    until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchPage:
    """`not_fitting` leaves out the near misses, `not_looked_at` are those beyond all that were.

    `reasons`: label and count, only where nothing fits.
    """

    need_id: str
    case_id: str
    line: NeedLine
    fits: int
    cards: tuple[PlaceCard, ...]
    to_ask: int
    ask_first: tuple[PlaceCard, ...]
    near: int
    near_misses: tuple[NearMissCard, ...]
    not_fitting: int
    reasons: tuple[tuple[str, int], ...]
    has_basis: bool
    closed: bool
    standing: Standing | None
    not_looked_at: int
    now: datetime

    @property
    def nothing(self) -> bool:
        return not self.cards and not self.ask_first

    @property
    def may_take(self) -> bool:
        return not self.closed


def match_page(hub: Hub, subject: Subject, made: MadeRanking, language: Language) -> MatchPage:
    need, case, ranking, now = made.inputs.need, made.inputs.case, made.ranking, made.inputs.now
    shown = ranking.matches[:MOST_SHOWN]
    asked = ranking.ask_first[: MOST_ASKED if shown else MOST_SHOWN]
    near = ranking.near_misses[:MOST_SHOWN]
    standing = standing_claim(hub, made)
    named = [m.service_at_location_id for m in (*shown, *asked, *near)]
    places = _places(made, subject, language, [*named, standing.service_at_location_id] if standing else named)
    return MatchPage(
        need_id=need.id,
        case_id=case.id,
        line=need_line(need, case, hub.gazetteer, now=now, language=language),
        fits=len(ranking.matches),
        cards=_cards(hub, made, shown, places, first_rank=1, language=language),
        to_ask=len(ranking.ask_first),
        ask_first=_cards(hub, made, asked, places, first_rank=len(shown) + 1, language=language),
        near=len(ranking.near_misses),
        near_misses=tuple(near_miss_card(m, about=_about(hub, m, places, language), language=language) for m in near),
        not_fitting=ranking.not_fitting - len(ranking.near_misses),
        reasons=_reasons(made, language),
        has_basis=case.sharing_basis is not None,
        closed=case.closed_at is not None,
        standing=_standing(standing, places) if standing else None,
        not_looked_at=len(made.inputs.further),
        now=now,
    )


def standing_claim(hub: Hub, made: MadeRanking) -> Claim | None:
    claims = hub.graph.read(lambda tx: list_claims_of_need(tx, made.inputs.need.id))
    live = [c for c in claims if c.is_live(made.inputs.now)]
    return live[-1] if live else None


def _standing(claim: Claim, places: Mapping[str, PlaceView]) -> Standing:
    return Standing(place=places[claim.service_at_location_id].name, until=claim.expires_at)


def _places(
    made: MadeRanking, subject: Subject, language: Language, ids: Sequence[ServiceAtLocationId]
) -> dict[str, PlaceView]:
    views = place_views(
        made.inputs.directory.those(ids),
        made.inputs.units,
        clearance=subject.clearance(),
        language=language,
        now=made.inputs.now,
    )
    return {place.id: place for place in views}


def _cards(
    hub: Hub,
    made: MadeRanking,
    matches: tuple[Match, ...],
    places: Mapping[str, PlaceView],
    *,
    first_rank: int,
    language: Language,
) -> tuple[PlaceCard, ...]:
    return tuple(
        place_card(
            match,
            places[match.service_at_location_id],
            made.ranking,
            rank,
            about=_about(hub, match, places, language),
            now=made.inputs.now,
            language=language,
        )
        for rank, match in enumerate(matches, first_rank)
    )


def _about(hub: Hub, match: Match, places: Mapping[str, PlaceView], language: Language) -> str:
    return about_place(match, town_of(places[match.service_at_location_id], hub.gazetteer, language), language)


def _reasons(made: MadeRanking, language: Language) -> tuple[tuple[str, int], ...]:
    """Why nobody takes them, where nothing fits and nobody is worth asking."""
    if made.ranking.matches or made.ranking.ask_first:
        return ()
    counts = reasons_nobody_takes_them(made.ranking)
    return tuple((capital(UNMET_REASONS.get(code).in_language(language.value)), n) for code, n in counts.items())


def place_name(made: MadeRanking, subject: Subject, place_id: str, language: Language) -> str | None:
    """The name of a place as this reader may know it, None where there is no such place."""
    id_ = ServiceAtLocationId(place_id)
    found = _places(made, subject, language, [id_]).get(id_)
    return found.name if found else None
