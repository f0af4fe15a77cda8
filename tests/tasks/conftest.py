"""A hub on a real graph and a real Redis, both empty, with a clock that stands still until a test moves it."""

from collections.abc import Generator

import pytest

from graph.model.service import ServiceAtLocation
from graph.servers.address import GraphServer
from graph.session import Graph
from hub.bootstrap import Hub, build_hub
from hub.clock import StandingClock
from hub.settings import Settings
from tests.givens.cast import ANA, NOW
from tests.givens.fixtures import WIPE
from tests.givens.network import a_unit, given_a_service

# The embedded server never takes a zoned instant out of an index: what has been deleted would still be asked for.
INDEXES_ANEW = (
    "DROP INDEX claim_expiry_second IF EXISTS",
    "CREATE INDEX claim_expiry_second IF NOT EXISTS FOR (n:Claim) ON (n.expiry_second)",
    "DROP INDEX referral_answer_by IF EXISTS",
    "CREATE INDEX referral_answer_by IF NOT EXISTS FOR (n:Referral) ON (n.answer_by)",
)


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock(NOW)


@pytest.fixture
def settings(graph_server: GraphServer, redis_url: str) -> Settings:
    return Settings(
        graph_url=graph_server.url,
        graph_user=graph_server.user,
        graph_password=graph_server.password or "no password is asked",
        redis_url=redis_url,
        secret_key="a key that only the tests know, and long",
        public_base_url="http://localhost",
        cookie_secure=False,
    )


@pytest.fixture
def hub(graph: Graph, settings: Settings, clock: StandingClock) -> Generator[Hub]:
    for statement in (WIPE, *INDEXES_ANEW):
        graph.run_alone(statement)
    built = build_hub(settings, clock=clock)
    built.redis.flushdb()
    yield built
    built.close()


@pytest.fixture
def shelter(hub: Hub) -> ServiceAtLocation:
    """One place, free."""
    return given_a_service(hub.graph, ANA.at(), units=[a_unit(places=1)])
