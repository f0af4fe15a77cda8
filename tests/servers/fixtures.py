"""Real servers for the tests: `graph_server` (each server named by HUB_TEST_SERVERS in turn) and `redis_url`.

HUB_TEST_SERVERS is `arcade,neo4j` when it is not set; `arcade` alone is quicker while writing code.
"""

import os
from collections.abc import Generator

import pytest

from graph.servers.address import GraphServer
from tests.servers.arcade import start_arcade
from tests.servers.neo4j import start_neo4j
from tests.servers.redis import start_redis

STARTERS = {"arcade": start_arcade, "neo4j": start_neo4j}


def wanted_servers() -> list[str]:
    names = os.environ.get("HUB_TEST_SERVERS", "arcade,neo4j").split(",")
    unknown = sorted(set(names) - set(STARTERS))
    if unknown:
        raise pytest.UsageError(f"HUB_TEST_SERVERS names unknown servers: {unknown}; known: {sorted(STARTERS)}")
    return names


@pytest.fixture(scope="session", params=wanted_servers())
def graph_server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Generator[GraphServer]:
    """A running graph server for the whole run; a test that needs it empty must empty it."""
    with STARTERS[request.param](tmp_path_factory.mktemp(request.param)) as server:
        yield server


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Generator[str]:
    """The address of a running Redis, password included."""
    with start_redis(tmp_path_factory.mktemp("redis")) as url:
        yield url
