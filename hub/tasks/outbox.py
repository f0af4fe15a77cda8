"""Delivery of outbox rows: in order per receiver, one in flight, at least once, and one alert however often.

1. Lease: the row is marked as taken, if it is due, its receiver's oldest, and nobody else's.
2. Hand over: the alert is raised and the row is delivered, in one transaction, if the lease is still ours.
3. Wake the receiver's pages, and go on to the receiver's next row.

Whoever dies between 1 and 2 leaves a lease that runs out; the sweep then has the row delivered again.
"""

from datetime import datetime

import structlog

from graph.model.events import EventType
from graph.model.ids import OrganizationId, OutboxRowId
from graph.model.outbox import OutboxRow, OutboxStatus
from graph.repositories.alerts import raise_alert
from graph.repositories.deliveries import find_first_waiting, still_leased
from graph.repositories.outbox import MOST_ATTEMPTS, finish_row, lease_row, list_due_rows
from graph.repositories.referral_decisions import deliver_referral
from graph.scope import the_hub_itself
from graph.session import Writing
from hub.bootstrap import Hub
from hub.tasks.outcomes import Outcome
from hub.tasks.queues import TaskName
from hub.tasks.retrying import hub_task
from hub.tasks.sending import send, send_each
from hub.wake.blocks import Block
from hub.wake.publish import wake

MOST_AT_ONCE = 500
WOKEN = frozenset({Block.ALERTS, Block.REFERRALS})

log = structlog.get_logger()


class NotItsTurn(Exception):
    """An older row of the same receiver comes first: `first_id`."""

    def __init__(self, first_id: OutboxRowId) -> None:
        super().__init__(first_id)
        self.first_id = first_id


@hub_task(TaskName.SWEEP_OUTBOX, seconds=15, retries=0)
def sweep_outbox(hub: Hub) -> Outcome:
    """Finds rows that are due, or whose lease has run out, and starts with the oldest of each receiver."""
    now = hub.clock.now()
    due = hub.graph.read(lambda tx: list_due_rows(tx, now=now, limit=MOST_AT_ONCE))
    oldest: dict[OrganizationId, OutboxRowId] = {}
    for row in sorted(due, key=lambda row: (row.due_at, row.id)):
        oldest.setdefault(row.receiver_id, row.id)
    return send_each(hub.settings.redis_url, TaskName.DELIVER_ROW, oldest.values())


@hub_task(TaskName.DELIVER_ROW, seconds=30)
def deliver_row(hub: Hub, row_id: str) -> Outcome:
    """Delivers one row, or leaves it to whoever has it, or to its turn."""
    try:
        row = hub.graph.write(the_hub_itself(hub.clock.now()), lambda tx: _lease(tx, row_id))
    except NotItsTurn as turn:
        # The older row's own kick may be the one that was lost. If it is in flight, this finds nothing to do.
        send(hub.settings.redis_url, TaskName.DELIVER_ROW, turn.first_id)
        return Outcome.NOT_YET
    if row is None:
        return Outcome.MOVED_ON
    outcome = hub.graph.write(the_hub_itself(hub.clock.now()), lambda tx: _hand_over(tx, row))
    if outcome is Outcome.DONE:
        wake(hub.redis, {row.receiver_id: WOKEN})
    elif outcome is Outcome.GAVE_UP:
        log.error("outbox_row_gave_up", row_id=row.id, event_id=row.event_id)
    _go_on(hub, row.receiver_id, hub.clock.now())
    return outcome


def _lease(tx: Writing, row_id: str) -> OutboxRow | None:
    row = lease_row(tx, row_id)
    if row is None:
        return None
    first_id = find_first_waiting(tx, row.receiver_id, now=tx.actor.at)
    if first_id is not None and first_id != row.id:
        raise NotItsTurn(first_id)
    return row


def _hand_over(tx: Writing, row: OutboxRow) -> Outcome:
    if not still_leased(tx, row.id, attempt=row.attempts + 1):
        return Outcome.MOVED_ON
    if row.attempts >= MOST_ATTEMPTS:
        finish_row(tx, row.id, OutboxStatus.GAVE_UP)
        return Outcome.GAVE_UP
    if row.event_type == EventType.REFERRAL_SENT:
        deliver_referral(tx, row.subject_id)
    raise_alert(tx, row)
    finish_row(tx, row.id, OutboxStatus.DELIVERED)
    return Outcome.DONE


def _go_on(hub: Hub, receiver_id: OrganizationId, now: datetime) -> None:
    following = hub.graph.read(lambda tx: find_first_waiting(tx, receiver_id, now=now))
    if following is not None:
        send(hub.settings.redis_url, TaskName.DELIVER_ROW, following)
