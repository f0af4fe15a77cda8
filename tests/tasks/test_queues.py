"""Guards over the two closed lists and Celery's settings: what is declared is used, and nothing else is."""

import argparse

import pytest
from kombu.exceptions import OperationalError

from hub.cli import worker
from hub.tasks.app import app
from hub.tasks.config import (
    LONGEST_COUNTDOWN_SECONDS,
    VISIBILITY_SECONDS,
    sender_settings,
    worker_settings,
)
from hub.tasks.queues import QUEUE_OF, Queue, TaskName
from hub.tasks.schedule import SCHEDULE

NOWHERE = "redis://127.0.0.1:1/0"


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings for an application that is configured and never connected."""
    for name, value in {
        "HUB_GRAPH_URL": "bolt://127.0.0.1:1",
        "HUB_GRAPH_PASSWORD": "nothing is asked",
        "HUB_REDIS_URL": NOWHERE,
        "HUB_SECRET_KEY": "a key that only the tests know, and long",
    }.items():
        monkeypatch.setenv(name, value)
    app.loader.import_default_modules()


def our_tasks() -> set[str]:
    return {name for name in app.tasks if not name.startswith("celery.")}


def test_every_named_task_exists_and_every_task_is_named() -> None:
    assert our_tasks() == set(TaskName)


def test_every_task_names_its_queue() -> None:
    assert set(QUEUE_OF) == set(TaskName)
    routed = {name: app.amqp.router.route({}, name)["queue"].name for name in our_tasks()}
    assert routed == {str(name): str(queue) for name, queue in QUEUE_OF.items()}


@pytest.mark.parametrize("settings", [worker_settings(NOWHERE, SCHEDULE), sender_settings(NOWHERE)])
def test_a_task_is_routed_to_its_queue_by_name(settings: dict[str, dict[str, dict[str, str]]]) -> None:
    assert settings["task_routes"] == {str(n): {"queue": str(q)} for n, q in QUEUE_OF.items()}


def test_the_worker_command_consumes_every_queue(monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[list[str]] = []
    monkeypatch.setattr(app, "worker_main", lines.append)
    worker.run(argparse.Namespace(threads=4))
    [line] = lines
    named = {part.split("=")[0] for part in line}
    assert named.isdisjoint({"-Q", "--queues", "-X", "--exclude-queues"}), "then name all of them here"
    assert set(app.amqp.queues.consume_from) == set(Queue)


def test_a_queue_that_is_not_on_the_list_is_refused() -> None:
    with pytest.raises((KeyError, OperationalError), match="somewhere"):
        app.send_task(str(TaskName.DELIVER_ROW), args=["id"], queue="somewhere")


@pytest.mark.parametrize("name", list(TaskName))
def test_no_task_may_last_until_its_message_is_given_to_another(name: TaskName) -> None:
    task = app.tasks[str(name)]
    assert task.time_limit is not None
    assert task.time_limit < VISIBILITY_SECONDS
    assert task.acks_late
    assert task.reject_on_worker_lost
    assert task.ignore_result


def test_nothing_waits_in_a_worker_until_its_message_is_given_to_another() -> None:
    assert LONGEST_COUNTDOWN_SECONDS < VISIBILITY_SECONDS


def test_messages_are_json_and_one_is_fetched_at_a_time() -> None:
    settings = worker_settings(NOWHERE, SCHEDULE)
    assert settings["accept_content"] == ["json"]
    assert settings["worker_prefetch_multiplier"] == 1
    transport = settings["broker_transport_options"]
    assert transport["visibility_timeout"] == VISIBILITY_SECONDS
    assert transport["unacked_restore_throttle"] == 1, "abandoned messages would be looked for every tenth time only"
