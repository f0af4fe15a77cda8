"""Puts a task on its queue, by name and ids: for requests after their commit, and for tasks that find work."""

from collections.abc import Iterable
from datetime import timedelta
from functools import cache

from celery import Celery
from kombu.exceptions import OperationalError

from graph.model.errors import Unavailable
from hub.tasks.config import LONGEST_COUNTDOWN_SECONDS, sender_settings
from hub.tasks.outcomes import Outcome
from hub.tasks.queues import TaskName

AT_ONCE = timedelta(0)


def send(redis_url: str, name: TaskName, *ids: str, after: timedelta = AT_ONCE) -> None:
    """Raises Unavailable where Redis does not take it at the first try, after a second at most.

    `after` is cut at a minute: who comes too early finds nothing to do, and the sweep comes again.
    """
    countdown = min(after.total_seconds(), LONGEST_COUNTDOWN_SECONDS)
    try:
        _sender(redis_url).send_task(str(name), args=ids, countdown=countdown if countdown > 0 else None)
    except OperationalError as error:
        raise Unavailable("redis") from error


def send_each(redis_url: str, name: TaskName, ids: Iterable[str]) -> Outcome:
    """One task for each id. The embedded graph finds a thing twice whose instant has been moved; it is sent once."""
    outcome = Outcome.NOTHING_TO_DO
    for id_ in dict.fromkeys(ids):
        send(redis_url, name, id_)
        outcome = Outcome.DONE
    return outcome


@cache
def _sender(redis_url: str) -> Celery:
    """One per address and process: it keeps the connections."""
    sender = Celery("hub-sender", set_as_current=False)
    sender.conf.update(sender_settings(redis_url))
    return sender
