"""Capacity is what the provider reports plus what the hub has claimed. All arithmetic of INV-1 stands here, pure.

    elsewhere = max(0, places − out of service − reported free − claims that the figure leaves out)
    free(i)   = places − out of service(i) − elsewhere(i) − places claimed at instant i

A match or a claim for a period takes the least of free over it: the *peak* of what is taken, never the sum of all
that overlaps. The worked table of `tests/spec/capacity.md` runs against these functions.
"""

from collections.abc import Iterable
from dataclasses import dataclass
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
    """One capacity unit with all that decides whether it can be claimed, read under its lock."""

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


def taken_at(unit: UnitState, instant: datetime, *, now: datetime) -> int:
    """Places claimed, taken elsewhere or out of service at one instant."""
    claimed = sum(s.places for s in unit.slices if s.counts_at(instant, now=now, turns_at=unit.turns_at))
    out = sum(o.places for o in unit.outages if o.period.contains(instant))
    awaited = sum(e.places for e in unit.expected if e.at <= instant)
    return claimed + out + max(0, unit.elsewhere - awaited)


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
    out = sum(o.places for o in unit.outages if o.period.contains(figure.as_of))
    left_out = sum(s.places for s in _left_out(unit.slices, figure))
    return max(0, unit.places - out - figure.free - left_out)


def excess(unit: UnitState, *, now: datetime) -> int:
    """By how many places claims exceed what the unit has, at the worst instant from `now` on. 0 where they fit."""
    live = [s for s in unit.slices if s.ended_at is None]
    last = max((s.counted_until(now, unit.turns_at) for s in live), default=now)
    if last <= now:
        return 0
    return max(0, -free_over(unit, Period(now, last), now=now))


def _turning_points(unit: UnitState, period: Period) -> Iterable[datetime]:
    yield period.starts
    begins = [s.period.starts for s in unit.slices] + [o.period.starts for o in unit.outages]
    yield from (b for b in begins if period.contains(b))


def _left_out(slices: Iterable[Slice], figure: Figure) -> Iterable[Slice]:
    """One slice per chain of claims, the latest that stood at the figure's instant."""
    standing: dict[ClaimId, Slice] = {}
    order = list(ClaimKind)
    for s in slices:
        if not _stood_at(s, figure) or not _is_left_out(s, figure):
            continue
        other = standing.get(s.root_id)
        if other is None or order.index(s.kind) > order.index(other.kind):
            standing[s.root_id] = s
    return standing.values()


def _is_left_out(s: Slice, figure: Figure) -> bool:
    match figure.leaves_out:
        case LeftOut.PLACEMENTS:
            return s.kind is ClaimKind.PLACEMENT
        case LeftOut.NOTHING:
            return False
        case LeftOut.ALL:
            return True
        case LeftOut.SHOWN:
            return s.root_id in figure.left_out_roots


def _stood_at(s: Slice, figure: Figure) -> bool:
    """A claim listed beside the figure was left out of it even where its first night is still to come."""
    begun = s.period.starts <= figure.as_of or figure.leaves_out is LeftOut.SHOWN
    return begun and (s.ended_at is None or s.ended_at > figure.as_of)
