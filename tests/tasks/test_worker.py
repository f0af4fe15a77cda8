"""A real worker: what it is told to do is done, also when it is killed while it does it."""

import subprocess
import sys
from collections.abc import Callable, Generator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest
from celery import Celery
from kombu.connection import Connection

from graph.model.claims import Claim, ClaimKind, ClaimStatus
from graph.model.events import EventType
from graph.model.service import ServiceAtLocation
from graph.repositories.claims import get_claim
from graph.scope import EVERYTHING
from graph.session import Graph
from hub.bootstrap import Hub, build_hub
from hub.processes.readiness import worker_listens
from hub.settings import Settings
from hub.tasks.queues import Queue, TaskName
from hub.tasks.sending import send
from tests.givens.cast import ANA
from tests.givens.claims import given_a_hold, given_a_referral
from tests.givens.network import a_unit, given_a_service
from tests.process.hub_process import wait_until
from tests.servers.running import running
from tests.tasks.environment import environment_of
from tests.tasks.looking import alerts_of, count_events
from tests.tasks.worker_of_the_test import STALLED

pytestmark = pytest.mark.process

TAKEN = "unacked"
"""Where Celery's Redis transport keeps the messages that a worker has taken and not finished."""

Worker = subprocess.Popen[bytes]


@pytest.fixture
def hub(graph: Graph, settings: Settings) -> Generator[Hub]:
    """By the real clock, as the worker goes by it too."""
    built = build_hub(settings)
    built.redis.flushdb()
    yield built
    built.close()


@pytest.fixture
def shelter(hub: Hub) -> ServiceAtLocation:
    """Two places, free."""
    return given_a_service(hub.graph, ANA.at(hub.clock.now()), units=[a_unit(places=2)])


@pytest.fixture
def start_worker(hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Generator[Callable[..., Worker]]:
    log = tmp_path / "worker.log"
    for name, value in environment_of(hub.settings).items():
        monkeypatch.setenv(name, value)
    with ExitStack() as started:

        def start(*options: str) -> Worker:
            wait_until(lambda: not worker_listens(hub.settings.redis_url), "Redis has noticed the end of the last one")
            command = [sys.executable, "-m", "tests.tasks.worker_of_the_test", *options]
            process = started.enter_context(running(command, log=log))
            wait_until(lambda: worker_listens(hub.settings.redis_url), f"it listens; see {log}", seconds=60)
            return process

        yield start


def given_a_lapsed_hold(hub: Hub, shelter: ServiceAtLocation) -> Claim:
    return given_a_hold(hub.graph, shelter, minutes=30, at=hub.clock.now() - timedelta(hours=1))


def status_of(hub: Hub, hold: Claim) -> ClaimStatus:
    return hub.graph.read(lambda tx: get_claim(tx, EVERYTHING, hold.id, ClaimKind.HOLD)).status


def consumed_at(hub: Hub) -> set[str]:
    """The queues that the workers say they take from; none while none answers."""
    with Connection(hub.settings.redis_url) as connection:
        outside = Celery(broker=hub.settings.redis_url, set_as_current=False)
        said = outside.control.inspect(timeout=2, connection=connection).active_queues() or {}
    return {queue["name"] for queues in said.values() for queue in queues}


def test_the_worker_listens_on_every_queue(hub: Hub, start_worker: Callable[..., Worker]) -> None:
    start_worker()
    wait_until(lambda: consumed_at(hub) != set(), "it says what it consumes", seconds=60)
    assert consumed_at(hub) == set(Queue)


def test_a_receiver_is_told_when_the_time_to_undo_is_over(
    hub: Hub, shelter: ServiceAtLocation, start_worker: Callable[..., Worker]
) -> None:
    """Without a sweep: the commit itself has it delivered."""
    start_worker()
    referral = given_a_referral(hub.graph, shelter, at=hub.clock.now(), undo_seconds=1)
    told = [EventType.REFERRAL_SENT]
    wait_until(lambda: alerts_of(hub, shelter.organization_id) == told, "the receiver is told", seconds=60)
    assert hub.clock.now() >= referral.visible_at
    assert count_events(hub, referral.id, EventType.REFERRAL_DELIVERED) == 1


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_worker_killed_at_its_work_loses_nothing_and_doubles_nothing(
    hub: Hub, shelter: ServiceAtLocation, start_worker: Callable[..., Worker], when: str
) -> None:
    """Killed before its write, another worker does it; killed after, another finds it done."""
    hold = given_a_lapsed_hold(hub, shelter)
    first = start_worker(when)
    send(hub.settings.redis_url, TaskName.EXPIRE_HOLD, hold.id)
    wait_until(lambda: hub.redis.exists(STALLED) == 1, "it is at its work", seconds=60)
    first.kill()
    first.wait()
    assert hub.redis.hlen(TAKEN) == 1
    start_worker()
    wait_until(lambda: hub.redis.hlen(TAKEN) == 0, "its message has been taken up and finished", seconds=60)
    assert hub.redis.llen(str(Queue.DEADLINES)) == 0
    assert status_of(hub, hold) is ClaimStatus.EXPIRED
    assert count_events(hub, hold.id, EventType.HOLD_EXPIRED) == 1
