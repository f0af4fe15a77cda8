"""Whom one is placing, as the strip on top of the page says it. What they flee from is said on the case page alone."""

from dataclasses import dataclass
from datetime import datetime

from graph.model.case import Case, KeepAway, Need
from graph.model.ids import AreaId
from graph.model.lists.need_kinds import NEED_KINDS
from graph.model.lists.sharing_bases import SHARING_BASES
from graph.model.lists.urgencies import URGENCIES
from hub.areas.gazetteer import Gazetteer
from hub.cases.household_line import written_line
from hub.site.words import capital, nights_words, stay_words
from hub.web.i18n import Language, translate

EMERGENCY = "emergency"
HIDDEN_ADDRESS = "hidden_address"
TONIGHT = "shelter_tonight"


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedLine:
    """`facts` are short texts; `urgency` is a word, red where it is an emergency."""

    number: str
    household: str
    facts: tuple[str, ...]
    urgency: str
    emergency: bool
    hidden_address: bool


def need_line(need: Need, case: Case, gazetteer: Gazetteer, *, now: datetime, language: Language) -> NeedLine:
    return NeedLine(
        number=case.number,
        household=written_line(case.household.members, language),
        facts=tuple(fact for fact in _facts(need, case, gazetteer, now, language) if fact),
        urgency=capital(URGENCIES.get(need.urgency).in_language(language.value)),
        emergency=need.urgency == EMERGENCY,
        hidden_address=HIDDEN_ADDRESS in case.circumstances,
    )


def need_title(need: Need, language: Language) -> str:
    return capital(NEED_KINDS.get(need.kind).in_language(language.value))


def area_name(area_id: AreaId, gazetteer: Gazetteer, language: Language) -> str:
    area = gazetteer.get(area_id)
    return area.name_el if language is Language.EL else area.name_en


def origin_of_need(need: Need, gazetteer: Gazetteer, language: Language) -> str:
    """Where distance counts from."""
    return translate(language, "from %(place)s", place=area_name(need.origin_areas[0], gazetteer, language))


def keeps_away(keep_away: KeepAway) -> bool:
    return bool(keep_away.areas or keep_away.service_at_location_ids or keep_away.around)


def _facts(need: Need, case: Case, gazetteer: Gazetteer, now: datetime, language: Language) -> list[str]:
    together = case.household.together and case.household.size > 1
    basis = SHARING_BASES.get(case.sharing_basis).in_language(language.value) if case.sharing_basis else ""
    return [
        translate(language, "together") if together else "",
        need_title(need, language),
        stay_of(need, now, language),
        origin_of_need(need, gazetteer, language),
        translate(language, "keep-away is observed") if keeps_away(need.keep_away) else "",
        capital(basis),
    ]


def stay_of(need: Need, now: datetime, language: Language) -> str:
    """How long, and from when where the kind of need does not say it."""
    if not NEED_KINDS.get(need.kind).lodging:
        return ""
    if need.kind == TONIGHT:
        return nights_words(need.nights, language)
    return stay_words(need.starts_on, need.nights, now, language)
