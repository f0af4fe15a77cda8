"""A machine that lets anything happen at one small place, step by step, and compares the hub with the test's notes."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import ClassVar, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from graph.model.capacity import Sharing
from graph.model.claims import Claim, ClaimKind
from graph.model.errors import HubError
from graph.model.ids import OutOfServiceId, ReferralId
from graph.model.period import Period, lodging_period, tonight
from graph.model.referral import Referral
from graph.model.service import ServiceAtLocation
from graph.repositories.checks import broken_invariants
from graph.repositories.claims import get_claim
from graph.repositories.discrepancies import list_units_in_excess, sweep_overstay
from graph.repositories.holds import place_hold
from graph.repositories.needs import get_need
from graph.repositories.outages import return_to_service
from graph.repositories.referral_decisions import send_referral
from graph.repositories.referrals import get_referral
from graph.scope import EVERYTHING, the_hub_itself
from graph.session import Graph
from tests.givens import acts
from tests.givens.cases import given_a_case, given_a_need
from tests.givens.cast import ANA, NOW, CastMember, bram_of
from tests.givens.claims import a_hold_request, a_referral, an_acceptance, given_a_reservation
from tests.givens.fixtures import wipe
from tests.givens.network import a_unit, given_a_service
from tests.graph.reads import free, units_of
from tests.property.world import Figure, Outage, Promise, Resident, World
from tests.race.oracle import Wanted, highest, moment, would_fit

T = TypeVar("T")
MINUTE = timedelta(minutes=1)
picks = st.integers(0, 1000)
"""Which one of several: the remainder decides."""
nights = st.integers(1, 4)
minutes_ago = st.integers(0, 180)


class LifeOfAPlace(RuleBasedStateMachine):
    """Ana asks, Bram answers, time passes; each step is told to the hub and noted in `world`."""

    graph: ClassVar[Graph]
    service: ServiceAtLocation
    world: World

    @initialize(rooms=st.lists(st.tuples(st.integers(1, 4), st.booleans()), min_size=1, max_size=3))
    def opens(self, rooms: list[tuple[int, bool]]) -> None:
        wipe(self.graph)
        units = [a_unit(places=n, sharing=Sharing.BY_HOUSEHOLD if whole else Sharing.BY_PLACE) for n, whole in rooms]
        self.service = given_a_service(self.graph, ANA.at(), units=units)
        self.world = World(
            places={u.id: u.places for u in units},
            whole={u.id for u in units if u.sharing is Sharing.BY_HOUSEHOLD},
            now=NOW,
            figures={u.id: Figure(u.places, NOW) for u in units},
        )

    # What the hub shows, after every step.

    @invariant()
    def shows_what_is_free(self) -> None:
        shown = free(self.graph, self.service, at=self.world.now)
        assert shown == [self.world.free_now(u.id) for u in self.service.units]

    @invariant()
    def sells_nothing_twice_in_silence(self) -> None:
        assert self.world.in_excess() <= self.disputed()

    @invariant()
    def keeps_its_invariants(self) -> None:
        assert self.graph.read(lambda tx: broken_invariants(tx, now=self.world.now)) == []

    # Time.

    @rule(hours=st.sampled_from([1, 1, 2, 3, 9, 30]))
    def time_passes(self, hours: int) -> None:
        self.later(timedelta(hours=hours))

    @rule()
    def what_is_over_is_tidied(self) -> None:
        now = self.later()
        for hold in [h for h in self.world.held.values() if h not in self.world.live_holds()]:
            if hold.referral_id:
                acts.let_lapse(self.graph, self.referral(hold), at=now)
            else:
                acts.tidy(self.graph, self.claim(hold.claim_id, ClaimKind.HOLD), at=now)
            del self.world.held[hold.claim_id]

    # Ana.

    @rule(people=st.integers(1, 3), order=st.randoms(use_true_random=False), first=st.integers(0, 3), many=nights)
    def ana_holds(self, people: int, order: object, first: int, many: int) -> None:
        now = self.later()
        case = given_a_case(self.graph, ages=[30] * people, at=now)
        need = given_a_need(self.graph, case, starts_on=tonight(now) + timedelta(days=first), nights=many, at=now)
        wanted = [u.id for u in self.service.units]
        order.shuffle(wanted)  # type: ignore[attr-defined]
        ask = a_hold_request(self.service, case, need, units=wanted, minutes=90)
        fitting = [u for u in wanted if self.fits(u, people, Period(max(ask.period.starts, now), ask.period.ends))]
        hold, refusal = told(lambda: self.graph.write(ANA.at(now), lambda tx: place_hold(tx, ANA.scope, ask)))
        assert refusal == (None if fitting else "no-places-left")
        if hold is None:
            return
        assert hold.lines[0].unit_id == fitting[0]
        self.world.held[hold.id] = Promise(
            hold.id, fitting[0], list(ask.people), ask.period.starts, ask.period.ends, hold.expires_at
        )

    @precondition(lambda self: self.unreferred())
    @rule(pick=picks)
    def ana_releases(self, pick: int) -> None:
        hold = one(self.unreferred(), pick)
        now = self.later()
        if hold in self.world.live_holds():
            acts.release(self.graph, self.claim(hold.claim_id, ClaimKind.HOLD), at=now)
            del self.world.held[hold.claim_id]

    @precondition(lambda self: self.unreferred())
    @rule(pick=picks)
    def ana_refers(self, pick: int) -> None:
        hold = one(self.unreferred(), pick)
        now = self.later()
        if hold not in self.world.live_holds():
            return
        stored = self.claim(hold.claim_id, ClaimKind.HOLD)
        need = self.graph.read(lambda tx: get_need(tx, ANA.scope, stored.need_id))
        sent = a_referral(self.service, need, hold=stored, at=now)
        covered = self.is_covered(hold)
        _, refusal = told(lambda: self.graph.write(ANA.at(now), lambda tx: send_referral(tx, ANA.scope, sent)))
        assert refusal == (None if covered else "unit-not-claimable")
        if covered:
            hold.referral_id, hold.expires_at = sent.id, sent.answer_by

    @rule(people=st.integers(1, 4), pick=picks, many=nights)
    def all_goes_well_until_the_door(self, people: int, pick: int, many: int) -> None:
        """Hold, referral and acceptance in a row, so that many of the examples come to arrivals and departures."""
        unit = one(self.service.units, pick)
        now = self.later()
        if self.fits(unit.id, people, Period(now, lodging_period(tonight(now), many).ends)):
            r = given_a_reservation(self.graph, self.service, ages=[30] * people, nights=many, units=[unit.id], at=now)
            self.world.reserved[r.id] = Promise(r.id, unit.id, list(r.person_ids), r.period.starts, r.period.ends)

    @precondition(lambda self: self.world.reserved)
    @rule(pick=picks, by_ana=st.booleans())
    def a_reservation_ends(self, pick: int, by_ana: bool) -> None:
        promise = one(list(self.world.reserved.values()), pick)
        now = self.later()
        end = acts.cancel if by_ana else acts.did_not_come
        end(self.graph, self.claim(promise.claim_id, ClaimKind.RESERVATION), at=now)
        del self.world.reserved[promise.claim_id]

    # Bram.

    @precondition(lambda self: self.referred())
    @rule(pick=picks)
    def bram_accepts(self, pick: int) -> None:
        hold = one(self.referred(), pick)
        now = self.later()
        if hold not in self.world.live_holds():
            return
        what = an_acceptance(self.service)
        disputed = hold.unit_id in self.disputed()
        _, refusal = told(lambda: acts.accept(self.graph, self.referral(hold), what, at=now))
        assert refusal == ("unit-not-claimable" if disputed else None)
        if disputed:
            return
        del self.world.held[hold.claim_id]
        self.world.reserved[what.reservation_id] = Promise(
            what.reservation_id, hold.unit_id, hold.people, hold.starts, hold.ends
        )

    @precondition(lambda self: self.referred())
    @rule(pick=picks)
    def bram_declines(self, pick: int) -> None:
        hold = one(self.referred(), pick)
        now = self.later()
        if hold in self.world.live_holds():
            acts.decline(self.graph, self.referral(hold), at=now)
            del self.world.held[hold.claim_id]

    @rule(pick=picks, number=picks, ago=minutes_ago)
    def bram_says_what_is_free(self, pick: int, number: int, ago: int) -> None:
        unit = one(self.service.units, pick)
        now = self.later()
        moves = [r.left_at for r in self.world.placed if r.moved and r.left_at]
        as_of = max([self.world.figures[unit.id].as_of, now - ago * MINUTE, *moves])
        said = number % (unit.places + 1)
        answer = acts.say(self.graph, self.bram, unit.id, said, as_of=as_of, at=now)
        assert answer.taken
        self.world.figures[unit.id] = Figure(said, as_of)

    @rule(pick=picks, many=nights)
    def a_place_drops_out(self, pick: int, many: int) -> None:
        unit = one(self.service.units, pick)
        now = self.later()
        out = acts.drop_out(
            self.graph, self.bram, unit.id, 1, Period(now, lodging_period(tonight(now), many).ends), at=now
        )
        self.world.outages.append(Outage(out.id, unit.id, 1, now, out.period.ends))

    @precondition(lambda self: self.world.outages)
    @rule(pick=picks)
    def a_place_is_back(self, pick: int) -> None:
        out = one(self.world.outages, pick)
        now = self.later()
        out_id = OutOfServiceId(out.outage_id)
        self.graph.write(self.bram.at(now), lambda tx: return_to_service(tx, self.bram.scope, out_id))
        out.ends = min(out.ends, now)

    @precondition(lambda self: self.world.reserved)
    @rule(pick=picks, number=picks, ago=minutes_ago)
    def some_arrive(self, pick: int, number: int, ago: int) -> None:
        promise = one(list(self.world.reserved.values()), pick)
        now = self.later()
        coming = promise.people[: 1 + number % len(promise.people)]
        before = [r.arrived_at for r in self.world.placed if r.reservation_id == promise.claim_id]
        came_at = max([now - ago * MINUTE, *before])
        reservation = self.claim(promise.claim_id, ClaimKind.RESERVATION)
        stay = acts.arrive(self.graph, reservation, came_at=came_at, people=coming, at=now)  # type: ignore[arg-type]
        for person in coming:
            self.world.placed.append(
                Resident(person, promise.claim_id, stay.id, promise.unit_id, came_at, stay.period.ends)
            )
        promise.people = [p for p in promise.people if p not in coming]
        if not promise.people:
            del self.world.reserved[promise.claim_id]

    @precondition(lambda self: self.stays())
    @rule(pick=picks, number=picks, ago=minutes_ago)
    def some_leave(self, pick: int, number: int, ago: int) -> None:
        stay_id = one(self.stays(), pick)
        now = self.later()
        there = self.world.there(stay_id)
        leaving = there[: 1 + number % len(there)]
        left_at = max([now - ago * MINUTE, *(r.arrived_at for r in leaving)])
        acts.depart(
            self.graph,
            self.claim(stay_id, ClaimKind.PLACEMENT),
            left_at=left_at,
            people=[r.person for r in leaving],  # type: ignore[misc]
            at=now,
        )
        for resident in leaving:
            resident.left_at = left_at

    @precondition(lambda self: self.stays())
    @rule(pick=picks, many=nights)
    def a_stay_is_extended(self, pick: int, many: int) -> None:
        stay_id = one(self.stays(), pick)
        now = self.later()
        there, expected = self.world.there(stay_id), self.expected_by(stay_id)
        until = max(there[0].ends, lodging_period(tonight(now), 1).ends) + timedelta(days=many)
        ids = {stay_id, *(p.claim_id for p in expected)}
        own = sum(c.places for c in self.world.claims() if c.id in ids)
        added = Wanted(0, [there[0].unit_id], moment(max(there[0].ends, now)), moment(until))
        others = [c for c in [*self.world.claims(), *self.world.facts()] if c.id not in ids]
        room = self.world.places[there[0].unit_id] - highest(others, there[0].unit_id, added)
        stay = self.claim(stay_id, ClaimKind.PLACEMENT)
        _, refusal = told(lambda: acts.stay_until(self.graph, stay, until, at=now))
        assert refusal == (None if room >= own else "no-places-left")
        for one_of_them in [*there, *expected] if room >= own else []:
            one_of_them.ends = until

    @precondition(lambda self: self.stays())
    @rule(pick=picks, where=picks)
    def a_stay_is_moved(self, pick: int, where: int) -> None:
        stay_id, to_unit = one(self.stays(), pick), one(self.service.units, where)
        now = self.later()
        there, expected = self.world.there(stay_id), self.expected_by(stay_id)
        people = len(there) + sum(len(p.people) for p in expected)
        rest = Period(now, max(there[0].ends, lodging_period(tonight(now), 1).ends))
        fits = there[0].unit_id == to_unit.id or self.fits(to_unit.id, people, rest)
        stay = self.claim(stay_id, ClaimKind.PLACEMENT)
        _, refusal = told(lambda: acts.move(self.graph, stay, to_unit.id, at=now))
        assert refusal == (None if fits else "no-places-left")
        if fits and there[0].unit_id != to_unit.id:
            self.world.move(there, to_unit.id)
            for promise in expected:
                promise.unit_id = to_unit.id

    # Helpers.

    @property
    def bram(self) -> CastMember:
        return bram_of(self.service)

    def later(self, by: timedelta = MINUTE) -> datetime:
        """Moves the clock, and lets the nightly sweep look at once at what time alone has uncovered."""
        self.world.now += by
        now = self.world.now
        found = set(self.graph.read(lambda tx: list_units_in_excess(tx, now=now)))
        assert found == self.world.in_excess() - self.disputed()
        for unit_id in sorted(found):
            self.graph.write(the_hub_itself(now), lambda tx, u=unit_id: sweep_overstay(tx, u))
        return now

    def disputed(self) -> set[str]:
        return {u.id for u in units_of(self.graph, self.service, at=self.world.now) if u.discrepancy_id}

    def fits(self, unit_id: str, people: int, period: Period) -> bool:
        wanted = Wanted(people, [unit_id], moment(period.starts), moment(period.ends))
        taken = [*self.world.claims(), *self.world.facts()]
        return unit_id not in self.disputed() and bool(would_fit(wanted, taken, self.world.rooms()))

    def is_covered(self, promise: Promise) -> bool:
        period = Wanted(0, [promise.unit_id], moment(max(promise.starts, self.world.now)), moment(promise.ends))
        taken = [*self.world.claims(), *self.world.facts()]
        return highest(taken, promise.unit_id, period) <= self.world.places[promise.unit_id]

    def unreferred(self) -> list[Promise]:
        return [h for h in self.world.held.values() if h.referral_id is None]

    def referred(self) -> list[Promise]:
        return [h for h in self.world.held.values() if h.referral_id is not None]

    def stays(self) -> list[str]:
        return sorted({r.placement_id for r in self.world.placed if r.left_at is None})

    def expected_by(self, stay_id: str) -> list[Promise]:
        """Those of the household who have not come yet."""
        reservation_id = self.world.there(stay_id)[0].reservation_id
        return [p for p in self.world.reserved.values() if p.claim_id == reservation_id]

    def claim(self, claim_id: str, kind: ClaimKind) -> Claim:
        return self.graph.read(lambda tx: get_claim(tx, EVERYTHING, claim_id, kind))

    def referral(self, hold: Promise) -> Referral:
        referral_id = ReferralId(hold.referral_id or "")
        return self.graph.read(lambda tx: get_referral(tx, EVERYTHING, referral_id, now=self.world.now))


def told(act: Callable[[], T]) -> tuple[T | None, str | None]:
    """What an act gave back, or the code by which it was refused."""
    try:
        return act(), None
    except HubError as refusal:
        return None, refusal.code


def one(several: Sequence[T], pick: int) -> T:
    return several[pick % len(several)]
