"""What becomes of a referral that nobody answers."""

from graph.model.claims import ClaimKind, ClaimStatus
from graph.model.events import EventType
from graph.model.referral import ReferralStatus
from graph.model.service import ServiceAtLocation
from graph.repositories.claims import get_claim
from graph.repositories.referral_decisions import accept_referral
from graph.repositories.referrals import get_referral
from graph.scope import EVERYTHING
from hub.bootstrap import Hub
from hub.clock import StandingClock
from hub.tasks.holds import expire_lapsed_hold
from hub.tasks.outcomes import Outcome
from hub.tasks.queues import Queue, TaskName
from hub.tasks.referrals import expire_unanswered_referral, sweep_referrals
from tests.givens.cast import ANA, bram_of
from tests.givens.claims import an_acceptance, given_a_hold, given_a_referral
from tests.givens.network import a_unit, given_a_service
from tests.tasks.looking import alerts_of, count_events, deliver_all_due, events_of, sent


def status_of(hub: Hub, referral_id: str) -> ReferralStatus:
    now = hub.clock.now()
    return hub.graph.read(lambda tx: get_referral(tx, EVERYTHING, referral_id, now=now)).status


def test_silence_ends_referral_and_hold_in_one_transaction(
    hub: Hub, shelter: ServiceAtLocation, clock: StandingClock
) -> None:
    referral = given_a_referral(hub.graph, shelter)
    hold_id = referral.hold_id or ""
    clock.at = referral.answer_by
    assert expire_unanswered_referral(hub, referral.id) is Outcome.DONE
    assert status_of(hub, referral.id) is ReferralStatus.EXPIRED
    hold = hub.graph.read(lambda tx: get_claim(tx, EVERYTHING, hold_id, ClaimKind.HOLD))
    assert hold.status is ClaimStatus.EXPIRED
    assert [events_of(hub, id_)[-1] for id_ in (hold_id, referral.id)] == [
        (EventType.HOLD_EXPIRED, 0),
        (EventType.REFERRAL_EXPIRED, 1),
    ]
    assert given_a_hold(hub.graph, shelter, at=clock.now()).lines == hold.lines


def test_both_sides_get_one_alert_of_a_silence(hub: Hub, shelter: ServiceAtLocation, clock: StandingClock) -> None:
    referral = given_a_referral(hub.graph, shelter)
    deliver_all_due(hub)
    clock.at = referral.answer_by
    for _ in range(2):
        expire_unanswered_referral(hub, referral.id)
        deliver_all_due(hub)
    assert alerts_of(hub, ANA.organization_id) == [EventType.REFERRAL_EXPIRED]
    assert alerts_of(hub, shelter.organization_id) == [EventType.REFERRAL_EXPIRED, EventType.REFERRAL_SENT]


def test_expiring_twice_from_either_side_has_one_effect(
    hub: Hub, shelter: ServiceAtLocation, clock: StandingClock
) -> None:
    referral = given_a_referral(hub.graph, shelter)
    hold_id = referral.hold_id or ""
    clock.at = referral.answer_by
    ends = [expire_unanswered_referral(hub, referral.id) for _ in range(2)]
    ends.append(expire_lapsed_hold(hub, hold_id))
    assert ends == [Outcome.DONE, Outcome.ALREADY_DONE, Outcome.ALREADY_DONE]
    assert count_events(hub, referral.id, EventType.REFERRAL_EXPIRED) == 1
    assert count_events(hub, hold_id, EventType.HOLD_EXPIRED) == 1


def test_an_answered_referral_stays_answered(hub: Hub, shelter: ServiceAtLocation, clock: StandingClock) -> None:
    referral = given_a_referral(hub.graph, shelter)
    bram = bram_of(shelter)
    hub.graph.write(bram.at(), lambda tx: accept_referral(tx, bram.scope, referral.id, an_acceptance(shelter)))
    clock.at = referral.answer_by
    assert expire_unanswered_referral(hub, referral.id) is Outcome.MOVED_ON
    assert status_of(hub, referral.id) is ReferralStatus.ACCEPTED


def test_the_sweep_finds_the_unanswered_and_no_others(hub: Hub, clock: StandingClock) -> None:
    shelter = given_a_service(hub.graph, ANA.at(), units=[a_unit(places=4)])
    silent = given_a_referral(hub.graph, shelter)
    given_a_referral(hub.graph, shelter, undo_seconds=10)
    clock.at = silent.answer_by
    assert sweep_referrals(hub) is Outcome.DONE
    assert sent(hub, Queue.DEADLINES) == [(TaskName.EXPIRE_REFERRAL, silent.id)]
    expire_unanswered_referral(hub, silent.id)
    assert sweep_referrals(hub) is Outcome.NOTHING_TO_DO
