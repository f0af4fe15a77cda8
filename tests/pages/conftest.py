"""Browsers on a running hub: `visitors` opens pages for people, `hub` and `clock` are those of the server."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from graph.servers.address import GraphServer
from hub.bootstrap import Hub
from hub.clock import StandingClock
from tests.givens.cast import NOW
from tests.pages.browser import Visitors, chromium_running
from tests.pages.server import Served, served
from tests.servers.fixtures import wanted_servers

HERE = Path(__file__).parent


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A page looks the same on every graph server: one is enough."""
    others = [item for item in items if HERE in item.path.parents and _server_of(item) in wanted_servers()[1:]]
    if others:
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if item not in others]


def _server_of(item: pytest.Item) -> str | None:
    called = getattr(item, "callspec", None)
    return called.params.get("graph_server") if called else None


@pytest.fixture(scope="package")
def running_hub(graph_server: GraphServer, redis_url: str) -> Iterator[Served]:
    with served(graph_server, redis_url) as running:
        yield running


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    with chromium_running() as browser:
        yield browser


@pytest.fixture
def clock(running_hub: Served) -> StandingClock:
    """Eight in the evening in Athens when a test begins."""
    running_hub.clock.at = NOW
    return running_hub.clock


@pytest.fixture
def hub(running_hub: Served, clock: StandingClock) -> Hub:
    return running_hub.hub


@pytest.fixture
def visitors(chromium: Browser, running_hub: Served, clock: StandingClock) -> Iterator[Visitors]:
    """What a page writes to the console as an error, and what it asks of another host, fails the test."""
    opened = Visitors(chromium, running_hub)
    yield opened
    opened.leave()
    assert opened.complaints == []
