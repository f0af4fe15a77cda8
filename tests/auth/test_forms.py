"""A form without a token of its own session is refused before anything else is looked at."""

import pytest

from graph.model.account import Account
from tests.auth.a_hub import PASSWORD
from tests.auth.browser import Browser

pytestmark = pytest.mark.graph


@pytest.mark.parametrize("token", [None, "", "no-dot", "salt.deadbeef"])
def test_signing_in_needs_the_token_of_the_form(browser: Browser, ana: Account, token: str | None) -> None:
    browser.get("/sign-in")
    fields = {"username": ana.username, "password": PASSWORD}
    answer = browser.client.post("/sign-in", data=fields if token is None else {**fields, "csrf_token": token})
    assert (answer.status_code, browser.session) == (403, None)
    assert "Αυτή η φόρμα δεν ισχύει πια" in answer.text


def test_a_signed_in_person_is_not_signed_out_by_another_site(browser: Browser, ana: Account) -> None:
    browser.sign_in(ana.username, PASSWORD)
    assert browser.client.post("/sign-out").status_code == 403
    assert browser.get("/").headers["location"] == "/desk"


def test_the_token_of_another_session_does_not_help(browser: Browser, ana: Account) -> None:
    browser.sign_in(ana.username, PASSWORD)
    of_the_first = browser.token_on("/a-page")
    browser.client.cookies.clear()
    browser.sign_in(ana.username, PASSWORD)
    assert browser.client.post("/sign-out", data={"csrf_token": of_the_first}).status_code == 403


def test_scripts_may_send_the_token_as_a_header(browser: Browser, ana: Account) -> None:
    browser.sign_in(ana.username, PASSWORD)
    headers = {"X-CSRF-Token": browser.token_on("/a-page")}
    assert browser.client.post("/sign-out", headers=headers).status_code == 303


def test_the_language_follows_the_account(browser: Browser, ana: Account) -> None:
    browser.sign_in(ana.username, PASSWORD)
    assert "in English" in browser.get("/a-page").text
    fields = {"language": "el", "return_to": "/a-page", "csrf_token": browser.token_on("/a-page")}
    assert browser.client.post("/language", data=fields).headers["location"] == "/a-page"
    assert "in Greek" in browser.get("/a-page").text


@pytest.mark.parametrize("elsewhere", ["//example.org", "https://example.org", "/\\example.org"])
def test_the_language_switch_leads_to_no_other_host(browser: Browser, elsewhere: str) -> None:
    answer = browser.client.get("/language/en", params={"return_to": elsewhere})
    assert answer.headers["location"] == "/"
