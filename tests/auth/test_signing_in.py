"""Signing in: the session begins anew, ends on time, and nobody learns which names exist."""

from datetime import timedelta

import pytest

from graph.model.account import Account
from graph.repositories.accounts import set_active, set_password
from graph.scope import the_hub_itself
from hub.auth.sessions import AT_MOST, IDLE
from hub.bootstrap import Hub
from hub.clock import StandingClock
from tests.auth.a_hub import PASSWORD
from tests.auth.browser import Browser

pytestmark = pytest.mark.graph


def test_the_right_password_leads_to_the_desk(browser: Browser, ana: Account) -> None:
    answer = browser.sign_in(ana.username, PASSWORD)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert browser.get("/").headers["location"] == "/desk"


def test_capitals_and_spaces_around_a_name_do_not_matter(browser: Browser, ana: Account) -> None:
    assert browser.sign_in(f" {ana.username.upper()} ", PASSWORD).status_code == 303


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(browser: Browser, ana: Account) -> None:
    wrong = browser.sign_in(ana.username, "not the password at all")
    unknown = browser.sign_in("nobody-here", "not the password at all")
    assert wrong.status_code == unknown.status_code == 401
    assert "Το όνομα ή ο κωδικός δεν είναι σωστά." in wrong.text
    assert _without_what_varies(wrong.text, ana.username) == _without_what_varies(unknown.text, "nobody-here")


def test_a_switched_off_account_gets_that_answer_too(browser: Browser, hub: Hub, ana: Account) -> None:
    hub.graph.write(the_hub_itself(hub.clock.now()), lambda tx: set_active(tx, ana.id, False))
    assert browser.sign_in(ana.username, PASSWORD).status_code == 401


def test_the_password_is_never_sent_back(browser: Browser, ana: Account) -> None:
    assert "not the password" not in browser.sign_in(ana.username, "not the password at all").text


def test_signing_in_makes_a_new_session_and_ends_the_one_before(browser: Browser, ana: Account) -> None:
    """Otherwise who planted a session id beforehand would be signed in with the victim."""
    browser.sign_in(ana.username, PASSWORD)
    first = browser.session
    token = browser.token_on("/a-page")
    answer = browser.client.post("/sign-in", data={"username": ana.username, "password": PASSWORD, "csrf_token": token})
    assert answer.status_code == 303
    second = browser.session
    assert second not in (None, first)
    browser.keep_session(first)
    assert browser.get("/").headers["location"] == "/sign-in?next=%2F"


def test_a_planted_session_id_is_never_taken_over(browser: Browser, ana: Account) -> None:
    token = browser.token_on("/sign-in")
    browser.keep_session("planted")
    fields = {"username": ana.username, "password": PASSWORD, "csrf_token": token}
    assert browser.client.post("/sign-in", data=fields).status_code == 303
    assert browser.session != "planted"


def test_a_session_ends_after_half_an_hour_of_silence(browser: Browser, ana: Account, clock: StandingClock) -> None:
    browser.sign_in(ana.username, PASSWORD)
    clock.move(IDLE - timedelta(seconds=1))
    assert browser.get("/").headers["location"] == "/desk"
    clock.move(IDLE)
    assert browser.get("/").headers["location"] == "/sign-in?next=%2F"


def test_a_page_that_fetches_its_blocks_by_itself_keeps_no_session_alive(
    browser: Browser, ana: Account, clock: StandingClock
) -> None:
    browser.sign_in(ana.username, PASSWORD)
    clock.move(IDLE - timedelta(minutes=1))
    assert browser.get("/a-page?block=claims").status_code == 200
    clock.move(timedelta(minutes=1))
    assert browser.get("/").headers["location"] == "/sign-in?next=%2F"


def test_a_session_ends_after_twelve_hours_however_busy(browser: Browser, ana: Account, clock: StandingClock) -> None:
    browser.sign_in(ana.username, PASSWORD)
    begun = clock.now()
    while clock.now() + timedelta(minutes=20) < begun + AT_MOST:
        clock.move(timedelta(minutes=20))
        assert browser.get("/").headers["location"] == "/desk"
    clock.move(timedelta(minutes=20))
    assert browser.get("/").headers["location"] == "/sign-in?next=%2F"


def test_a_new_password_ends_the_sessions_begun_before(
    browser: Browser, hub: Hub, ana: Account, clock: StandingClock
) -> None:
    browser.sign_in(ana.username, PASSWORD)
    clock.move(timedelta(seconds=1))
    hashed = hub.passwords.hash("another three trees")
    hub.graph.write(the_hub_itself(clock.now()), lambda tx: set_password(tx, ana.id, hashed))
    assert browser.get("/").headers["location"] == "/sign-in?next=%2F"


def test_a_switched_off_account_is_out_at_the_next_request(browser: Browser, hub: Hub, ana: Account) -> None:
    browser.sign_in(ana.username, PASSWORD)
    hub.graph.write(the_hub_itself(hub.clock.now()), lambda tx: set_active(tx, ana.id, False))
    assert browser.get("/").headers["location"] == "/sign-in?next=%2F"


def test_signing_out_ends_the_session_on_the_server(browser: Browser, ana: Account) -> None:
    browser.sign_in(ana.username, PASSWORD)
    kept = browser.session
    answer = browser.client.post("/sign-out", data={"csrf_token": browser.token_on("/a-page")})
    assert answer.headers["location"] == "/sign-in"
    browser.keep_session(kept)
    assert browser.get("/").headers["location"] == "/sign-in?next=%2F"


@pytest.mark.parametrize(
    "elsewhere", ["https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)", "\t//example.org"]
)
def test_nobody_is_sent_to_another_host_after_signing_in(browser: Browser, ana: Account, elsewhere: str) -> None:
    assert browser.sign_in(ana.username, PASSWORD, next_path=elsewhere).headers["location"] == "/"


def test_nobody_is_sent_there_who_was_signed_in_already(browser: Browser, ana: Account) -> None:
    browser.sign_in(ana.username, PASSWORD)
    assert browser.get("/sign-in?next=//example.org").headers["location"] == "/"
    assert browser.get("/sign-in?next=/cases").headers["location"] == "/cases"


def test_one_returns_to_the_page_one_came_for(browser: Browser, ana: Account) -> None:
    answer = browser.sign_in(ana.username, PASSWORD, next_path="/cases/1?block=claims")
    assert answer.headers["location"] == "/cases/1?block=claims"


def _without_what_varies(html: str, username: str) -> str:
    lines = html.replace(username, "NAME").splitlines()
    return "\n".join(line for line in lines if "csrf_token" not in line)
