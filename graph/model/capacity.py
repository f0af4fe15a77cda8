"""Capacity is what the provider reports plus what the hub has claimed. All arithmetic of INV-1 stands here, pure.

    elsewhere = max(0, places − out of service − reported free − claims that the figure leaves out)
    free(i)   = places − out of service(i) − elsewhere(i) − places claimed at instant i

A match or a claim for a period takes the least of free over it: the *peak* of what is taken, never the sum of all
that overlaps. The worked table of `tests/spec/capacity.md` runs against these functions.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time
from enum import StrEnum

from graph.model.claims import ClaimKind
from graph.model.ids import CapacityUnitId, ClaimId, DiscrepancyId, ServiceAtLocationId
from graph.model.period import DAY_TURNS_AT, Period, end_of_tonight


class Sharing(StrEnum):
    """How the places of a unit are given: one by one, or the whole unit to one household."""

    BY_PLACE = "by_place"
    BY_HOUSEHOLD = "by_household"


class UnitKind(StrEnum):
    BED = "bed"
    COT = "cot"
    DORMITORY = "dormitory"
    ROOM = "room"
    FLAT = "flat"
    FAMILY_PLACE = "family_place"
    PLACE = "place"
    APPOINTMENT = "appointment"
    VISIT = "visit"
    CASE = "case"
    HOUSEHOLD = "household"
    MEMBER = "member"
    HOUR = "hour"
    MEAL = "meal"
    CALL = "call"


class LeftOut(StrEnum):
    """Which of the hub's claims a source's figure has already subtracted (`SHOWN` = those listed with it)."""

    PLACEMENTS = "placements"
    NOTHING = "nothing"
    ALL = "all"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Slice:
    """What one claim takes of one unit. `ended_at` is None while the claim is live.

    Ended claims are listed only because an earlier figure may have left them out; they take no place.
    """

    claim_id: ClaimId
    root_id: ClaimId
    kind: ClaimKind
    places: int
    period: Period
    made_at: datetime
    ended_at: datetime | None = None

    def counts_at(self, instant: datetime, *, now: datetime, turns_at: time = DAY_TURNS_AT) -> bool:
        """A placement whose people have not left counts on past its end, until the night after tonight."""
        if self.ended_at is not None:
            return False
        return self.period.starts <= instant < self.counted_until(now, turns_at)

    def counted_until(self, now: datetime, turns_at: time = DAY_TURNS_AT) -> datetime:
        lived = self.kind is ClaimKind.PLACEMENT
        return max(self.period.ends, end_of_tonight(now, turns_at)) if lived else self.period.ends


@dataclass(frozen=True, slots=True)
class Outage:
    """Places of a unit that cannot be used for a period."""

    places: int
    period: Period


@dataclass(frozen=True, slots=True)
class ExpectedFree:
    """From `at` on, `places` of those taken elsewhere are expected to be free."""

    at: datetime
    places: int


@dataclass(frozen=True, slots=True)
class Figure:
    """The last figure taken for a unit: `free` places as of `as_of`, and which claims it leaves out."""

    free: int
    as_of: datetime
    leaves_out: LeftOut
    left_out_roots: frozenset[ClaimId] = frozenset()


@dataclass(frozen=True, slots=True)
class UnitState:
    """One capacity unit with all that decides whether it can be claimed, read under its lock.

    `balance` is `elsewhere` before it was cut at 0, so that a later correction of what a figure left out adds up; None
    where there is no figure.
    """

    id: CapacityUnitId
    service_at_location_id: ServiceAtLocationId
    places: int
    sharing: Sharing
    elsewhere: int
    slices: tuple[Slice, ...]
    outages: tuple[Outage, ...]
    expected: tuple[ExpectedFree, ...] = ()
    figure: Figure | None = None
    discrepancy_id: DiscrepancyId | None = None
    certified: bool = True
    turns_at: time = DAY_TURNS_AT
    version: int = 0
    balance: int | None = None


def taken_at(unit: UnitState, instant: datetime, *, now: datetime) -> int:
    """Places claimed, taken elsewhere or out of service at one instant."""
    out = sum(o.places for o in unit.outages if o.period.contains(instant))
    awaited = sum(e.places for e in unit.expected if e.at <= instant)
    return _claimed_at(unit, instant, now) + out + max(0, unit.elsewhere - awaited)


def free_at(unit: UnitState, instant: datetime, *, now: datetime) -> int:
    """Places free at one instant; below 0 where a report has uncovered an excess."""
    return unit.places - taken_at(unit, instant, now=now)


def free_over(unit: UnitState, period: Period, *, now: datetime) -> int:
    """The least number of places free at any instant of `period`; below 0 shows an excess."""
    return min(free_at(unit, instant, now=now) for instant in _turning_points(unit, period))


def places_to_claim(unit: UnitState, people: int) -> int:
    """What a household of `people` takes of this unit: the whole of it where it is shared by household."""
    return unit.places if unit.sharing is Sharing.BY_HOUSEHOLD else people


def elsewhere_after(unit: UnitState, figure: Figure) -> int:
    """Places taken by people whom the hub does not know, by this figure. Never below 0."""
    return max(0, balance_after(unit, figure))


def balance_after(unit: UnitState, figure: Figure) -> int:
    """The same before it is cut: below 0 where a figure and the claims that it leaves out are more than there is."""
    out = sum(o.places for o in unit.outages if o.period.contains(figure.as_of))
    return unit.places - out - figure.free - places_left_out(unit, figure)


def told_late(before: UnitState, after: UnitState) -> UnitState:
    """`after` an arrival or a departure dated before its figure: what the figure left out is corrected by the change.

    Only by the change: claims that have grown, or come from another unit, since the figure count in both states alike.
    """
    if after.figure is None or before.balance is None:
        return after
    balance = before.balance + places_left_out(before, after.figure) - places_left_out(after, after.figure)
    return replace(after, balance=balance, elsewhere=max(0, balance))


def places_left_out(unit: UnitState, figure: Figure) -> int:
    """The most places that the claims left out of a figure take at once, from the figure's instant on."""
    left_out = _left_out(unit.slices, figure)
    instants = [figure.as_of, *(s.period.starts for s in left_out if s.period.starts > figure.as_of)]
    return max(
        sum(s.places for s in left_out if s.period.starts <= i < s.counted_until(figure.as_of, unit.turns_at))
        for i in instants
    )


