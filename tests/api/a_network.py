"""The demonstration network on a real graph and Redis, with the accounts that the outside client's tests sign in as."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from argon2 import PasswordHasher
from fastapi.testclient import TestClient

from graph.model.ids import OrganizationId, new_id
from graph.model.organization import Organization, OrganizationKind
from graph.repositories.organizations import create_organization
from graph.schema.migrate import apply_migrations
from graph.scope import the_hub_itself
from graph.servers.address import GraphServer
from hub.app import assemble
from hub.auth.command import create_token, new_account, store_account
from hub.auth.passwords import Passwords
from hub.bootstrap import Hub, build_hub
from hub.clock import StandingClock
from hub.demo.load import load_areas, publish
from hub.demo.network import Network, make_country
from hub.demo.stories import FAROS, add_stories
from hub.settings import Settings

TWO_IN_THE_MORNING = datetime(2026, 11, 24, 0, 10, tzinfo=UTC)
"""02:10 in Athens: tonight is still the night of the 23rd."""


class TickingClock(StandingClock):
    """Moves on by a millisecond each time that it is read, so that what happens later is later."""

    def now(self) -> datetime:
        self.move(timedelta(milliseconds=1))
        return self.at


@dataclass(frozen=True)
class LoadedNetwork:
    """The hub with what was published in it, and a token for each part somebody plays."""

    hub: Hub
    clock: StandingClock
    published: Network
    tokens: dict[str, str]


def open_hub(server: GraphServer, redis_url: str, clock: StandingClock) -> Hub:
    settings = Settings(
        graph_url=server.url,
        graph_user=server.user,
        graph_password=server.password or "no password is asked",
        redis_url=redis_url,
        secret_key="a key that only the tests know, and long",
        public_base_url="http://localhost",
        cookie_secure=False,
    )
    quick = Passwords(PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    return build_hub(settings, clock=clock, passwords=quick)


def load_network(hub: Hub, clock: StandingClock, *, whole: bool) -> LoadedNetwork:
    """Publishes the invented country into an empty store as a demonstration does; else the places of its stories."""
    apply_migrations(hub.graph)
    hub.redis.flushdb()
    now = hub.clock.now()
    state = an_organization("State structures")
    network = make_country(hub.gazetteer, now, state) if whole else Network()
    add_stories(network, hub.gazetteer, now)
    network.organizations.append(state)
    if whole:
        load_areas(hub)
    publish(hub, network)
    return LoadedNetwork(hub, clock, network, _tokens(hub, network))


def _tokens(hub: Hub, network: Network) -> dict[str, str]:
    north, south = store_organization(hub, "Line North"), store_organization(hub, "Line South")
    faros = next(s.organization_id for s in network.services if s.name == FAROS)
    elsewhere = next(o.id for o in network.organizations if o.id != faros)
    providers = [o.id for o in network.organizations]
    acting: dict[str, tuple[str, Sequence[OrganizationId]]] = {
        "coordinator": ("intake_coordinator", [north]),
        "colleague": ("intake_coordinator", [north]),
        "chidi": ("intake_coordinator", [south]),
        "staff": ("provider_staff", [faros]),
        "other_staff": ("provider_staff", [elsewhere]),
        "manager": ("provider_manager", providers),
        "planner": ("planner", [north]),
        "administrator": ("administrator", [north]),
        "auditor": ("auditor", [north]),
    }
    return {part: a_token(hub, role, organizations) for part, (role, organizations) in acting.items()}


def an_organization(name: str) -> Organization:
    return Organization(OrganizationId(new_id()), name, OrganizationKind.STATE, invented=True)


def store_organization(hub: Hub, name: str) -> OrganizationId:
    organization = an_organization(name)
    hub.graph.write(the_hub_itself(hub.clock.now()), lambda tx: create_organization(tx, organization))
    return organization.id


def a_token(hub: Hub, role: str, organizations: Sequence[OrganizationId]) -> str:
    account = new_account(hub, username=f"t-{new_id()[:13]}", role=role, organizations=organizations, name="T.")
    store_account(hub, account, None)
    return create_token(hub, account.id, "outside client")


@contextmanager
def serving(
    hub: Hub, *, at: datetime | None = None, clock: StandingClock | None = None
) -> Generator[tuple[TestClient, StandingClock]]:
    """The application around `hub`, with a clock of its own (from `at` on), so that moving it disturbs nobody else."""
    clock = clock or TickingClock(at or hub.clock.now())
    # The application closes its hub at the end; the driver and the pool belong to the whole run.
    own = replace(hub, clock=clock)
    object.__setattr__(own, "close", lambda: None)
    with TestClient(assemble(own), follow_redirects=False, raise_server_exceptions=False) as client:
        yield client, clock
