"""Starts delivery right after a commit, so that a receiver need not wait for the next sweep of the outbox.

A kick that is lost costs nothing but time: the sweep finds the rows. So a failing Redis never fails the change that
was just committed, and does not hold up the next ones either.
"""

import time
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import structlog

from graph.model.errors import Unavailable
from graph.model.events import Event
from graph.model.outbox import OutboxRow
from graph.session import Committed
from hub.clock import Clock
from hub.tasks.config import LONGEST_COUNTDOWN_SECONDS
from hub.tasks.queues import TaskName
from hub.tasks.sending import send

FURTHEST_AHEAD = timedelta(seconds=LONGEST_COUNTDOWN_SECONDS)
AFTER_DUE = timedelta(milliseconds=50)
"""Nobody who comes a moment too early takes a row."""

QUIET_SECONDS = 5.0
"""How long nothing is tried after a failure: the rhythm of the sweep, which goes through the same Redis."""

log = structlog.get_logger()


class Kick:
    def __init__(self, redis_url: str) -> None:
        self._redis_url = redis_url
        self._quiet_until = 0.0

    def kick_outbox(self, rows: Iterable[OutboxRow], now: datetime) -> None:
        """Has each row delivered when it is due; one due in more than a minute is left to the sweep."""
        soon = [row for row in rows if row.due_at <= now + FURTHEST_AHEAD]
        if not soon or time.monotonic() < self._quiet_until:
            return
        try:
            for row in soon:
                ahead = row.due_at - now
                after = ahead + AFTER_DUE if ahead > timedelta(0) else ahead
                send(self._redis_url, TaskName.DELIVER_ROW, row.id, after=after)
        except Unavailable:
            self._quiet_until = time.monotonic() + QUIET_SECONDS
            log.warning("kick_lost", rows=len(soon))


def kick_after_commit(redis_url: str, clock: Clock) -> Committed:
    """What the graph calls after each committed write."""
    kick = Kick(redis_url)

    def committed(events: Sequence[Event], rows: Sequence[OutboxRow]) -> None:
        kick.kick_outbox(rows, clock.now())

    return committed
