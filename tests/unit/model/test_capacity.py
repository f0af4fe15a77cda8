"""What a figure has left out, and how it is corrected by what is told late; plainer cases are in the worked table."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from graph.model.capacity import (
    Figure,
    LeftOut,
    Sharing,
    Slice,
    UnitState,
    balance_after,
    places_left_out,
    places_to_claim,
    told_late,
)
from graph.model.claims import ClaimKind
from graph.model.ids import CapacityUnitId, ClaimId, ServiceAtLocationId
from graph.model.period import Period

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def a_slice(
    kind: ClaimKind,
    places: int = 1,
    *,
    since: int = -2,
    until: int = 40,
    made: int | None = None,
    ended: int | None = None,
    root: str | None = None,
) -> Slice:
    """Hours count from noon, the hour of the figure."""
    name = root or f"{kind} {places} {since} {until} {made} {ended}"
    return Slice(
        claim_id=ClaimId(f"{kind} of {name}"),
        root_id=ClaimId(name),
        kind=kind,
        places=places,
        period=Period(NOON + since * HOUR, NOON + until * HOUR),
        made_at=NOON + (since if made is None else made) * HOUR,
        ended_at=None if ended is None else NOON + ended * HOUR,
    )


def a_unit(*slices: Slice, places: int = 10, sharing: Sharing = Sharing.BY_PLACE) -> UnitState:
    return UnitState(
        id=CapacityUnitId("unit"),
        service_at_location_id=ServiceAtLocationId("place"),
        places=places,
        sharing=sharing,
        elsewhere=0,
        slices=slices,
        outages=(),
    )


def a_figure(leaves_out: LeftOut, *listed: str, free: int = 4) -> Figure:
    return Figure(free, NOON, leaves_out, frozenset(ClaimId(name) for name in listed))


HOLD, RESERVATION, PLACEMENT = ClaimKind


@pytest.mark.parametrize(
    ("leaves_out", "expected"), [(LeftOut.PLACEMENTS, 4), (LeftOut.NOTHING, 0), (LeftOut.ALL, 7), (LeftOut.SHOWN, 2)]
)
def test_each_source_leaves_out_what_it_says(leaves_out: LeftOut, expected: int) -> None:
    unit = a_unit(a_slice(HOLD, 1), a_slice(RESERVATION, 2, root="listed"), a_slice(PLACEMENT, 4))
    assert places_left_out(unit, a_figure(leaves_out, "listed")) == expected


def test_a_claim_made_after_the_figure_was_not_left_out_though_its_day_had_begun() -> None:
    """A night's day begins in the morning, and a hold for it may be made at noon."""
    unit = a_unit(a_slice(HOLD, since=-4, made=1))
    assert places_left_out(unit, a_figure(LeftOut.ALL)) == 0


def test_a_stay_recorded_after_the_figure_was_left_out_if_they_had_come_before_it() -> None:
    unit = a_unit(a_slice(PLACEMENT, since=-1, made=1))
    assert places_left_out(unit, a_figure(LeftOut.PLACEMENTS)) == 1


def test_of_listed_claims_one_after_the_other_the_peak_is_left_out() -> None:
    """Else more would be free, at any time from now on, than what was said."""
    first, second = a_slice(HOLD, since=20, until=40, root="first"), a_slice(HOLD, since=40, until=60, root="second")
    assert places_left_out(a_unit(first, second), a_figure(LeftOut.SHOWN, "first", "second")) == 1


def test_of_a_household_of_whom_some_have_come_both_parts_are_left_out() -> None:
    waiting, there = a_slice(RESERVATION, 1, root="chain"), a_slice(PLACEMENT, 2, root="chain")
    assert places_left_out(a_unit(waiting, there), a_figure(LeftOut.SHOWN, "chain")) == 3


def test_a_hold_that_became_a_reservation_is_left_out_once() -> None:
    hold, reservation = a_slice(HOLD, 2, ended=1, root="chain"), a_slice(RESERVATION, 2, made=1, root="chain")
    assert places_left_out(a_unit(hold, reservation), a_figure(LeftOut.SHOWN, "chain")) == 2


@pytest.mark.parametrize(("ended", "expected"), [(-1, 0), (0, 0), (1, 1)])
def test_what_had_ended_by_the_figures_hour_was_not_left_out(ended: int, expected: int) -> None:
    unit = a_unit(a_slice(PLACEMENT, ended=ended))
    assert places_left_out(unit, a_figure(LeftOut.PLACEMENTS)) == expected


def test_who_overstays_at_the_figures_hour_was_left_out() -> None:
    unit = a_unit(a_slice(PLACEMENT, since=-30, until=-6))
    assert places_left_out(unit, a_figure(LeftOut.PLACEMENTS)) == 1


def test_a_promise_whose_nights_are_over_and_that_nobody_kept_takes_nothing() -> None:
    unit = a_unit(a_slice(RESERVATION, since=-30, until=-6, root="listed"))
    assert places_left_out(unit, a_figure(LeftOut.SHOWN, "listed")) == 0


def with_figure(unit: UnitState, figure: Figure) -> UnitState:
    balance = balance_after(unit, figure)
    return replace(unit, figure=figure, balance=balance, elsewhere=max(0, balance))


def test_a_late_departure_puts_back_what_had_been_cut_at_nought() -> None:
    """Eight said free and three lived there: one too many for ten. Two of them had left already: one is elsewhere."""
    figure = a_figure(LeftOut.PLACEMENTS, free=8)
    before = with_figure(a_unit(a_slice(PLACEMENT, 3, root="stay")), figure)
    assert (before.balance, before.elsewhere) == (-1, 0)
    after = told_late(before, replace(before, slices=(a_slice(PLACEMENT, 1, root="stay"),)))
    assert (after.balance, after.elsewhere) == (1, 1)


def test_people_who_came_since_the_figure_do_not_turn_into_people_it_left_out() -> None:
    figure = a_figure(LeftOut.PLACEMENTS)
    grown, other = a_slice(PLACEMENT, 2, root="grown"), a_slice(PLACEMENT, 1, root="other")
    at_first = with_figure(a_unit(replace(grown, places=1), other), figure)
    assert at_first.elsewhere == 4
    before = replace(at_first, slices=(grown, other))
    after = told_late(before, replace(before, slices=(grown, replace(other, ended_at=NOON - HOUR))))
    assert after.elsewhere == 5


def test_a_unit_without_a_figure_has_nothing_to_correct() -> None:
    unit = a_unit(a_slice(PLACEMENT))
    assert told_late(unit, unit) == unit


@pytest.mark.parametrize(("sharing", "expected"), [(Sharing.BY_PLACE, 2), (Sharing.BY_HOUSEHOLD, 10)])
def test_what_a_household_takes_depends_on_how_the_unit_is_shared(sharing: Sharing, expected: int) -> None:
    assert places_to_claim(a_unit(sharing=sharing), 2) == expected
