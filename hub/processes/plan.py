"""The parts of a hub on one machine, in the order in which they start."""

import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.servers.address import GraphServer
from graph.servers.embedded import embedded_command, embedded_server
from graph.servers.parentage import tied
from graph.servers.password import kept_password
from graph.servers.ports import free_port, is_free
from graph.servers.readiness import is_answering
from hub.processes.child import Child, Part, Step
from hub.processes.errors import PortInUse
from hub.processes.readiness import page_answers, redis_answers, worker_listens, written_since_start
from hub.processes.redis_server import RedisServer, redis_in

HOST = "127.0.0.1"
HEALTH_PATH = "/healthz"
# Asked politely, Celery finishes its work through a Redis that is ending at the same moment, and may wait for it
# for ever. Work that is cut is done again: tasks are acknowledged late and are idempotent.
WITHOUT_WAITING = signal.SIGKILL


@dataclass(frozen=True)
class Plan:
    """Addresses stay the same for the whole run, so that a child that is started again is found again."""

    folder: Path
    port: int
    graph: GraphServer
    redis: RedisServer
    environment: Mapping[str, str]

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def accounts_path(self) -> Path:
        """Where the loading step leaves the sign-ins, as one line of JSON."""
        return self.folder / "run" / "accounts.json"

    def parts(self) -> list[Part]:
        return [(self._graph(), self._redis()), self._load(), (self._web(), self._worker(), self._beat())]

    def _graph(self) -> Child:
        command = embedded_command(self.folder / "graph", bolt_port(self.graph))
        return Child("graph", "Graph server", command, lambda _: is_answering(self.graph))

    def _redis(self) -> Child:
        return Child("redis", "Redis", self.redis.command(), lambda _: redis_answers(self.redis.url))

    def _load(self) -> Step:
        command = tied(hub_command("demo-load"))
        return Step("load", "Demonstration data", command, self.accounts_path, self.environment)

    def _web(self) -> Child:
        command = tied(hub_command("serve", "--host", HOST, "--port", str(self.port)))
        return Child("web", "Web server", command, lambda _: page_answers(self.port, HEALTH_PATH), self.environment)

    def _worker(self) -> Child:
        return Child(
            "worker",
            "Worker",
            tied(hub_command("worker"), WITHOUT_WAITING),
            lambda _: worker_listens(self.redis.url),
            self.environment,
        )

    def _beat(self) -> Child:
        folder = self.folder / "celery"
        folder.mkdir(exist_ok=True)
        schedule = folder / "beat-schedule"
        command = tied(hub_command("beat", "--schedule", str(schedule)), WITHOUT_WAITING)
        check = written_since_start(folder, "beat-schedule*")
        return Child("beat", "Beat", command, check, self.environment)


def make_plan(folder: Path, port: int | None, *, clock_standing: bool) -> Plan:
    """For the demonstration in `folder`; a free port when none is given. Raises `PortInUse`."""
    if port is not None and not is_free(port, HOST):
        raise PortInUse(port, HOST)
    chosen = port or free_port()
    graph = embedded_server(folder / "graph", free_port())
    redis = redis_in(folder / "redis", free_port())
    environment = {
        "HUB_GRAPH_URL": graph.url,
        "HUB_GRAPH_USER": graph.user,
        "HUB_GRAPH_PASSWORD": graph.password,
        "HUB_REDIS_URL": redis.url,
        "HUB_SECRET_KEY": kept_password(folder / "secrets" / "secret_key"),
        "HUB_DATA": str(folder),
        "HUB_PUBLIC_BASE_URL": f"http://{HOST}:{chosen}",
        "HUB_COOKIE_SECURE": "false",
        "HUB_DEMO": "true",
        "HUB_DEMO_CLOCK_STANDING": str(clock_standing).lower(),
        "PYTHONUNBUFFERED": "1",
    }
    return Plan(folder, chosen, graph, redis, environment)


def bolt_port(server: GraphServer) -> int:
    return int(server.url.rsplit(":", 1)[1])


def hub_command(*arguments: str) -> list[str]:
    """One of our own commands, run by this same Python."""
    return [sys.executable, "-m", "hub.cli.main", *arguments]
