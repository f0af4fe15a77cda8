"""What a test believes about one small place: its own notes of who has what, and its own arithmetic over them.

Nothing here asks the hub or shares code with it, but for the names of things. People are noted one by one, with the
minute at which they came and left, so that what a figure had left out can be counted anew at any time.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tests.race.oracle import Room, Taken, Wanted, highest, moment, uncovered

FOR_EVER = moment(datetime(9998, 1, 1))
ATHENS = ZoneInfo("Europe/Athens")


def night_after_tonight(now: datetime) -> datetime:
    """The next eight in the morning, in Athens: until then whoever has not left is still there."""
    local = now.astimezone(ATHENS)
    eight = local.replace(hour=8, minute=0, second=0, microsecond=0)
    return eight if local < eight else eight + timedelta(days=1)


@dataclass
class Promise:
    """A hold, or the reservation that it became, for those who have not come yet."""

    claim_id: str
    unit_id: str
    people: list[str]
    starts: datetime
    ends: datetime
    expires_at: datetime | None = None
    referral_id: str | None = None


@dataclass
class Resident:
    """One person's part in a stay."""

    person: str
    reservation_id: str
    placement_id: str
    unit_id: str
    arrived_at: datetime
    ends: datetime
    left_at: datetime | None = None
    moved: bool = False


@dataclass
class Outage:
    outage_id: str
    unit_id: str
    places: int
    starts: datetime
    ends: datetime


@dataclass
class Figure:
    free: int
    as_of: datetime


@dataclass
class World:
    """`whole`: the units that go to one household. `placed` is every stay there ever was."""

    places: dict[str, int]
    whole: set[str]
    now: datetime
    figures: dict[str, Figure] = field(default_factory=dict)
    held: dict[str, Promise] = field(default_factory=dict)
    reserved: dict[str, Promise] = field(default_factory=dict)
    placed: list[Resident] = field(default_factory=list)
    outages: list[Outage] = field(default_factory=list)

    def live_holds(self) -> list[Promise]:
        return [h for h in self.held.values() if h.expires_at is not None and self.now < h.expires_at]

    def there(self, placement_id: str) -> list[Resident]:
        return [r for r in self.placed if r.placement_id == placement_id and r.left_at is None]

    def move(self, people: list[Resident], unit_id: str) -> None:
        """Notes that they left one room and came to another at the same minute."""
        for r in people:
            r.left_at, r.moved = self.now, True
            self.placed.append(replace(r, unit_id=unit_id, arrived_at=self.now, left_at=None, moved=False))

    def elsewhere(self, unit_id: str) -> int:
        """By the last figure, which has left out those who lived here at its minute."""
        figure = self.figures[unit_id]
        lived = {
            r.placement_id if unit_id in self.whole else r.person
            for r in self.placed
            if r.unit_id == unit_id and r.arrived_at <= figure.as_of and (r.left_at is None or r.left_at > figure.as_of)
        }
        left_out = self.places[unit_id] if unit_id in self.whole and lived else len(lived)
        out = sum(o.places for o in self.outages if o.unit_id == unit_id and o.starts <= figure.as_of < o.ends)
        return max(0, self.places[unit_id] - out - figure.free - left_out)

    def claims(self) -> list[Taken]:
        promised = [*self.live_holds(), *self.reserved.values()]
        found = [self._promised(p) for p in promised]
        stays = {r.placement_id for r in self.placed if r.left_at is None}
        return [*found, *(self._lived(placement_id) for placement_id in stays)]

    def facts(self) -> list[Taken]:
        """What is not there to be promised: places taken elsewhere, and those out of service."""
        out = [Taken(o.outage_id, o.unit_id, o.places, moment(o.starts), moment(o.ends)) for o in self.outages]
        others = [Taken("elsewhere", u, self.elsewhere(u), 0, FOR_EVER) for u in self.places]
        return [*out, *others]

    def free_now(self, unit_id: str) -> int:
        at = Wanted(0, [unit_id], moment(self.now), moment(self.now) + 1e-3)
        return self.places[unit_id] - highest([*self.claims(), *self.facts()], unit_id, at)

    def in_excess(self) -> set[str]:
        """Units on which, from now on, somebody's promise is not covered."""
        now = moment(self.now)
        ahead = [Taken(c.id, c.unit_id, c.places, max(c.since, now), c.until) for c in self.claims() if c.until > now]
        return uncovered([c for c in ahead if c.places], self.facts(), self.rooms())

    def rooms(self) -> dict[str, Room]:
        return {u: Room(places, u in self.whole) for u, places in self.places.items()}

    def asked(self, unit_id: str, people: int) -> int:
        return self.places[unit_id] if unit_id in self.whole else people

    def _promised(self, promise: Promise) -> Taken:
        places = self.asked(promise.unit_id, len(promise.people))
        if promise.unit_id in self.whole and self._has_come(promise):
            places = 0
        return Taken(promise.claim_id, promise.unit_id, places, moment(promise.starts), moment(promise.ends))

    def _has_come(self, promise: Promise) -> bool:
        """Whether the first of the household is in the room already, and has it whole."""
        return any(r.reservation_id == promise.claim_id and r.left_at is None for r in self.placed)

    def _lived(self, placement_id: str) -> Taken:
        people = self.there(placement_id)
        unit_id, ends = people[0].unit_id, max(people[0].ends, night_after_tonight(self.now))
        since = min(r.arrived_at for r in self.placed if r.placement_id == placement_id)
        places = self.asked(unit_id, len(people))
        return Taken(placement_id, unit_id, places, moment(since), moment(ends))
