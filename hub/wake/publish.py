"""Wakes the pages of those whom a change concerns. Redis only wakes: what changed is read from the graph.

A message is a list of block names as JSON, on `wake:<organization id>` or `wake:everyone`. A wake-up that is lost
costs nothing but time, so a failing Redis never fails the change that was just committed.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

import structlog
from redis import Redis, RedisError

from graph.model.events import Event
from graph.model.ids import OrganizationId
from graph.model.outbox import OutboxRow
from graph.session import Committed
from hub.wake.blocks import Block, changed_by, changed_for_everyone

EVERYONE = "wake:everyone"

log = structlog.get_logger()


def channel(organization_id: OrganizationId) -> str:
    return f"wake:{organization_id}"


def wake(
    redis: Redis,
    changed: Mapping[OrganizationId, Iterable[Block]],
    *,
    everyone: Iterable[Block] = (),
) -> None:
    """Tells each organization, and everyone, which blocks to read again."""
    messages = {channel(organization): _message(blocks) for organization, blocks in changed.items()}
    if everyone:
        messages[EVERYONE] = _message(everyone)
    if not messages:
        return
    try:
        with redis.pipeline(transaction=False) as pipeline:
            for name, message in messages.items():
                pipeline.publish(name, message)
            pipeline.execute()
    except RedisError as error:
        log.warning("wake_lost", error=type(error).__name__, channels=len(messages))


def wake_after_commit(redis: Redis) -> Committed:
    """What the graph calls after each committed write."""

    def committed(events: Sequence[Event], rows: Sequence[OutboxRow]) -> None:
        wake(redis, changed_by(events), everyone=changed_for_everyone(events))

    return committed


def _message(blocks: Iterable[Block]) -> str:
    return json.dumps(sorted(blocks))
