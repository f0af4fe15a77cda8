"""A hub on a real graph and a real Redis, with a clock that stands still and weak, quick password hashes."""

from collections.abc import Generator, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from fastapi.testclient import TestClient

from graph.model.account import Account
from graph.model.ids import OrganizationId, new_id
from graph.model.organization import Organization, OrganizationKind
from graph.repositories.organizations import create_organization
from graph.schema.migrate import apply_migrations
from graph.scope import the_hub_itself
from graph.servers.address import GraphServer
from hub.app import assemble
from hub.auth.command import new_account, store_account
from hub.auth.passwords import Passwords
from hub.bootstrap import Hub, build_hub
from hub.clock import StandingClock
from hub.settings import Settings
from tests.auth import pages_of_the_test
from tests.auth.browser import Browser

TWO_IN_THE_MORNING = datetime(2026, 11, 24, 0, 10, tzinfo=UTC)
PASSWORD = "three trees by the river"


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock(TWO_IN_THE_MORNING)


@pytest.fixture
def hub(graph_server: GraphServer, redis_url: str, clock: StandingClock) -> Generator[Hub]:
    settings = Settings(
        graph_url=graph_server.url,
        graph_user=graph_server.user,
        graph_password=graph_server.password or "no password is asked",
        redis_url=redis_url,
        secret_key="a key that only the tests know, and long",
        public_base_url="http://localhost",
        cookie_secure=False,
    )
    quick = Passwords(PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    built = build_hub(settings, clock=clock, passwords=quick)
    apply_migrations(built.graph)
    built.redis.flushdb()
    yield built
    built.close()


@pytest.fixture
def app(hub: Hub) -> FastAPI:
    """The hub's own application with two more pages and a few more routes of the API."""
    built = assemble(replace(hub))
    built.include_router(pages_of_the_test.pages)
    built.include_router(pages_of_the_test.api)
    return built


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    """Sends requests as a program would: no cookies kept, no redirect followed."""
    with TestClient(app, follow_redirects=False, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def browser(app: FastAPI) -> Iterator[Browser]:
    with TestClient(app, follow_redirects=False) as client:
        yield Browser(client)


@pytest.fixture
def shelter(hub: Hub) -> OrganizationId:
    shelter = Organization(OrganizationId(new_id()), "Almond Shelter", OrganizationKind.NGO, invented=True)
    hub.graph.write(the_hub_itself(hub.clock.now()), lambda tx: create_organization(tx, shelter))
    return shelter.id


@pytest.fixture
def ana(hub: Hub, shelter: OrganizationId) -> Account:
    """An intake coordinator."""
    return an_account(hub, role="intake_coordinator", organizations=[shelter])


def an_account(hub: Hub, *, role: str, organizations: list[OrganizationId]) -> Account:
    account = new_account(
        hub, username=f"{role}-{new_id()[:8]}", role=role, organizations=organizations, name="Ana", language="en"
    )
    store_account(hub, account, PASSWORD)
    return account
