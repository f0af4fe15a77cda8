"""`graph`: the graph layer on a real server, once per server of the run, migrated, and empty when a module begins."""

from collections.abc import Generator
from typing import LiteralString

import pytest

from graph.model.errors import Unavailable
from graph.schema.migrate import apply_migrations
from graph.servers.address import GraphServer
from graph.session import Graph, connect
from tests.givens.cast import ANA
from tests.givens.claims import given_a_placement
from tests.givens.network import given_a_service

RETRY_PAUSES = {"arcade": 0.02, "neo4j": 0.05}
WARM_UPS = 10
WIPE: LiteralString = "MATCH (n) WHERE NOT n:Migration WITH n LIMIT 1000 DETACH DELETE n RETURN count(n) AS gone"
INDEXES_ANEW: tuple[LiteralString, ...] = (
    "DROP INDEX referral_answer_by IF EXISTS",
    "CREATE INDEX referral_answer_by IF NOT EXISTS FOR (n:Referral) ON (n.answer_by)",
    "DROP INDEX event_recorded_at IF EXISTS",
    "CREATE INDEX event_recorded_at IF NOT EXISTS FOR (n:Event) ON (n.recorded_at)",
)


@pytest.fixture(scope="session")
def migrated_graph(graph_server: GraphServer) -> Generator[Graph]:
    """One driver for the whole run of a server; what is in the store belongs to whoever came before."""
    graph = connect(
        graph_server.url, graph_server.user, graph_server.password, retry_pause=RETRY_PAUSES[graph_server.name]
    )
    apply_migrations(graph)
    _warm_up(graph)
    yield graph
    graph.close()


def _warm_up(graph: Graph) -> None:
    """Neo4j plans each statement when it first meets it; on a busy machine a first write would outlast its bound."""
    for _ in range(WARM_UPS):
        try:
            given_a_placement(graph, given_a_service(graph, ANA.at()))
        except Unavailable:
            continue
        return
    raise Unavailable("graph")


@pytest.fixture(scope="module")
def graph(migrated_graph: Graph) -> Graph:
    wipe(migrated_graph)
    return migrated_graph


@pytest.fixture
def empty_graph(graph: Graph) -> Graph:
    """The same, empty when the test begins: for tests that look at everything there is."""
    wipe(graph)
    return graph


def wipe(graph: Graph) -> None:
    """Empties the store, bit by bit, since one transaction over all of it takes the embedded server very long.

    The embedded server never takes an instant out of an index, and a query that meets what is gone fails. The hub
    deletes nothing; here the indexes on instants are made anew.
    """
    while graph.run_alone(WIPE)[0]["gone"]:
        pass
    for statement in INDEXES_ANEW:
        graph.run_alone(statement)


@pytest.fixture(scope="session")
def server_name(graph_server: GraphServer) -> str:
    return graph_server.name


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever asks for a graph server is marked so, and the races, which fill the store, come last on each server."""
    items.sort(key=lambda item: item.get_closest_marker("race") is not None)
    for item in items:
        if "graph_server" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.graph)
