"""Which language a request is answered in."""

from fastapi import Request

from hub.auth.cookies import LANGUAGE, read_cookie
from hub.auth.subject import Subject
from hub.web.i18n import Language, negotiate


def language_of(request: Request) -> Language:
    """On the API: what Accept-Language likes best, else Greek."""
    return negotiate(None, None, request.headers.get("Accept-Language"))


def page_language_of(request: Request) -> Language:
    """On pages: the account's, else the cookie's, else what the browser likes best, else Greek."""
    subject: Subject | None = getattr(request.state, "subject", None)
    own = subject.language if subject else None
    return negotiate(own, read_cookie(request, LANGUAGE), request.headers.get("Accept-Language"))
