"""The hub's cookies: none is readable by scripts, none goes with requests that other sites start by themselves.

Over HTTPS their names begin with `__Host-`, which binds them to this very host and path.
"""

from fastapi import Request, Response

from hub.settings import Settings

SESSION = "hub_session"
VISITOR = "hub_visitor"
LANGUAGE = "hub_language"
A_YEAR = 365 * 24 * 3600


def cookie_name(settings: Settings, cookie: str) -> str:
    return f"__Host-{cookie}" if settings.cookie_secure else cookie


def read_cookie(request: Request, cookie: str) -> str | None:
    return request.cookies.get(cookie_name(request.app.state.hub.settings, cookie))


def set_cookie(settings: Settings, response: Response, cookie: str, value: str, *, seconds: int | None = None) -> None:
    """`seconds` it is kept; None ends it with the browser."""
    response.set_cookie(
        cookie_name(settings, cookie),
        value,
        max_age=seconds,
        path="/",
        secure=settings.cookie_secure,
        httponly=True,
        samesite="lax",
    )


def drop_cookie(settings: Settings, response: Response, cookie: str) -> None:
    response.delete_cookie(
        cookie_name(settings, cookie), path="/", secure=settings.cookie_secure, httponly=True, samesite="lax"
    )
