"""A Redis of our own for the tests, as the hub itself starts it."""

import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from graph.servers.ports import free_port
from hub.processes.readiness import redis_answers
from hub.processes.redis_server import redis_in
from tests.servers.running import running

START_SECONDS = 20


@contextmanager
def start_redis(folder: Path) -> Generator[str]:
    """Gives the address, password included."""
    server = redis_in(folder, free_port())
    deadline = time.monotonic() + START_SECONDS
    with running(server.command(), log=folder / "server.log") as process:
        while not redis_answers(server.url):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"Redis did not start; see {folder / 'server.log'}")
            time.sleep(0.05)
        yield server.url
