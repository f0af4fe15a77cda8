"""The hub's web server for browser tests: on a free port, in a thread, on real servers; its clock stands still."""

import socket
import threading
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn
from argon2 import PasswordHasher
from fastapi import FastAPI

from graph.model.account import Account
from graph.model.ids import OrganizationId, new_id
from graph.schema.migrate import apply_migrations
from graph.servers.address import GraphServer
from hub.app import assemble
from hub.assets.build import build_assets
from hub.auth.command import new_account, store_account
from hub.auth.passwords import Passwords
from hub.bootstrap import Hub, build_hub
from hub.clock import StandingClock
from hub.settings import Settings
from tests.givens.cast import NOW

START_SECONDS = 20


@dataclass(frozen=True)
class Served:
    """A running hub. `address` has no slash at its end; moving `clock` moves the hub's time."""

    hub: Hub
    clock: StandingClock
    address: str


@contextmanager
def served(graph_server: GraphServer, redis_url: str) -> Generator[Served]:
    """The store keeps what earlier tests left: give every test organizations and accounts of its own."""
    build_assets()
    clock = StandingClock(NOW)
    hub = build_hub(_settings(graph_server, redis_url), clock=clock, passwords=_quick_passwords())
    apply_migrations(hub.graph)
    hub.redis.flushdb()
    # The application closes the hub when it stops.
    with serving(assemble(hub)) as address:
        yield Served(hub, clock, address)


@contextmanager
def serving(app: FastAPI) -> Generator[str]:
    """Any application behind a real server; gives its address."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        config = uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=1)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        _wait_until_started(server, thread)
        yield address
        server.should_exit = True
        thread.join()


def given_account(hub: Hub, role: str, organizations: Sequence[str], *, language: str = "el") -> Account:
    """An account without a password: browsers of the tests come in with a session of their own."""
    account = new_account(
        hub,
        username=f"{role.replace('_', '-')}-{new_id()[:8]}",
        role=role,
        organizations=[OrganizationId(o) for o in organizations],
        name="Μαρία Κ." if language == "el" else "Maria K.",
        language=language,
    )
    store_account(hub, account, None)
    return account


def _settings(graph_server: GraphServer, redis_url: str) -> Settings:
    return Settings(
        graph_url=graph_server.url,
        graph_user=graph_server.user,
        graph_password=graph_server.password or "no password is asked",
        redis_url=redis_url,
        secret_key="a key that only the tests know, and long",
        public_base_url="http://localhost",
        cookie_secure=False,
    )


def _quick_passwords() -> Passwords:
    return Passwords(PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))


def _wait_until_started(server: uvicorn.Server, thread: threading.Thread) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not server.started:
        if not thread.is_alive() or time.monotonic() > deadline:
            raise RuntimeError("the web server of the tests did not start")
        time.sleep(0.02)
