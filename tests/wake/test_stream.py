"""An open page is told what to fetch again: what concerns its bodies, and nothing else."""

import json
import threading
import time
from collections.abc import Generator, Iterator

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from graph.model.account import Account
from graph.model.events import EventType
from graph.model.ids import OrganizationId
from graph.repositories.recording import happened
from graph.scope import the_hub_itself
from graph.servers.ports import free_port
from hub.bootstrap import Hub
from hub.wake import stream
from tests.auth.a_hub import PASSWORD
from tests.auth.browser import Browser

pytestmark = pytest.mark.graph
STRANGER = OrganizationId("a body that nobody here acts for")


@pytest.fixture
def address(app: FastAPI, hub: Hub) -> Generator[str]:
    """The hub behind a real web server."""
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_config=None, timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started or not hub.redis.pubsub_numpat():
        time.sleep(0.01)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def anas(address: str, ana: Account) -> Iterator[Browser]:
    with httpx.Client(base_url=address, timeout=10) as client:
        browser = Browser(client)
        browser.sign_in(ana.username, PASSWORD)
        yield browser


def happens(hub: Hub, what: EventType, *parties: OrganizationId) -> None:
    actor = the_hub_itself(hub.clock.now())
    hub.graph.write(actor, lambda tx: happened(tx, what, "a subject", parties=parties))


def news(lines: Iterator[str]) -> list[str]:
    """The next list of block names, comments left out."""
    return json.loads(next(line for line in lines if line.startswith("data: ")).removeprefix("data: "))


def test_the_stream_is_for_those_who_are_signed_in(address: str) -> None:
    assert httpx.get(f"{address}/stream").headers["location"] == "/sign-in?next=%2Fstream"


def test_a_page_hears_of_its_own_bodies_and_of_all_capacity(hub: Hub, anas: Browser, shelter: OrganizationId) -> None:
    with anas.client.stream("GET", "/stream") as answer:
        lines = answer.iter_lines()
        next(lines)
        happens(hub, EventType.CASE_OPENED, STRANGER)
        happens(hub, EventType.HOLD_PLACED, STRANGER)
        assert news(lines) == ["capacity"]
        happens(hub, EventType.REFERRAL_SENT, shelter)
        assert news(lines) == ["alerts", "cases", "referrals", "timeline"]


def test_what_happens_together_is_told_at_once(hub: Hub, anas: Browser, shelter: OrganizationId) -> None:
    with anas.client.stream("GET", "/stream") as answer:
        lines = answer.iter_lines()
        next(lines)
        both = the_hub_itself(hub.clock.now())
        hub.graph.write(
            both,
            lambda tx: [
                happened(tx, EventType.FILE_TAKEN, "one", parties=[shelter]),
                happened(tx, EventType.CASE_OPENED, "two", parties=[shelter]),
            ],
        )
        assert news(lines) == ["capacity", "cases", "files", "timeline"]


def test_the_stream_ends_with_the_session(
    hub: Hub, anas: Browser, shelter: OrganizationId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "KEEP_ALIVE_SECONDS", 0.05)
    with anas.client.stream("GET", "/stream") as answer:
        lines = answer.iter_lines()
        assert [next(lines) for _ in range(3)] == [": open", "", ": still here"]
        hub.sessions.end(anas.client.cookies["hub_session"])
        assert set(lines) <= {"", ": still here"}


def test_after_a_lost_line_to_redis_everything_is_read_again(hub: Hub, anas: Browser) -> None:
    with anas.client.stream("GET", "/stream") as answer:
        lines = answer.iter_lines()
        next(lines)
        hub.redis.execute_command("CLIENT", "KILL", "TYPE", "pubsub")
        assert news(lines) == ["alerts", "capacity", "cases", "claims", "files", "referrals", "timeline"]


def test_the_stream_ends_when_the_server_stops(app: FastAPI, anas: Browser) -> None:
    with anas.client.stream("GET", "/stream") as answer:
        lines = answer.iter_lines()
        next(lines)
        app.state.listener.close_all()
        happens(app.state.hub, EventType.HOLD_PLACED)
        assert "data" not in "".join(lines)
