"""What becomes of a hold whose time is over."""

from datetime import timedelta

from graph.model.claims import ClaimKind, ClaimStatus
from graph.model.events import EventType
from graph.model.referral import ReferralStatus
from graph.model.service import ServiceAtLocation
from graph.repositories.claims import get_claim
from graph.repositories.holds import extend_hold, release_hold
from graph.repositories.referrals import get_referral
from graph.scope import EVERYTHING
from hub.bootstrap import Hub
from hub.clock import StandingClock
from hub.tasks.holds import expire_lapsed_hold, sweep_holds
from hub.tasks.outcomes import Outcome
from hub.tasks.queues import Queue, TaskName
from tests.givens.cast import ANA, NOW
from tests.givens.claims import given_a_hold, given_a_referral
from tests.givens.network import a_unit, given_a_service
from tests.tasks.looking import count_events, events_of, sent

MINUTES = timedelta(minutes=30)


def status_of(hub: Hub, hold_id: str) -> ClaimStatus:
    return hub.graph.read(lambda tx: get_claim(tx, EVERYTHING, hold_id, ClaimKind.HOLD)).status


def test_a_lapsed_hold_frees_the_place_and_leaves_its_event(
    hub: Hub, shelter: ServiceAtLocation, clock: StandingClock
) -> None:
    hold = given_a_hold(hub.graph, shelter, minutes=30)
    clock.move(MINUTES)
    assert expire_lapsed_hold(hub, hold.id) is Outcome.DONE
    assert status_of(hub, hold.id) is ClaimStatus.EXPIRED
    assert count_events(hub, hold.id, EventType.HOLD_EXPIRED) == 1
    next_hold = given_a_hold(hub.graph, shelter, at=clock.now())
    assert next_hold.lines == hold.lines


def test_expiring_twice_has_one_effect(hub: Hub, shelter: ServiceAtLocation, clock: StandingClock) -> None:
    hold = given_a_hold(hub.graph, shelter, minutes=30)
    clock.move(MINUTES)
    assert [expire_lapsed_hold(hub, hold.id) for _ in range(2)] == [Outcome.DONE, Outcome.ALREADY_DONE]
    assert count_events(hub, hold.id, EventType.HOLD_EXPIRED) == 1


def test_a_hold_extended_since_stays(hub: Hub, shelter: ServiceAtLocation, clock: StandingClock) -> None:
    hold = given_a_hold(hub.graph, shelter, minutes=30)
    extend = ANA.at(NOW + MINUTES / 2)
    hub.graph.write(extend, lambda tx: extend_hold(tx, ANA.scope, hold.id, minutes=30, reason="on_the_way"))
    clock.move(MINUTES)
    assert expire_lapsed_hold(hub, hold.id) is Outcome.MOVED_ON
    assert status_of(hub, hold.id) is ClaimStatus.HELD


def test_a_hold_released_since_stays_released(hub: Hub, shelter: ServiceAtLocation, clock: StandingClock) -> None:
    hold = given_a_hold(hub.graph, shelter, minutes=30)
    hub.graph.write(ANA.at(), lambda tx: release_hold(tx, ANA.scope, hold.id, reason="need_ended", note=None))
    clock.move(MINUTES)
    assert expire_lapsed_hold(hub, hold.id) is Outcome.MOVED_ON
    assert status_of(hub, hold.id) is ClaimStatus.RELEASED


def test_the_sweep_finds_the_lapsed_holds_and_no_others(hub: Hub, clock: StandingClock) -> None:
    shelter = given_a_service(hub.graph, ANA.at(), units=[a_unit(places=4)])
    lapsed = {given_a_hold(hub.graph, shelter, minutes=30).id for _ in range(2)}
    given_a_hold(hub.graph, shelter, minutes=31)
    clock.move(MINUTES)
    assert sweep_holds(hub) is Outcome.DONE
    assert set(sent(hub, Queue.DEADLINES)) == {(TaskName.EXPIRE_HOLD, id_) for id_ in lapsed}
    for id_ in lapsed:
        expire_lapsed_hold(hub, id_)
    assert sweep_holds(hub) is Outcome.NOTHING_TO_DO
    assert sent(hub, Queue.DEADLINES) == []


def test_the_hold_of_a_referral_never_expires_without_it(
    hub: Hub, shelter: ServiceAtLocation, clock: StandingClock
) -> None:
    referral = given_a_referral(hub.graph, shelter)
    clock.at = referral.answer_by
    assert expire_lapsed_hold(hub, referral.hold_id or "") is Outcome.DONE
    after = hub.graph.read(lambda tx: get_referral(tx, EVERYTHING, referral.id, now=clock.now()))
    assert after.status is ReferralStatus.EXPIRED
    in_one_transaction = [events_of(hub, id_)[-1] for id_ in (referral.hold_id or "", referral.id)]
    assert in_one_transaction == [(EventType.HOLD_EXPIRED, 0), (EventType.REFERRAL_EXPIRED, 1)]
