"""Signing in and out, the first page, and the choice of language."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from graph.repositories.accounts import set_language
from graph.scope import Actor
from hub import paths
from hub.auth import sign_in
from hub.auth.cookies import A_YEAR, LANGUAGE, SESSION, VISITOR, drop_cookie, read_cookie, set_cookie
from hub.auth.csrf import CheckedForm, new_secret
from hub.auth.current_session import CurrentSession
from hub.auth.dependencies import HubHere, page_requires
from hub.auth.frame import frame_for
from hub.auth.permissions import Permission
from hub.auth.sessions import Session
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.errors import TooManyTries
from hub.web.i18n import Language, translate
from hub.web.i18n import msgid as _
from hub.web.page import render, safe_return_path

router = APIRouter(include_in_schema=False)
NextPath = Annotated[str, Query(alias="next")]

REFUSED = _("The name or the password is not right.")
"""The same for every reason, so that nobody learns which names exist."""
RESTING = _("Try again in %(minutes)s minutes, or call your administrator.")


@router.get(paths.HOME)
def home(subject: Annotated[Subject, Depends(page_requires(Permission.USE_HUB))]) -> RedirectResponse:
    return RedirectResponse(paths.home_of(subject.role), 303)


@router.get(paths.SIGN_IN)
def show_sign_in(request: Request, hub: HubHere, session: CurrentSession, wanted: NextPath = paths.HOME) -> Response:
    if session:
        return RedirectResponse(safe_return_path(wanted), 303)
    return _form(request, hub, {"next": safe_return_path(wanted)})


@router.post(paths.SIGN_IN)
def do_sign_in(
    request: Request,
    hub: HubHere,
    _checked: CheckedForm,
    username: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    wanted: Annotated[str, Form(alias="next")] = paths.HOME,
) -> Response:
    kept = {"username": username[: sign_in.LONGEST_USERNAME], "next": safe_return_path(wanted)}
    language = frame_for(request).language
    try:
        signed_in = sign_in.sign_in(hub, username=username, password=password, address=_address(request))
    except TooManyTries as resting:
        return _form(request, hub, kept, translate(language, RESTING, **dict(resting.details)), 429)
    if signed_in is None:
        return _form(request, hub, kept, translate(language, REFUSED), 401)
    # An older session of this browser ends with the new one: its id may be known to somebody else.
    _end_session_of(request, hub)
    response = RedirectResponse(kept["next"], 303)
    set_cookie(hub.settings, response, SESSION, signed_in.session.id)
    set_cookie(hub.settings, response, LANGUAGE, signed_in.language, seconds=A_YEAR)
    drop_cookie(hub.settings, response, VISITOR)
    return response


@router.post(paths.SIGN_OUT)
def sign_out(request: Request, hub: HubHere, _checked: CheckedForm) -> Response:
    _end_session_of(request, hub)
    response = RedirectResponse(paths.SIGN_IN, 303)
    drop_cookie(hub.settings, response, SESSION)
    # What the browser kept of pages about people goes with the session.
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


@router.get(f"{paths.LANGUAGE}/{{language}}")
def follow_language_link(
    hub: HubHere, session: CurrentSession, language: Language, return_to: str = paths.HOME
) -> Response:
    """The switch in the header is a link, so that it works on pages without a form."""
    return _in_language(hub, session, language, return_to)


@router.post(paths.LANGUAGE)
def choose_language(
    hub: HubHere,
    session: CurrentSession,
    _checked: CheckedForm,
    language: Annotated[Language, Form()],
    return_to: Annotated[str, Form()] = paths.HOME,
) -> Response:
    return _in_language(hub, session, language, return_to)


def _in_language(hub: Hub, session: Session | None, language: Language, return_to: str) -> Response:
    if session:
        actor = Actor(session.account_id, None, hub.clock.now())
        hub.graph.write(actor, lambda tx: set_language(tx, session.account_id, language))
    response = RedirectResponse(safe_return_path(return_to), 303)
    set_cookie(hub.settings, response, LANGUAGE, language, seconds=A_YEAR)
    return response


def _form(request: Request, hub: Hub, kept: dict[str, str], refusal: str | None = None, status: int = 200) -> Response:
    """The sign-in form with what was typed, never the password, and a cookie that its token is bound to."""
    secret = read_cookie(request, VISITOR) or new_secret()
    html = render(
        hub.templates,
        "sign_in.html",
        frame_for(request, form_secret=secret),
        errors={"username": refusal} if refusal else {},
        **{"username": "", **kept},
    )
    response = HTMLResponse(html, status)
    set_cookie(hub.settings, response, VISITOR, secret)
    return response


def _end_session_of(request: Request, hub: Hub) -> None:
    session_id = read_cookie(request, SESSION)
    if session_id:
        hub.sessions.end(session_id)


def _address(request: Request) -> str:
    return request.client.host if request.client else "unknown"
