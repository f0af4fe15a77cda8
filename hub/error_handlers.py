"""Errors become answers here and nowhere else: problem+json on the API, a page elsewhere.

The page for what a stranger may not see is the page for what is not there, letter by letter.
"""

from collections.abc import Mapping
from urllib.parse import quote, urlsplit

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from redis.exceptions import RedisError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.model.errors import HubError, Unavailable
from hub.api.language import language_of, page_language_of
from hub.error_pages import error_page
from hub.errors import NotSignedIn, ProblemWith
from hub.logging import without_values
from hub.paths import METRICS, SIGN_IN
from hub.problems import Tell, problem_of, status_problem, validation_problem
from hub.web.i18n import Language
from hub.web.page import safe_return_path

PROBLEM_JSON = "application/problem+json"

log = structlog.get_logger()


def add_error_handlers(app: FastAPI) -> None:
    app.add_exception_handler(HubError, _hub_error)
    app.add_exception_handler(ProblemWith, _problem_with)
    app.add_exception_handler(RedisError, _redis_error)
    app.add_exception_handler(RequestValidationError, _validation_error)
    app.add_exception_handler(HTTPException, _http_exception)


def is_api(request: Request) -> bool:
    """Whether a program asks, which is told in JSON and never sent to sign in."""
    return request.url.path.startswith("/api/") or request.url.path == METRICS


def answer(request: Request, tell: Tell, headers: Mapping[str, str] | None = None) -> Response:
    """The answer of an error that `tell` puts into words in a language."""
    problem = tell(reader_language(request))
    sent = dict(headers or {})
    if problem.retry_after is not None:
        sent["Retry-After"] = str(problem.retry_after)
    if is_api(request):
        return JSONResponse(problem.as_json(), problem.status, sent, media_type=PROBLEM_JSON)
    return HTMLResponse(error_page(request, tell), problem.status, sent)


def reader_language(request: Request) -> Language:
    return language_of(request) if is_api(request) else page_language_of(request)


def _hub_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HubError)
    return _told(request, error, {})


def _problem_with(request: Request, error: Exception) -> Response:
    assert isinstance(error, ProblemWith)
    return _told(request, error.error, error.members)


def _redis_error(request: Request, error: Exception) -> Response:
    log.warning("redis_out_of_reach", error=type(error).__name__)
    return _told(request, Unavailable("redis"), {})


def _told(request: Request, error: HubError, members: Mapping[str, object]) -> Response:
    if isinstance(error, NotSignedIn) and not is_api(request):
        return _to_sign_in(request)
    if error.status >= 500:
        log.warning("refused", code=error.code, part=error.details.get("part"))
    headers = {"WWW-Authenticate": _challenge(request)} if isinstance(error, NotSignedIn) else {}
    return answer(request, lambda language: problem_of(error, language, members), headers)


def _challenge(request: Request) -> str:
    given = request.headers.get("Authorization")
    return 'Bearer realm="hub", error="invalid_token"' if given else 'Bearer realm="hub"'


def _to_sign_in(request: Request) -> Response:
    """Back to the same page afterwards; after a form, to the page that the form stood on."""
    came_from = request.headers.get("Referer", "")
    own = request.url if request.method == "GET" else urlsplit(came_from)
    path = own.path + (f"?{own.query}" if own.query else "")
    return RedirectResponse(f"{SIGN_IN}?next={quote(safe_return_path(path), safe='')}", 303)


def _validation_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return answer(request, lambda language: validation_problem(error.errors(), language))


def _http_exception(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return answer(request, lambda language: status_problem(error.status_code, language), error.headers)


class Unexpected:
    """ASGI middleware, the innermost: tells of an error that nobody foresaw, and lets it go no further.

    The framework's own handling would answer outside of all other middleware, without its headers, and would hand
    the error on to the server, which logs its message.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, noted)
        except Exception as error:  # noqa: BLE001 - the edge of the hub: beyond it is only the server
            log.error("unexpected", **without_values(error))
            if begun or scope["type"] != "http":
                return
            request = Request(scope, receive)
            response = await run_in_threadpool(answer, request, lambda language: status_problem(500, language))
            await response(scope, receive, noted)