def excess(unit: UnitState, *, now: datetime) -> int:
    """How many promised places are not there, at the worst instant from `now` on. 0 where all claims fit.

    What is taken elsewhere or out of service beyond the unit's places concerns nobody whom the hub has promised one.
    """
    begins = (b for b in _begins(unit) if b > now)
    return max(_promised_in_vain(unit, instant, now) for instant in (now, *begins))


def _promised_in_vain(unit: UnitState, instant: datetime, now: datetime) -> int:
    return max(0, min(_claimed_at(unit, instant, now), -free_at(unit, instant, now=now)))


def _claimed_at(unit: UnitState, instant: datetime, now: datetime) -> int:
    return sum(s.places for s in unit.slices if s.counts_at(instant, now=now, turns_at=unit.turns_at))


def _turning_points(unit: UnitState, period: Period) -> Iterable[datetime]:
    yield period.starts
    yield from (b for b in _begins(unit) if period.contains(b))


def _begins(unit: UnitState) -> list[datetime]:
    """Where more can be taken than just before."""
    return [s.period.starts for s in unit.slices] + [o.period.starts for o in unit.outages]


def _left_out(slices: Iterable[Slice], figure: Figure) -> list[Slice]:
    """Of each chain of claims what had become of it: a hold counts only until a firmer claim of its chain stands.

    A reservation and its placement stand side by side while people of one household are still expected.
    """
    standing = [s for s in slices if _stood_at(s, figure) and _is_left_out(s, figure)]
    firm = {s.root_id for s in standing if s.kind is not ClaimKind.HOLD}
    return [s for s in standing if s.kind is not ClaimKind.HOLD or s.root_id not in firm]


def _is_left_out(s: Slice, figure: Figure) -> bool:
    match figure.leaves_out:
        case LeftOut.PLACEMENTS:
            return s.kind is ClaimKind.PLACEMENT
        case LeftOut.NOTHING:
            return False
        case LeftOut.ALL:
            return s.kind is ClaimKind.PLACEMENT or s.made_at <= figure.as_of
        case LeftOut.SHOWN:
            return s.root_id in figure.left_out_roots


def _stood_at(s: Slice, figure: Figure) -> bool:
    """A claim listed beside the figure was left out of it even where its first night is still to come."""
    begun = s.period.starts <= figure.as_of or figure.leaves_out is LeftOut.SHOWN
    return begun and (s.ended_at is None or s.ended_at > figure.as_of)
