"""Laws of capacity and of periods, on generated units: what is computed quickly equals what is counted hour by hour."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model.capacity import (
    ExpectedFree,
    Figure,
    LeftOut,
    Outage,
    Sharing,
    Slice,
    UnitState,
    elsewhere_after,
    excess,
    free_at,
    free_over,
)
from graph.model.claims import ClaimKind
from graph.model.ids import CapacityUnitId, ClaimId, ServiceAtLocationId
from graph.model.period import Period, lodging_period, tonight, turn_of_day, window_shown_as_free

NOON = datetime(2026, 11, 24, 10, tzinfo=UTC)
HOURS = 72
anytime = st.integers(-24, HOURS).map(lambda h: NOON + timedelta(hours=h))
lengths = st.integers(1, 48).map(lambda h: timedelta(hours=h))
periods = st.builds(lambda starts, length: Period(starts, starts + length), anytime, lengths)
slices = st.builds(
    Slice,
    claim_id=st.uuids().map(lambda u: ClaimId(str(u))),
    root_id=st.uuids().map(lambda u: ClaimId(str(u))),
    kind=st.sampled_from(ClaimKind),
    places=st.integers(0, 4),
    period=periods,
    made_at=st.just(NOON - timedelta(hours=30)),
    ended_at=st.one_of(st.none(), st.just(NOON - timedelta(hours=1))),
)
units = st.builds(
    UnitState,
    id=st.just(CapacityUnitId("unit")),
    service_at_location_id=st.just(ServiceAtLocationId("place")),
    places=st.integers(1, 12),
    sharing=st.sampled_from(Sharing),
    elsewhere=st.integers(0, 6),
    slices=st.lists(slices, max_size=6).map(tuple),
    outages=st.lists(st.builds(Outage, st.integers(0, 3), periods), max_size=2).map(tuple),
    expected=st.lists(st.builds(ExpectedFree, anytime, st.integers(1, 3)), max_size=2).map(tuple),
)
bases = st.sampled_from([LeftOut.PLACEMENTS, LeftOut.NOTHING, LeftOut.ALL])


@given(units, periods)
@settings(deadline=None)
def test_free_over_a_period_is_the_least_of_all_its_hours(unit: UnitState, period: Period) -> None:
    hours = int((period.ends - period.starts) / timedelta(hours=1))
    each = [free_at(unit, period.starts + timedelta(hours=h), now=NOON) for h in range(hours)]
    assert free_over(unit, period, now=NOON) == min(each)


@given(units, periods)
@settings(deadline=None)
def test_the_peak_is_never_more_than_the_sum(unit: UnitState, period: Period) -> None:
    taken = sum(s.places for s in unit.slices) + sum(o.places for o in unit.outages) + unit.elsewhere
    assert free_over(unit, period, now=NOON) >= unit.places - taken


@given(units, periods)
@settings(deadline=None)
def test_a_longer_wish_never_finds_more_free(unit: UnitState, period: Period) -> None:
    longer = Period(period.starts, period.ends + timedelta(hours=5))
    assert free_over(unit, longer, now=NOON) <= free_over(unit, period, now=NOON)


@given(units, st.integers(0, 12), bases)
@settings(deadline=None)
def test_a_figure_taken_now_is_what_is_free_for_others_now(unit: UnitState, free: int, basis: LeftOut) -> None:
    figure = Figure(min(free, unit.places), NOON, basis)
    plain = UnitState(
        id=unit.id,
        service_at_location_id=unit.service_at_location_id,
        places=unit.places,
        sharing=unit.sharing,
        elsewhere=0,
        slices=tuple(s for s in unit.slices if s.ended_at is None and s.period.contains(NOON)),
        outages=tuple(o for o in unit.outages if o.period.contains(NOON)),
    )
    elsewhere = elsewhere_after(plain, figure)
    assert 0 <= elsewhere <= unit.places
    counted = [s for s in plain.slices if not (basis is LeftOut.ALL or s.kind is ClaimKind.PLACEMENT)]
    said = UnitState(**{name: getattr(plain, name) for name in UNIT_FIELDS} | {"elsewhere": elsewhere})
    if elsewhere and basis is not LeftOut.NOTHING:
        assert free_at(said, NOON, now=NOON) == figure.free - sum(s.places for s in counted)


UNIT_FIELDS = ("id", "service_at_location_id", "places", "sharing", "slices", "outages")


@given(units)
@settings(deadline=None)
def test_an_excess_is_what_is_promised_and_not_there_at_the_worst_hour_from_now_on(unit: UnitState) -> None:
    worst = 0
    for hour in range(HOURS + 50):
        instant = NOON + timedelta(hours=hour)
        promised = sum(s.places for s in unit.slices if s.counts_at(instant, now=NOON))
        worst = max(worst, min(promised, -free_at(unit, instant, now=NOON)))
    assert excess(unit, now=NOON) == worst


days = st.dates(date(2026, 1, 1), date(2029, 12, 31))
instants = st.datetimes(datetime(2026, 1, 1), datetime(2029, 12, 31), timezones=st.just(UTC))


@given(instants)
def test_tonight_contains_now(now: datetime) -> None:
    night = tonight(now)
    assert turn_of_day(night) <= now < turn_of_day(night + timedelta(days=1))


@given(days, st.integers(1, 400))
def test_nights_follow_each_other_without_gap_over_every_change_of_the_clock(starts_on: date, nights: int) -> None:
    stay = lodging_period(starts_on, nights)
    following = lodging_period(starts_on + timedelta(days=nights), 1)
    assert stay.ends == following.starts
    assert not stay.overlaps(following)
    assert abs((stay.ends - stay.starts) - timedelta(days=nights)) <= timedelta(hours=1)


@given(instants)
def test_what_is_shown_as_free_holds_for_the_night_that_somebody_new_would_sleep(now: datetime) -> None:
    shown = window_shown_as_free(now)
    assert shown.starts == now
    assert shown.ends >= turn_of_day(tonight(now) + timedelta(days=1))
    assert shown.ends - now <= timedelta(hours=33)
