"""Delivery: in order per receiver, at least once, one alert, and nothing of what was taken back in time."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from graph.model.events import EventType
from graph.model.ids import CaseId, OrganizationId, new_id
from graph.model.outbox import OutboxRow, OutboxStatus
from graph.model.service import ServiceAtLocation
from graph.repositories.deliveries import still_leased
from graph.repositories.outbox import LEASE, MOST_ATTEMPTS, lease_row
from graph.repositories.recording import happened
from graph.repositories.referral_decisions import withdraw_referral
from graph.scope import the_hub_itself
from graph.session import Writing
from hub.bootstrap import Hub
from hub.clock import StandingClock
from hub.tasks.outbox import deliver_row, sweep_outbox
from hub.tasks.outcomes import Outcome
from hub.tasks.queues import Queue, TaskName
from hub.wake.blocks import Block
from hub.wake.publish import channel
from tests.givens.cast import ANA, NOW
from tests.givens.claims import given_a_referral
from tests.tasks.looking import alerts_of, count_events, sent, status_of_row

SECOND = timedelta(seconds=1)


@pytest.fixture
def receiver() -> OrganizationId:
    return OrganizationId(new_id())


def given_news(hub: Hub, receiver: OrganizationId, *, seconds: int = 0) -> OutboxRow:
    """A row for `receiver`, due so many seconds after NOW; its kick is lost."""

    def write(tx: Writing) -> OutboxRow:
        case_id = CaseId(new_id())
        happened(tx, EventType.DISCREPANCY_OPENED, case_id, tell=[receiver], due_at=NOW + seconds * SECOND)
        return tx.outbox[0]

    row = hub.graph.write(the_hub_itself(NOW), write)
    sent(hub, Queue.OUTBOX)
    return row


def given_a_dead_worker_with(hub: Hub, row: OutboxRow) -> None:
    """It took the row and was never heard of again."""
    hub.graph.write(the_hub_itself(hub.clock.now()), lambda tx: lease_row(tx, row.id))


def row_to(hub: Hub, receiver: OrganizationId) -> str:
    rows = hub.graph.run_alone("MATCH (o:OutboxRow {receiver_id: $id}) RETURN o.id AS id", id=receiver)
    return rows[0]["id"]


def test_a_row_delivered_twice_raises_one_alert(hub: Hub, receiver: OrganizationId) -> None:
    row = given_news(hub, receiver)
    assert [deliver_row(hub, row.id) for _ in range(2)] == [Outcome.DONE, Outcome.MOVED_ON]
    assert status_of_row(hub, row.id) == OutboxStatus.DELIVERED
    assert alerts_of(hub, receiver) == [EventType.DISCREPANCY_OPENED]


def test_nothing_is_delivered_before_it_is_due(hub: Hub, receiver: OrganizationId, clock: StandingClock) -> None:
    row = given_news(hub, receiver, seconds=10)
    assert deliver_row(hub, row.id) is Outcome.MOVED_ON
    clock.move(10 * SECOND)
    assert deliver_row(hub, row.id) is Outcome.DONE


def test_an_older_row_of_the_same_receiver_comes_first(
    hub: Hub, receiver: OrganizationId, clock: StandingClock
) -> None:
    older, newer = given_news(hub, receiver), given_news(hub, receiver, seconds=1)
    clock.move(SECOND)
    assert deliver_row(hub, newer.id) is Outcome.NOT_YET
    assert status_of_row(hub, newer.id) == OutboxStatus.DUE
    assert sent(hub, Queue.OUTBOX) == [(TaskName.DELIVER_ROW, older.id)]
    assert deliver_row(hub, older.id) is Outcome.DONE
    assert sent(hub, Queue.OUTBOX) == [(TaskName.DELIVER_ROW, newer.id)]
    assert deliver_row(hub, newer.id) is Outcome.DONE
    assert sent(hub, Queue.OUTBOX) == []


def test_a_row_in_flight_holds_back_the_next_of_its_receiver_only(
    hub: Hub, receiver: OrganizationId, clock: StandingClock
) -> None:
    in_flight, next_row = given_news(hub, receiver), given_news(hub, receiver, seconds=1)
    other = given_news(hub, OrganizationId(new_id()), seconds=1)
    clock.move(SECOND)
    given_a_dead_worker_with(hub, in_flight)
    assert deliver_row(hub, next_row.id) is Outcome.NOT_YET
    assert deliver_row(hub, other.id) is Outcome.DONE


def test_a_row_whose_lease_has_run_out_is_delivered_again(
    hub: Hub, receiver: OrganizationId, clock: StandingClock
) -> None:
    row = given_news(hub, receiver)
    given_a_dead_worker_with(hub, row)
    assert deliver_row(hub, row.id) is Outcome.MOVED_ON
    assert sweep_outbox(hub) is Outcome.NOTHING_TO_DO
    clock.move(LEASE)
    assert sweep_outbox(hub) is Outcome.DONE
    assert sent(hub, Queue.OUTBOX) == [(TaskName.DELIVER_ROW, row.id)]
    assert deliver_row(hub, row.id) is Outcome.DONE
    assert alerts_of(hub, receiver) == [EventType.DISCREPANCY_OPENED]


def test_who_comes_back_after_its_lease_finds_it_taken(
    hub: Hub, receiver: OrganizationId, clock: StandingClock
) -> None:
    row = given_news(hub, receiver)
    given_a_dead_worker_with(hub, row)
    clock.move(LEASE)
    given_a_dead_worker_with(hub, row)
    by_attempt = [
        hub.graph.write(the_hub_itself(clock.now()), lambda tx, n=n: still_leased(tx, row.id, attempt=n))
        for n in (1, 2)
    ]
    assert by_attempt == [False, True]


@dataclass
class LateClock:
    """Between the lease and the hand-over, so much happens that the lease runs out."""

    clock: StandingClock
    meanwhile: Callable[[], None]
    asked: int = 0

    def now(self) -> datetime:
        self.asked += 1
        if self.asked == 2:
            self.meanwhile()
        return self.clock.now()


def test_who_was_overtaken_delivers_nothing(hub: Hub, shelter: ServiceAtLocation, clock: StandingClock) -> None:
    referral = given_a_referral(hub.graph, shelter, undo_seconds=10)
    row_id = row_to(hub, shelter.organization_id)
    overtaking: list[Outcome] = []

    def another_worker_comes() -> None:
        clock.move(LEASE)
        overtaking.append(deliver_row(hub, row_id))

    clock.move(10 * SECOND)
    assert deliver_row(replace(hub, clock=LateClock(clock, another_worker_comes)), row_id) is Outcome.MOVED_ON
    assert overtaking == [Outcome.DONE]
    assert count_events(hub, referral.id, EventType.REFERRAL_DELIVERED) == 1


def test_the_sweep_starts_with_the_oldest_row_of_each_receiver(
    hub: Hub, receiver: OrganizationId, clock: StandingClock
) -> None:
    rows = [given_news(hub, receiver, seconds=seconds) for seconds in (2, 0, 1)]
    other = given_news(hub, OrganizationId(new_id()), seconds=2)
    clock.move(2 * SECOND)
    sweep_outbox(hub)
    assert set(sent(hub, Queue.OUTBOX)) == {(TaskName.DELIVER_ROW, rows[1].id), (TaskName.DELIVER_ROW, other.id)}


def test_a_row_that_never_gets_through_ends_and_lets_the_next_pass(
    hub: Hub, receiver: OrganizationId, clock: StandingClock
) -> None:
    row, following = given_news(hub, receiver), given_news(hub, receiver, seconds=1)
    clock.move(SECOND)
    for _ in range(MOST_ATTEMPTS):
        given_a_dead_worker_with(hub, row)
        clock.move(LEASE)
    assert deliver_row(hub, row.id) is Outcome.GAVE_UP
    assert status_of_row(hub, row.id) == OutboxStatus.GAVE_UP
    assert sent(hub, Queue.OUTBOX) == [(TaskName.DELIVER_ROW, following.id)]


def test_a_referral_withdrawn_in_its_ten_seconds_is_never_delivered(
    hub: Hub, shelter: ServiceAtLocation, clock: StandingClock
) -> None:
    referral = given_a_referral(hub.graph, shelter, undo_seconds=10)
    row_id = row_to(hub, shelter.organization_id)
    assert deliver_row(hub, row_id) is Outcome.MOVED_ON
    hub.graph.write(
        ANA.at(NOW + 9 * SECOND),
        lambda tx: withdraw_referral(tx, ANA.scope, referral.id, reason="sent_by_mistake", note=None),
    )
    clock.move(11 * SECOND)
    assert sweep_outbox(hub) is Outcome.NOTHING_TO_DO
    assert deliver_row(hub, row_id) is Outcome.MOVED_ON
    assert alerts_of(hub, shelter.organization_id) == []
    assert count_events(hub, referral.id, EventType.REFERRAL_DELIVERED) == 0


def test_a_referral_not_taken_back_is_delivered_once(
    hub: Hub, shelter: ServiceAtLocation, clock: StandingClock
) -> None:
    referral = given_a_referral(hub.graph, shelter, undo_seconds=10)
    row_id = row_to(hub, shelter.organization_id)
    clock.move(10 * SECOND)
    assert [deliver_row(hub, row_id) for _ in range(2)] == [Outcome.DONE, Outcome.MOVED_ON]
    assert alerts_of(hub, shelter.organization_id) == [EventType.REFERRAL_SENT]
    assert count_events(hub, referral.id, EventType.REFERRAL_DELIVERED) == 1


def test_the_receivers_pages_are_woken(hub: Hub, receiver: OrganizationId) -> None:
    row = given_news(hub, receiver)
    with hub.redis.pubsub(ignore_subscribe_messages=True) as listening:
        listening.subscribe(channel(receiver))
        listening.get_message(timeout=5)
        deliver_row(hub, row.id)
        message = listening.get_message(timeout=5)
    assert message is not None
    assert json.loads(message["data"]) == [Block.ALERTS, Block.REFERRALS]
