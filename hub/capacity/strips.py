"""How units stand now, as counts for the strip, over the same stretch for which they are shown as free."""

from collections.abc import Iterable
from datetime import datetime

from graph.model.capacity import Slice, UnitState
from graph.model.claims import ClaimKind
from graph.model.period import Period, window_shown_as_free
from hub.capacity.views import PlaceView, UnitView
from hub.web.strip import Strip


def unit_strip(view: UnitView, now: datetime) -> Strip:
    """What is free stays as it is shown elsewhere; the rest is told apart as far as the hub knows it."""
    state, places = view.now.state, view.unit.places
    window = window_shown_as_free(now, state.turns_at)
    out = min(places - view.free, sum(o.places for o in state.outages if o.period.overlaps(window)))
    left = places - view.free - out
    held = min(left, _places(state, window, ClaimKind.HOLD, now))
    secured = min(left - held, _places(state, window, ClaimKind.RESERVATION, now))
    return Strip(
        free=view.free,
        held=held,
        secured=secured,
        occupied=left - held - secured,
        out_of_service=out,
        places=places,
    )


def place_strip(place: PlaceView, now: datetime) -> Strip:
    return strips_together(unit_strip(unit, now) for unit in place.units)


def strips_together(strips: Iterable[Strip]) -> Strip:
    every = list(strips)
    return Strip(
        free=sum(s.free for s in every),
        held=sum(s.held for s in every),
        secured=sum(s.secured for s in every),
        occupied=sum(s.occupied for s in every),
        out_of_service=sum(s.out_of_service for s in every),
        places=sum(s.places for s in every),
    )


def promised(view: UnitView, now: datetime) -> int:
    """Places that the network has promised to people who have not come yet, in the stretch shown as free."""
    window = window_shown_as_free(now, view.now.state.turns_at)
    return _places(view.now.state, window, ClaimKind.HOLD, now) + _places(
        view.now.state, window, ClaimKind.RESERVATION, now
    )


def _places(state: UnitState, window: Period, kind: ClaimKind, now: datetime) -> int:
    return sum(s.places for s in state.slices if s.kind is kind and _stands_in(s, state, window, now))


def _stands_in(claim: Slice, state: UnitState, window: Period, now: datetime) -> bool:
    if claim.ended_at is not None:
        return False
    return claim.period.starts < window.ends and claim.counted_until(now, state.turns_at) > window.starts
