"""Staff of an invented shelter with their session, and a browser without scripts that sends its forms."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from graph.model.account import Account
from graph.model.service import ServiceAtLocation
from graph.session import Graph
from hub.bootstrap import Hub
from tests.auth.browser import Browser
from tests.givens.cast import ANA
from tests.givens.network import a_unit, given_a_service
from tests.pages.server import given_account


@dataclass
class Desk:
    """Sends forms as the page does: with the token of this session."""

    client: TestClient
    token: str = field(default="", repr=False)

    def get(self, path: str) -> Response:
        return self.client.get(path)

    def post(self, path: str, files: Any = None, **fields: Any) -> Response:
        data = {**fields, "csrf_token": self.token}
        answer = self.client.post(path, data=data, files=files)
        assert not answer.headers.get("location", "").startswith("/sign-in"), "the session is over"
        return answer


@pytest.fixture
def shelter(hub: Hub, migrated_graph: Graph) -> ServiceAtLocation:
    """Twenty beds of which four are free, on a graph that has planned its statements already."""
    return given_a_service(hub.graph, ANA.at(hub.clock.now()), units=[a_unit(places=20, name="Beds")], free=4)


@pytest.fixture
def staff(hub: Hub, shelter: ServiceAtLocation) -> Account:
    return given_account(hub, "provider_staff", [shelter.organization_id], language="en")


@pytest.fixture
def desk(hub: Hub, browser: Browser, staff: Account) -> Desk:
    return desk_of(hub, browser, staff)


def desk_of(hub: Hub, browser: Browser, account: Account) -> Desk:
    browser.keep_session(hub.sessions.start(account.id, hub.clock.now()).id)
    return Desk(browser.client, browser.token_on("/site/files"))
