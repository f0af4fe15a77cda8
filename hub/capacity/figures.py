"""A number of free places with what every such number carries: its age, who said it, whether it can be believed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from hub.capacity.views import PlaceView, UnitView
from hub.site.words import said_by
from hub.web.i18n import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFigure:
    """`as_of` None: nobody has ever said a figure. `stale`: older than its provider promised."""

    free: int
    places: int
    as_of: datetime | None
    said_by: str
    stale: bool
    disputed: bool


def place_figure(place: PlaceView, now: datetime, language: Language) -> ShownFigure:
    """Of all units together: as old as the oldest figure behind it."""
    return _figure(place, place.units, now, language)


def unit_figure(place: PlaceView, unit: UnitView, now: datetime, language: Language) -> ShownFigure:
    return _figure(place, [unit], now, language)


def _figure(place: PlaceView, units: Sequence[UnitView], now: datetime, language: Language) -> ShownFigure:
    silent = [u for u in units if u.as_of is None]
    oldest = min((u for u in units if u.as_of is not None), key=lambda u: u.as_of or now, default=None)
    as_of = None if silent or oldest is None else oldest.as_of
    promised = timedelta(hours=place.service.terms.promised_every_hours)
    return ShownFigure(
        free=sum(u.free for u in units),
        places=sum(u.unit.places for u in units),
        as_of=as_of,
        said_by=said_by(oldest.now, language) if as_of and oldest else "",
        stale=as_of is not None and now - as_of > promised,
        disputed=any(u.now.state.discrepancy_id is not None for u in units),
    )
