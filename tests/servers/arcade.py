"""The embedded graph server for the tests, as the hub itself starts it."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from graph.servers.address import GraphServer
from graph.servers.embedded import running_embedded


@contextmanager
def start_arcade(folder: Path) -> Generator[GraphServer]:
    """Keeps its files in `folder`."""
    with running_embedded(folder / "graph") as server:
        yield server
