"""A token in every form, bound to the session that the form was made for.

A page gets `form_token(secret)`; every POST of a page is checked against the secret of its session before anything
else is looked at. Each token carries a salt of its own, so that no two forms show the same one. Before somebody has
signed in, a cookie that only the sign-in page sets takes the place of the session.
"""

from hashlib import sha256
from hmac import compare_digest, new
from secrets import token_urlsafe
from typing import Annotated

from fastapi import Depends, Request

from hub.auth.cookies import VISITOR, read_cookie
from hub.auth.current_session import CurrentSession
from hub.errors import FormRefused

FIELD = "csrf_token"
HEADER = "X-CSRF-Token"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def new_secret() -> str:
    return token_urlsafe(32)


def form_token(secret: str) -> str:
    """A new token for one form."""
    salt = token_urlsafe(12)
    return f"{salt}.{_signature(secret, salt)}"


def is_of(secret: str, token: str) -> bool:
    """Whether the token was made with the secret; takes the same time for every wrong one."""
    salt, _, signature = token.partition(".")
    return compare_digest(_signature(secret, salt).encode(), signature.encode())


def _signature(secret: str, salt: str) -> str:
    return new(secret.encode(), salt.encode(), sha256).hexdigest()


async def checked_form(request: Request, session: CurrentSession) -> None:
    """Raises FormRefused unless the request is safe or brings a token of its own session."""
    if request.method in SAFE_METHODS:
        return
    secret = session.form_secret if session else read_cookie(request, VISITOR)
    token = request.headers.get(HEADER) or await _field(request)
    if not secret or not token or not is_of(secret, token):
        raise FormRefused


async def _field(request: Request) -> str | None:
    # The form is parsed once and kept with the request; the route reads the same one.
    value = (await request.form()).get(FIELD)
    return value if isinstance(value, str) else None


CheckedForm = Annotated[None, Depends(checked_form)]
