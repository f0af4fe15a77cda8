"""Cookies are out of reach of scripts and of other sites, and over HTTPS bound to this very host."""

from http.cookies import SimpleCookie

import pytest
from fastapi import Response

from hub.auth.cookies import SESSION, cookie_name, drop_cookie, set_cookie
from hub.settings import Settings


def settings(*, secure: bool) -> Settings:
    return Settings(
        graph_url="bolt://127.0.0.1:1",
        graph_password="no password is asked",
        redis_url="redis://127.0.0.1:1/0",
        secret_key="a key that only the tests know, and long",
        public_base_url="http://localhost",
        cookie_secure=secure,
    )


@pytest.mark.parametrize(("secure", "name"), [(True, "__Host-hub_session"), (False, "hub_session")])
def test_a_session_cookie_ends_with_the_browser_and_is_hidden_from_scripts(secure: bool, name: str) -> None:
    response = Response()
    set_cookie(settings(secure=secure), response, SESSION, "x")
    morsel = SimpleCookie(response.headers["set-cookie"])[name]
    assert (morsel["httponly"], morsel["samesite"], morsel["path"], morsel["max-age"]) == (True, "lax", "/", "")
    assert bool(morsel["secure"]) is secure
    assert not morsel["domain"]


def test_a_cookie_is_dropped_under_the_name_it_was_set_under() -> None:
    response = Response()
    drop_cookie(settings(secure=True), response, SESSION)
    assert cookie_name(settings(secure=True), SESSION) in SimpleCookie(response.headers["set-cookie"])
