"""One structure as its page shows it: who it is, what it has, whom it takes, what it has said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.model.lists.service_kinds import SERVICE_KINDS
from graph.model.lists.unit_kinds import UNIT_KINDS
from graph.repositories.reports import PastFigure, list_past_figures
from hub.areas.gazetteer import Gazetteer
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.capacity.board import town_of
from hub.capacity.figures import ShownFigure, place_figure, unit_figure
from hub.capacity.rules_in_words import rules_in_words
from hub.capacity.service import get_place
from hub.capacity.strips import place_strip, unit_strip
from hub.capacity.views import PlaceView, UnitView
from hub.site.words import CHANNELS, capital
from hub.web.components import Fact
from hub.web.formats import day, duration
from hub.web.i18n import Language, translate, translate_count
from hub.web.strip import Strip

MOST_PAST_FIGURES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """`about`: the kind of unit and what is special about it."""

    name: str
    about: str
    strip: Strip
    figure: ShownFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class PastRow:
    """A figure as it was said; `taken` is False where a later one was known already."""

    as_of: datetime
    unit: str
    free: int
    said_by: str
    taken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StructurePage:
    place: PlaceView
    figure: ShownFigure
    strip: Strip
    units: tuple[UnitRow, ...]
    identity: tuple[Fact, ...]
    rules: tuple[Fact, ...]
    history: tuple[PastRow, ...]
    hidden: bool


def read_structure(hub: Hub, subject: Subject, service_at_location_id: str, language: Language) -> StructurePage:
    """Raises NotThere."""
    now = hub.clock.now()
    place = get_place(hub, subject, language, service_at_location_id)
    ids = [u.unit.id for u in place.units]
    past = hub.graph.read(lambda tx: list_past_figures(tx, ids, limit=MOST_PAST_FIGURES))
    return StructurePage(
        place=place,
        figure=place_figure(place, now, language),
        strip=place_strip(place, now),
        units=tuple(_unit_row(place, u, now, language) for u in place.units),
        identity=tuple(_identity(place, hub.gazetteer, language)),
        rules=tuple(rules_in_words(place.service, language)),
        history=_history(place, past, language),
        hidden=place.service.location.hidden,
    )


def _unit_row(place: PlaceView, unit: UnitView, now: datetime, language: Language) -> UnitRow:
    kind = capital(UNIT_KINDS.get(unit.unit.kind.value).in_language(language.value))
    size = translate_count(language, "%(count)s place", "%(count)s places", unit.unit.places)
    step_free = translate(language, "step-free") if unit.unit.step_free else ""
    return UnitRow(
        name=unit.unit.name,
        about=" · ".join(part for part in (kind, size, step_free) if part),
        strip=unit_strip(unit, now),
        figure=unit_figure(place, unit, now, language),
    )


def _identity(place: PlaceView, gazetteer: Gazetteer, language: Language) -> list[Fact]:
    service, terms = place.service, place.service.terms
    unit = gazetteer.get(service.location.regional_unit_id)
    where = [town_of(place, gazetteer, language), unit.name_el if language is Language.EL else unit.name_en]
    rows = [
        (translate(language, "Kind"), SERVICE_KINDS.get(service.kind).in_language(language.value)),
        (translate(language, "Run by"), place.organization_name),
        (translate(language, "Where"), " · ".join(part for part in where if part)),
        (translate(language, "Certified until"), _certified(place, language)),
        (translate(language, "Accuracy"), accuracy(place, language)),
        (translate(language, "A figure is promised every"), duration(terms.promised_every_hours * 60, language)),
        (translate(language, "A hold lasts"), duration(terms.hold_minutes, language)),
        (translate(language, "Answers within"), duration(terms.answer_minutes, language)),
    ]
    return [Fact(label=label, value=capital(value)) for label, value in rows]


def accuracy(place: PlaceView, language: Language) -> str:
    """In words, with the count that it stands on: of a few figures nothing can be told."""
    right, checked = place.service.figures_right, place.service.figures_checked
    if not checked:
        return translate(language, "no figure checked yet")
    return translate(language, "%(right)s of %(checked)s figures were right", right=right, checked=checked)


def _certified(place: PlaceView, language: Language) -> str:
    if place.service.suspended:
        return translate(language, "suspended")
    until = place.service.certified_until
    return day(until) if until else translate(language, "no certification required")


def _history(place: PlaceView, past: Sequence[PastFigure], language: Language) -> tuple[PastRow, ...]:
    names = {u.unit.id: u.unit.name for u in place.units}
    return tuple(
        PastRow(as_of=p.as_of, unit=names[p.unit_id], free=p.free, said_by=_said_by(p, language), taken=p.taken)
        for p in past
    )


def _said_by(figure: PastFigure, language: Language) -> str:
    way = translate(language, CHANNELS[figure.channel]) if figure.channel in CHANNELS else figure.channel
    return f"{way}, {figure.speaker}" if figure.speaker else way
