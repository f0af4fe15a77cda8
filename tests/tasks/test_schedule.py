"""Beat's table."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from celery.schedules import crontab

from graph.model.period import ATHENS
from hub.settings import Settings
from hub.tasks.queues import QUEUE_OF, Queue, TaskName
from hub.tasks.schedule import DEMONSTRATION, SCHEDULE, schedule_for

EVERYTHING = SCHEDULE | DEMONSTRATION
TWO_YEARS = [date(2026, 1, 1) + timedelta(days=n) for n in range(731)]
BY_THE_CLOCK = [name for name, entry in EVERYTHING.items() if isinstance(entry["schedule"], crontab)]
BY_INTERVAL = [name for name in EVERYTHING if name not in BY_THE_CLOCK]


def test_every_scheduled_task_exists() -> None:
    assert {entry["task"] for entry in EVERYTHING.values()} <= set(TaskName)


def test_every_sweep_is_scheduled() -> None:
    sweeps = {str(name) for name, queue in QUEUE_OF.items() if queue is Queue.SWEEPS}
    assert {entry["task"] for entry in SCHEDULE.values()} == sweeps


@pytest.mark.parametrize(
    ("demo", "standing", "expected"),
    [(False, False, SCHEDULE), (True, False, EVERYTHING), (True, True, SCHEDULE)],
)
def test_the_simulated_day_is_lived_in_the_demonstration_only(
    demo: bool, standing: bool, expected: dict[str, object]
) -> None:
    settings = Settings(
        graph_url="bolt://127.0.0.1:1",
        graph_password="nothing is asked",
        redis_url="redis://127.0.0.1:1/0",
        secret_key="a key that only the tests know, and long",
        demo=demo,
        demo_clock_standing=standing,
    )
    assert schedule_for(settings) == expected


@pytest.mark.parametrize("name", BY_INTERVAL)
def test_a_sweep_that_waited_for_its_own_interval_is_dropped(name: str) -> None:
    assert EVERYTHING[name]["options"]["expires"] == EVERYTHING[name]["schedule"]


@pytest.mark.parametrize("name", BY_THE_CLOCK)
def test_a_nightly_task_runs_once_each_night_and_on_one_date(name: str) -> None:
    """Also on the nights on which the clocks change, and in Athens as in UTC."""
    schedule = EVERYTHING[name]["schedule"]
    [hour], [minute] = schedule.hour, schedule.minute
    runs = [datetime.combine(day, time(hour, minute), tzinfo=UTC) for day in TWO_YEARS]
    assert [run.astimezone(ATHENS).date() for run in runs] == TWO_YEARS
    assert {run.astimezone(ATHENS).hour for run in runs} <= {3, 4}
