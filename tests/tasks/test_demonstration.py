"""The simulated day."""

from datetime import timedelta

from graph.model.service import ServiceAtLocation
from hub.bootstrap import Hub
from hub.clock import StandingClock
from hub.tasks.demonstration import live_one_minute
from hub.tasks.outcomes import Outcome


def count_reports(hub: Hub) -> int:
    return hub.graph.run_alone("MATCH (o:Observation) RETURN count(o) AS reports")[0]["reports"]


def test_a_minute_is_lived_once(hub: Hub, shelter: ServiceAtLocation, clock: StandingClock) -> None:
    before = count_reports(hub)
    clock.move(timedelta(minutes=5))
    assert [live_one_minute(hub) for _ in range(2)] == [Outcome.DONE, Outcome.ALREADY_DONE]
    assert count_reports(hub) == before + 1
    clock.move(timedelta(minutes=1))
    assert live_one_minute(hub) is Outcome.DONE
