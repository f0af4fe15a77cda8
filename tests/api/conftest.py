"""`network`: a hub with the demonstration network, loaded once for all tests here; and who calls it.

A test runs on the embedded server alone unless it is marked `both_servers`; on Neo4j the network is the few places of
the stories, since those tests bring the places that they need. The clock of `network` only ticks: a test that needs
hours to pass takes an application of its own (`tests.api.a_network.serving`).
"""

from collections.abc import Generator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from graph.repositories.checks import broken_invariants
from graph.servers.address import GraphServer
from tests.api.a_network import TWO_IN_THE_MORNING, LoadedNetwork, TickingClock, load_network, open_hub, serving
from tests.api.calling import Caller
from tests.servers.fixtures import STARTERS, wanted_servers

HERE = Path(__file__).parent
LOAD_SECONDS = 240


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "both_servers: of the outside client's tests, one that runs on every server")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    left_out = [item for item in items if HERE in item.path.parents and not _wanted(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]
    for item in items:
        if HERE in item.path.parents and "network" in getattr(item, "fixturenames", ()):
            # Whichever test comes first loads the network.
            item.add_marker(pytest.mark.timeout(LOAD_SECONDS))


def _wanted(item: pytest.Item) -> bool:
    callspec = getattr(item, "callspec", None)
    server = callspec.params.get("graph_server") if callspec else None
    return server in (None, "arcade") or item.get_closest_marker("both_servers") is not None


@pytest.fixture(scope="package", params=wanted_servers())
def graph_server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Generator[GraphServer]:
    """A server for these tests alone: no other module wipes the network away."""
    with STARTERS[request.param](tmp_path_factory.mktemp(f"api-{request.param}")) as server:
        yield server


@pytest.fixture(scope="package")
def network(graph_server: GraphServer, redis_url: str) -> Generator[LoadedNetwork]:
    clock = TickingClock(TWO_IN_THE_MORNING)
    hub = open_hub(graph_server, redis_url, clock)
    yield load_network(hub, clock, whole=graph_server.name == "arcade")
    broken = hub.graph.read(lambda tx: broken_invariants(tx, now=clock.now()))
    hub.close()
    assert broken == []


@pytest.fixture(scope="package")
def client(network: LoadedNetwork) -> Generator[TestClient]:
    with serving(network.hub, clock=network.clock) as (client, _):
        yield client


@pytest.fixture(scope="package")
def coordinator(client: TestClient, network: LoadedNetwork) -> Caller:
    """Ana, who asks: an intake coordinator of North."""
    return Caller(client, network.tokens["coordinator"])


@pytest.fixture(scope="package")
def chidi(client: TestClient, network: LoadedNetwork) -> Caller:
    """An intake coordinator of South: a stranger to all that North does."""
    return Caller(client, network.tokens["chidi"])


@pytest.fixture(scope="package")
def manager(client: TestClient, network: LoadedNetwork) -> Caller:
    """Acts for every provider of the network."""
    return Caller(client, network.tokens["manager"])


@pytest.fixture(scope="package")
def other_staff(client: TestClient, network: LoadedNetwork) -> Caller:
    """Staff of a provider to whom nothing is sent."""
    return Caller(client, network.tokens["other_staff"])


@pytest.fixture(scope="package")
def planner(client: TestClient, network: LoadedNetwork) -> Caller:
    return Caller(client, network.tokens["planner"])


@pytest.fixture(scope="package")
def auditor(client: TestClient, network: LoadedNetwork) -> Caller:
    return Caller(client, network.tokens["auditor"])
