"""One subscription to Redis per process, handed on to the pages that are open here.

Each open page has a set of block names waiting for it: the set is as small as the number of blocks, whatever happens,
and what comes while a page is being told is told next.
"""

import asyncio
import json
from asyncio import CancelledError, Event, Task
from collections.abc import AsyncGenerator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress

import structlog
from redis.asyncio import Redis
from redis.exceptions import RedisError

from hub.wake.blocks import Block
from hub.wake.publish import EVERYONE

PATTERN = "wake:*"
ALL_BLOCKS = frozenset(Block)
PAUSE_SECONDS = 1.0

log = structlog.get_logger()


class Waiting:
    """What one open page has still to be told."""

    def __init__(self, channels: Iterable[str]) -> None:
        self.channels = frozenset(channels)
        self.woken = Event()
        self.closing = False
        self._blocks: set[str] = set()

    def add(self, blocks: Iterable[str]) -> None:
        self._blocks.update(blocks)
        self.woken.set()

    def close(self) -> None:
        self.closing = True
        self.woken.set()

    def take(self) -> list[str]:
        """The names that have come together, in alphabetical order; then there are none."""
        taken, self._blocks = sorted(self._blocks), set()
        self.woken.clear()
        return taken


class Listener:
    def __init__(self, redis_url: str) -> None:
        self._url = redis_url
        self._pages: set[Waiting] = set()

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Listens for the length of the block, through any loss of Redis."""
        task: Task[None] = asyncio.create_task(self._listen())
        try:
            yield
        finally:
            self.close_all()
            task.cancel()
            with suppress(CancelledError):
                await task

    @contextmanager
    def page(self, channels: Iterable[str]) -> Iterator[Waiting]:
        """An open page that follows these channels and the one of everybody."""
        waiting = Waiting({*channels, EVERYONE})
        self._pages.add(waiting)
        try:
            yield waiting
        finally:
            self._pages.discard(waiting)

    def close_all(self) -> None:
        """Ends every open page's stream: the server stops, and the browser comes back by itself."""
        for waiting in list(self._pages):
            waiting.close()

    async def _listen(self) -> None:
        while True:
            try:
                await self._follow()
            except (RedisError, OSError) as error:
                log.warning("wake_out_of_reach", error=type(error).__name__)
                await asyncio.sleep(PAUSE_SECONDS)

    async def _follow(self) -> None:
        async with Redis.from_url(self._url, decode_responses=True) as redis, redis.pubsub() as subscription:
            await subscription.psubscribe(PATTERN)
            # Whatever was said while nobody listened is made good by reading everything again.
            self._hand_on(None, ALL_BLOCKS)
            async for message in subscription.listen():
                if message["type"] == "pmessage":
                    self._hand_on(message["channel"], json.loads(message["data"]))

    def _hand_on(self, channel: str | None, blocks: Iterable[str]) -> None:
        for waiting in self._pages:
            if channel is None or channel in waiting.channels:
                waiting.add(blocks)
