"""The cards of the match page: a place that suits, one to ask first, one that nearly suits."""

from dataclasses import dataclass
from datetime import datetime

from graph.model.capacity import Sharing
from graph.model.lists.service_kinds import SERVICE_KINDS
from graph.model.lists.unit_kinds import UNIT_KINDS
from hub.capacity.figures import ShownFigure, unit_figure
from hub.capacity.phone_form import PhoneField, phone_field
from hub.capacity.strips import place_strip
from hub.capacity.views import PlaceView, UnitView
from hub.matches.why import Why, why_this_rank
from hub.matches.words import change_sentence, free_of, offer_name
from hub.site.words import capital
from hub.web.components import NearMissCard
from hub.web.i18n import Language, translate, translate_count
from hub.web.i18n import msgid as _
from hub.web.numbers import kilometres
from hub.web.strip import Strip
from matching.belief import belief_in_words
from matching.codes import Code
from matching.explanation import reason, what_to_ask
from matching.finding import Finding
from matching.match import Match, Ranking
from matching.travel.bands import band_in_words

LAST_KEY = 9
GREEK = "el"
NETWORK_ONLY = _("contact through the network")
SAID = (
    Code.TARGET_GROUP_FOR_THEM,
    Code.TARGET_GROUP_OPEN,
    Code.SEX_AGE_TAKEN,
    Code.OWN_ROOM_OWN,
    Code.ACCESSIBILITY_STEP_FREE,
    Code.CIRCUMSTANCES_TAKEN,
    Code.LEGAL_STATUS_TAKEN,
    Code.ORDER_EXISTS,
    Code.DOCUMENTS_NONE,
    Code.DOCUMENTS_COMPLETE,
    Code.MAIN_LANGUAGE_SPOKEN,
    Code.HOURS_ROUND_THE_CLOCK,
    Code.HOURS_IN_TIME,
)
"""What is worth a tick: that nothing was asked is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCard:
    """`number` free with `places` in words: rooms where they are given whole, else places; None where nobody said.

    `remarks`: met, with something to do. `asks`: not known, with whom to ask. `key` presses its first button.
    """

    rank: int
    key: str | None
    place_id: str
    name: str
    about: str
    hidden: bool
    number: int | None
    places: str
    met: tuple[str, ...]
    remarks: tuple[str, ...]
    asks: tuple[str, ...]
    travel: str
    belief: str
    figure: ShownFigure | None
    strip: Strip | None
    phone: str | None
    heard: PhoneField | None
    why: Why


def place_card(
    match: Match, place: PlaceView, ranking: Ranking, rank: int, *, about: str, now: datetime, language: Language
) -> PlaceCard:
    unit = _first_unit(match, place)
    return PlaceCard(
        rank=rank,
        key=str(rank) if rank <= LAST_KEY and not match.unknown else None,
        place_id=match.service_at_location_id,
        name=offer_name(match.offer, language),
        about=about,
        hidden=match.offer.hidden,
        number=_number(match, unit),
        places=_places(match, unit, language),
        met=tuple(reason(f, language.value) for f in (*match.findings, *match.notes) if _is_worth_a_tick(f)),
        remarks=tuple(reason(f, language.value) for f in match.remarks if f.code is not Code.FIGURE_OLD),
        asks=tuple(_asked(match, language)),
        travel=f"{band_in_words(match.journey, language.value)} · {kilometres(match.journey.distance_m, language)}",
        belief=belief_in_words(match.belief, language.value),
        figure=unit_figure(place, unit, now, language) if unit else None,
        strip=place_strip(place, now) if place.units else None,
        phone=match.offer.phone,
        heard=phone_field(unit, now) if unit else None,
        why=why_this_rank(match, ranking, language),
    )


def near_miss_card(match: Match, *, about: str, language: Language) -> NearMissCard:
    """What would have to change is read first, then what is in the way."""
    change = change_sentence(match, language) or ""
    reasons = " · ".join(reason(f, language.value) for f in match.unmet)
    facts = [about, kilometres(match.journey.distance_m, language), reasons]
    return NearMissCard(
        change=capital(change or reasons),
        name=offer_name(match.offer, language),
        facts=" · ".join(fact for fact in facts if fact),
        phone=match.offer.phone,
    )


def about_place(match: Match, town: str, language: Language) -> str:
    """The kind of place and the town; of a hidden one only how it is reached."""
    kind = SERVICE_KINDS.get(match.offer.kind).in_language(language.value)
    return " · ".join([kind, translate(language, NETWORK_ONLY) if match.offer.hidden else town])


def _is_worth_a_tick(finding: Finding) -> bool:
    """Greek is spoken everywhere."""
    return finding.code in SAID and finding.params.get("languages") != (GREEK,)


def _first_unit(match: Match, place: PlaceView) -> UnitView | None:
    return next((u for u in place.units if u.unit.id in match.unit_ids[:1]), None)


def _number(match: Match, unit: UnitView | None) -> int | None:
    if unit is None or unit.as_of is None:
        return None
    if unit.unit.sharing is Sharing.BY_HOUSEHOLD:
        free = {u.id for u in match.offer.units if u.free >= u.unit.places}
        return sum(id_ in free for id_ in match.unit_ids)
    return free_of(match)


def _places(match: Match, unit: UnitView | None, language: Language) -> str:
    """«δωμάτιο, 4 θέσεις» of a room given whole, «ελεύθερες» of places given one by one."""
    if unit is None or unit.as_of is None:
        return translate(language, "no figure yet")
    if unit.unit.sharing is Sharing.BY_HOUSEHOLD:
        kind = UNIT_KINDS.get(unit.unit.kind.value).in_language(language.value)
        size = translate_count(language, "%(count)s place", "%(count)s places", unit.unit.places)
        return f"{kind[:1].lower()}{kind[1:]}, {size}"
    return unit.unit.name


def _asked(match: Match, language: Language) -> list[str]:
    """Each thing not known, with whom to ask what."""
    found = [(reason(f, language.value), what_to_ask(f, match.offer, language.value)) for f in match.unknown]
    return [f"{why} → {ask}" if ask else why for why, ask in found]
