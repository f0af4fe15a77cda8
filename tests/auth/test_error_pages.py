"""Error pages: both languages, helplines, and no difference between hidden and absent."""

from dataclasses import replace

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from redis import Redis

from graph.model.account import Account
from hub.app import assemble
from hub.bootstrap import Hub
from tests.auth.a_hub import PASSWORD
from tests.auth.browser import Browser

pytestmark = pytest.mark.graph


def test_a_strangers_record_and_one_that_is_not_there_look_the_same(browser: Browser, ana: Account) -> None:
    browser.sign_in(ana.username, PASSWORD)
    of_a_stranger, absent = browser.get("/records/aaaa"), browser.get("/records/bbbb")
    assert of_a_stranger.status_code == absent.status_code == 404
    assert _masked(of_a_stranger.text.replace("aaaa", "ID")) == _masked(absent.text.replace("bbbb", "ID"))


def test_an_error_page_speaks_both_languages_and_gives_numbers(client: TestClient) -> None:
    page = client.get("/not-there").text
    for text in ("Δεν υπάρχει", "Not there", "112", "197"):
        assert text in page


def test_a_page_error_nobody_foresaw_keeps_the_security_headers(app: FastAPI) -> None:
    def broken() -> None:
        raise RuntimeError("Maria of Larissa")

    app.add_api_route("/broken", broken)
    with TestClient(app) as client:
        answer = client.get("/broken")
    assert answer.status_code == 500
    assert "Maria" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-request-id"]


def test_after_a_form_whose_session_is_over_one_returns_to_the_page_of_the_form(client: TestClient) -> None:
    answer = client.post("/a-page", headers={"Referer": "http://testserver/a-page?block=claims"})
    assert answer.headers["location"] == "/sign-in?next=%2Fa-page%3Fblock%3Dclaims"


def test_a_lost_redis_is_told_as_such(hub: Hub) -> None:
    without = replace(hub, redis=Redis(port=1))
    with TestClient(assemble(without), follow_redirects=False, cookies={"hub_session": "x"}) as client:
        answer = client.get("/")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")


def _masked(html: str) -> str:
    return "\n".join(line for line in html.splitlines() if "csrf_token" not in line)
