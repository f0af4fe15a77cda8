"""A Neo4j Community server of our own for the tests, empty at its start and gone at its end."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from graph.servers.address import GraphServer
from graph.servers.parentage import tied
from graph.servers.ports import free_port
from graph.servers.readiness import wait_until_answering
from tests.servers.neo4j_jars import classpath
from tests.servers.running import running

START_SECONDS = 90


@contextmanager
def start_neo4j(folder: Path) -> Generator[GraphServer]:
    """Keeps its files in `folder`; asks for no password."""
    port = free_port()
    server = GraphServer(f"bolt://127.0.0.1:{port}", "neo4j", "not-asked-for", name="neo4j")
    java = ["java", "-Xmx1g", "-cp", classpath(), "Launcher", str(folder / "home"), str(port)]
    with running(tied(java), log=folder / "server.log") as process:
        wait_until_answering(server, process, seconds=START_SECONDS)
        yield server
