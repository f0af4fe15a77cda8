"""A wake-up that is lost costs nothing but time."""

import asyncio

import pytest
from redis import Redis

from graph.model.events import EventType
from graph.model.ids import OrganizationId
from graph.repositories.recording import happened
from graph.scope import the_hub_itself
from hub.bootstrap import Hub
from hub.wake.blocks import Block
from hub.wake.listener import Waiting
from hub.wake.publish import wake, wake_after_commit


@pytest.mark.graph
def test_a_failing_redis_fails_no_change(hub: Hub, shelter: OrganizationId) -> None:
    hub.graph.on_committed = wake_after_commit(Redis(port=1))
    actor = the_hub_itself(hub.clock.now())
    event = hub.graph.write(actor, lambda tx: happened(tx, EventType.CASE_OPENED, "c", parties=[shelter]))
    kept = hub.graph.read(lambda tx: tx.rows("MATCH (e:Event {id: $id}) RETURN e.id AS id", id=event.id))
    assert len(kept) == 1


def test_messages_hold_names_of_blocks_only(redis_url: str) -> None:
    redis = Redis.from_url(redis_url, decode_responses=True)
    with redis.pubsub() as subscription:
        subscription.psubscribe("wake:*")
        subscription.get_message(timeout=5)
        wake(redis, {OrganizationId("one"): [Block.CLAIMS, Block.ALERTS]}, everyone=[Block.CAPACITY])
        told = [subscription.get_message(timeout=5) for _ in range(2)]
    assert {(m["channel"], m["data"]) for m in told if m} == {
        ("wake:one", '["alerts", "claims"]'),
        ("wake:everyone", '["capacity"]'),
    }


def test_what_waits_for_a_page_never_grows_beyond_the_blocks() -> None:
    async def waited() -> list[str]:
        waiting = Waiting(["wake:one"])
        for _ in range(10_000):
            waiting.add(["claims", "capacity"])
        return waiting.take()

    assert asyncio.run(waited()) == ["capacity", "claims"]
