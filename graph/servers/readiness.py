"""Waiting for a graph server: first for its port, then for a real answer.

A query sent to a port that is not open yet is retried by the driver with growing pauses, which hides how long
the start took and adds seconds to it.
"""

# The driver leaves its **config untyped.
# pyright: reportUnknownMemberType=false

import subprocess
import time
from urllib.parse import urlsplit

from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from graph.servers.address import GraphServer
from graph.servers.errors import NeverReady
from graph.servers.ports import is_open

PAUSE_SECONDS = 0.1


def is_answering(server: GraphServer) -> bool:
    """Whether the server accepts the sign-in and answers a query, asked once."""
    parts = urlsplit(server.url)
    if not is_open(parts.port or 7687, parts.hostname or "127.0.0.1"):
        return False
    try:
        with GraphDatabase.driver(server.url, auth=(server.user, server.password)) as driver:
            driver.verify_connectivity()
            # The sign-in works some tenths of a second before the database is open.
            with driver.session() as session:
                session.run("RETURN 1 AS one").consume()
    except (DriverError, Neo4jError, OSError):
        return False
    return True


def wait_until_answering(server: GraphServer, process: subprocess.Popen[bytes], *, seconds: float) -> None:
    """Raises `NeverReady` when the process ends first or `seconds` pass."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise NeverReady(f"The graph server ended with status {process.returncode} before it was ready.")
        if is_answering(server):
            return
        time.sleep(PAUSE_SECONDS)
    raise NeverReady(f"The graph server at {server.url} did not answer within {seconds:.0f} seconds.")
