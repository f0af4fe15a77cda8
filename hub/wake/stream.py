"""`GET /stream`: tells an open page which of its blocks to fetch again (server-sent events).

    data: ["capacity", "claims"]

A comment every 15 seconds keeps the line open. It ends with the session, which an open page alone does not prolong,
and with the server.
"""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import suppress
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import StreamingResponse
from redis.exceptions import RedisError
from starlette.concurrency import run_in_threadpool

from hub.auth.current_session import CurrentSession
from hub.auth.dependencies import HubHere, page_requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.paths import STREAM
from hub.wake.listener import Listener, Waiting
from hub.wake.publish import channel

KEEP_ALIVE_SECONDS = 15.0
TOGETHER_SECONDS = 0.15
"""What happens within this time is told at once: one command changes several blocks."""

router = APIRouter(include_in_schema=False)


@router.get(STREAM)
async def stream(
    request: Request,
    hub: HubHere,
    session: CurrentSession,
    subject: Annotated[Subject, Depends(page_requires(Permission.USE_HUB))],
) -> StreamingResponse:
    listener: Listener = request.app.state.listener
    session_id = session.id if session else ""
    channels = [channel(organization) for organization in subject.scope.ids]
    headers = {"X-Accel-Buffering": "no"}
    return StreamingResponse(
        _told(listener, channels, hub, session_id), media_type="text/event-stream", headers=headers
    )


async def _told(listener: Listener, channels: list[str], hub: Hub, session_id: str) -> AsyncGenerator[str]:
    with listener.page(channels) as waiting:
        yield ": open\n\n"
        while not waiting.closing:
            news = await _next(waiting)
            if waiting.closing or not await _is_alive(hub, session_id):
                return
            yield news


async def _next(waiting: Waiting) -> str:
    """The next event, or a comment where nothing happened for a while."""
    with suppress(TimeoutError):
        await asyncio.wait_for(waiting.woken.wait(), KEEP_ALIVE_SECONDS)
    if not waiting.woken.is_set():
        return ": still here\n\n"
    if not waiting.closing:
        await asyncio.sleep(TOGETHER_SECONDS)
    return f"data: {json.dumps(waiting.take())}\n\n"


async def _is_alive(hub: Hub, session_id: str) -> bool:
    """Whether the session still is. With Redis out of reach nobody can tell, and the line is cut."""
    try:
        found = await run_in_threadpool(hub.sessions.find, session_id, hub.clock.now(), touch=False)
    except RedisError:
        return False
    return found is not None
