"""The session that a request brings in its cookie, looked up once per request."""

from typing import Annotated

from fastapi import Depends, Request

from hub.auth.cookies import SESSION, read_cookie
from hub.auth.sessions import Session
from hub.bootstrap import Hub
from hub.paths import STREAM


def the_hub(request: Request) -> Hub:
    return request.app.state.hub


HubHere = Annotated[Hub, Depends(the_hub)]


def current_session(request: Request, hub: HubHere) -> Session | None:
    session_id = read_cookie(request, SESSION)
    touch = not is_by_itself(request)
    session = hub.sessions.find(session_id, hub.clock.now(), touch=touch) if session_id else None
    request.state.session = session
    return session


def is_by_itself(request: Request) -> bool:
    """Whether an open page asked without anybody touching it; that must not keep its session alive."""
    return request.url.path == STREAM or "block" in request.query_params


CurrentSession = Annotated[Session | None, Depends(current_session)]
