"""Whatever a task meets, it ends in a named state."""

from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from graph.model.errors import Unavailable
from graph.model.ids import new_id
from graph.model.service import ServiceAtLocation
from graph.session import Graph
from hub.bootstrap import Hub
from hub.clock import StandingClock
from hub.tasks import process
from hub.tasks.app import app
from hub.tasks.config import LONGEST_COUNTDOWN_SECONDS
from hub.tasks.outcomes import Outcome
from hub.tasks.queues import TaskName
from hub.tasks.retrying import MOST_RETRIES, pause_seconds
from tests.givens.claims import given_a_hold
from tests.tasks.environment import environment_of


@dataclass
class FailingGraph:
    """The real graph, after it has failed so many times."""

    graph: Graph
    failures: int
    error: Exception
    asked: int = 0

    def write(self, *given: Any) -> Any:
        self.asked += 1
        if self.asked <= self.failures:
            raise self.error
        return self.graph.write(*given)


@pytest.fixture(autouse=True)
def worker_of(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    """This process is the worker: tasks are called through Celery, without a queue."""
    for name, value in environment_of(hub.settings).items():
        monkeypatch.setenv(name, value)
    app.loader.import_default_modules()
    process.use(hub)


def run(name: TaskName, *ids: str) -> str:
    return app.tasks[str(name)].apply(args=ids).get()


def failing(hub: Hub, failures: int, error: Exception) -> FailingGraph:
    graph = FailingGraph(hub.graph, failures, error)
    process.use(replace(hub, graph=graph))  # type: ignore[arg-type]
    return graph


@pytest.fixture
def lapsed(hub: Hub, shelter: ServiceAtLocation, clock: StandingClock) -> str:
    hold = given_a_hold(hub.graph, shelter)
    assert hold.expires_at is not None
    clock.at = hold.expires_at
    return hold.id


def test_a_task_tells_how_it_ended(lapsed: str) -> None:
    with capture_logs() as logs:
        assert run(TaskName.EXPIRE_HOLD, lapsed) == Outcome.DONE
    assert {"event": "task_ended", "outcome": "done", "log_level": "info"} in logs


def test_a_store_out_of_reach_is_asked_again(hub: Hub, lapsed: str) -> None:
    graph = failing(hub, 2, Unavailable("graph"))
    assert run(TaskName.EXPIRE_HOLD, lapsed) == Outcome.DONE
    assert graph.asked == 3


def test_a_store_that_stays_out_of_reach_is_given_up(hub: Hub, lapsed: str) -> None:
    graph = failing(hub, 1000, Unavailable("graph"))
    assert run(TaskName.EXPIRE_HOLD, lapsed) == Outcome.GAVE_UP
    assert graph.asked == 1 + MOST_RETRIES


def test_a_sweep_is_not_tried_again_as_the_next_one_comes_soon(hub: Hub) -> None:
    graph = failing(hub, 1000, Unavailable("graph"))
    assert run(TaskName.SWEEP_HOLDS) == Outcome.GAVE_UP
    assert graph.asked == 1


def test_what_is_not_there_is_given_up_at_once() -> None:
    with capture_logs() as logs:
        assert run(TaskName.EXPIRE_HOLD, new_id()) == Outcome.GAVE_UP
    assert ("task_gave_up", "not-found") in [(entry["event"], entry.get("code")) for entry in logs]


def test_a_fault_of_ours_is_given_up_at_once(hub: Hub, lapsed: str) -> None:
    graph = failing(hub, 1, ZeroDivisionError())
    with capture_logs() as logs:
        assert run(TaskName.EXPIRE_HOLD, lapsed) == Outcome.GAVE_UP
    assert graph.asked == 1
    assert "task_failed" in [entry["event"] for entry in logs]


@given(st.integers(min_value=0, max_value=1000))
def test_no_pause_outlasts_the_time_after_which_redis_gives_a_message_away(tries: int) -> None:
    assert 0 < pause_seconds(tries) <= LONGEST_COUNTDOWN_SECONDS
