"""The only place where concrete things meet: the graph, Redis, the clock, the pages, the map of the country."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from jinja2 import Environment
from redis import Redis

from graph.model.events import Event
from graph.model.outbox import OutboxRow
from graph.servers.embedded import USER as EMBEDDED_USER
from graph.session import Committed, Graph, connect
from hub.areas.gazetteer import Gazetteer, load_gazetteer
from hub.auth.passwords import Passwords
from hub.auth.rate_limit import Tries
from hub.auth.sessions import Sessions
from hub.clock import Clock, SystemClock
from hub.directory import KeptDirectory
from hub.people.vault import Vault
from hub.settings import Settings
from hub.tasks.kick import kick_after_commit
from hub.wake.publish import wake_after_commit
from hub.web.assets import Assets
from hub.web.templating import make_environment

REDIS_SECONDS = 2
RETRY_PAUSE_EMBEDDED = 0.02
RETRY_PAUSE_NEO4J = 0.05


@dataclass(frozen=True)
class Hub:
    """Everything a request or a task needs. Built once per process by `build_hub`, closed by `close`."""

    settings: Settings
    graph: Graph
    redis: Redis
    clock: Clock
    passwords: Passwords
    gazetteer: Gazetteer
    assets: Assets | None = None
    directory: KeptDirectory = field(default_factory=KeptDirectory)

    @cached_property
    def templates(self) -> Environment:
        """Raises AssetsNotBuiltError; a worker, which shows no page, never asks."""
        return make_environment(self.assets)

    @cached_property
    def vault(self) -> Vault:
        return Vault(self.settings.secret_key)

    @cached_property
    def sessions(self) -> Sessions:
        return Sessions(self.redis)

    @cached_property
    def tries(self) -> Tries:
        return Tries(self.redis)

    def close(self) -> None:
        self.graph.close()
        self.redis.close()


def build_hub(
    settings: Settings,
    *,
    clock: Clock | None = None,
    assets: Assets | None = None,
    passwords: Passwords | None = None,
) -> Hub:
    """Opens the driver and the Redis pool; nothing is asked of either yet. `assets`: read from disk when left out."""
    redis = open_redis(settings)
    graph = open_graph(settings)
    clock = clock or SystemClock()
    graph.on_committed = _both(wake_after_commit(redis), kick_after_commit(settings.redis_url, clock))
    return Hub(
        settings=settings,
        graph=graph,
        redis=redis,
        clock=clock,
        passwords=passwords or Passwords(),
        gazetteer=load_gazetteer(),
        assets=assets,
    )


def _both(first: Committed, second: Committed) -> Committed:
    def committed(events: Sequence[Event], rows: Sequence[OutboxRow]) -> None:
        first(events, rows)
        second(events, rows)

    return committed


def open_graph(settings: Settings) -> Graph:
    embedded = settings.graph_user == EMBEDDED_USER
    pause = RETRY_PAUSE_EMBEDDED if embedded else RETRY_PAUSE_NEO4J
    return connect(settings.graph_url, settings.graph_user, settings.graph_password, retry_pause=pause)


def open_redis(settings: Settings) -> Redis:
    return Redis.from_url(
        settings.redis_url,
        decode_responses=True,
        socket_connect_timeout=REDIS_SECONDS,
        socket_timeout=REDIS_SECONDS,
        health_check_interval=30,
    )
