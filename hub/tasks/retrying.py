"""The one way to write a task: `@hub_task(name, seconds=…)` over a function of the hub and some ids.

The function reads again what it is about, checks, acts and returns an `Outcome`. What it raises is sorted here: where
trying again helps it is tried again, later each time; all else ends as GAVE_UP, and the log says why.
"""

import random
import time
from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec

import structlog
from celery import Task

from graph.model.errors import HubError
from hub.bootstrap import Hub
from hub.tasks.app import app
from hub.tasks.config import LONGEST_COUNTDOWN_SECONDS
from hub.tasks.outcomes import Outcome
from hub.tasks.process import hub_of_process
from hub.tasks.queues import TaskName

Ids = ParamSpec("Ids")
Work = Callable[Concatenate[Hub, Ids], Outcome]

MOST_RETRIES = 6
FIRST_PAUSE_SECONDS = 1.0
QUIET_OUTCOMES = frozenset({Outcome.NOTHING_TO_DO})

log = structlog.get_logger()


def hub_task(name: TaskName, *, seconds: int, retries: int = MOST_RETRIES) -> Callable[[Work[Ids]], Work[Ids]]:
    """Registers a function as the task `name` and gives it back as it was, to be called with a hub of one's own.

    `retries`: 0 for what the schedule brings again anyway.
    """

    def decorate(work: Work[Ids]) -> Work[Ids]:
        @app.task(bind=True, name=str(name), time_limit=seconds, max_retries=retries)
        def task(self: "Task[Any, Any]", *ids: str) -> str:  # pyright: ignore[reportUnusedFunction]
            with structlog.contextvars.bound_contextvars(task=str(name), ids=list(ids)):
                return str(_ended(self, lambda: work(hub_of_process(), *ids), seconds))  # pyright: ignore

        return work

    return decorate


def pause_seconds(tries: int) -> float:
    """Twice as long after each try, a minute at most; by chance up to half of it less, as many fail together."""
    longest = min(FIRST_PAUSE_SECONDS * 2**tries, LONGEST_COUNTDOWN_SECONDS)
    return random.uniform(longest / 2, longest)


def _ended(task: "Task[Any, Any]", work: Callable[[], Outcome], seconds: int) -> Outcome:
    began = time.monotonic()
    outcome = _tried(task, work)
    if outcome not in QUIET_OUTCOMES:
        log.info("task_ended", outcome=str(outcome))
    if time.monotonic() - began > seconds:
        log.warning("task_took_long", limit_seconds=seconds)
    return outcome


def _tried(task: "Task[Any, Any]", work: Callable[[], Outcome]) -> Outcome:
    try:
        return work()
    except HubError as error:
        tries = task.request.retries
        if error.retry_helps and tries < (task.max_retries or 0):
            pause = pause_seconds(tries)
            log.warning("task_tried_again_later", code=error.code, tries=tries + 1, pause_seconds=round(pause, 1))
            raise task.retry(countdown=pause) from error
        log.error("task_gave_up", code=error.code, tries=tries + 1)
    except Exception:
        # A fault in our own code: told without its message, which may hold values, and not tried again.
        log.exception("task_failed")
    return Outcome.GAVE_UP
