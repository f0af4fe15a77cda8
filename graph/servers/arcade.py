"""The embedded ArcadeDB server as a process of its own, reachable over Bolt on 127.0.0.1.

    python -m graph.servers.arcade --data DIR --port N --parent PID

Prints one line, `READY bolt://127.0.0.1:N`, when it accepts connections; ends cleanly on SIGTERM and SIGINT
and when its parent ends. The password is in DIR/password (0600): the server takes one only at the first start
of a folder. It always opens an HTTP port as well: a free one, on loopback, behind the same password.
"""

# jpype and arcadedb_embedded carry no types.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false

import argparse
import logging
import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import jpype
from arcadedb_embedded.jvm import start_jvm
from arcadedb_embedded.server import ArcadeDBServer, create_server

from graph.servers.errors import NotDurable
from graph.servers.parentage import end_with_parent
from graph.servers.password import kept_password
from graph.servers.ports import free_port

DATABASE = "hub"
# 2 = each commit reaches the disk before it is acknowledged. Only the JVM takes it: the same key in the
# server's own configuration is ignored without a word, which is why it is read back below.
FLUSH_EACH_COMMIT = 2
HEAP = "1g"

log = logging.getLogger(__name__)


def start_java() -> None:
    start_jvm(heap_size=HEAP, jvm_args=[f"-Darcadedb.txWalFlush={FLUSH_EACH_COMMIT}"])


def configure(data: Path, port: int) -> ArcadeDBServer:
    """The server for `data`, not started yet, with Bolt on `port`."""
    settings = {
        "mode": "production",
        "host": "127.0.0.1",
        "http_port": free_port(),
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt_port": port,
        "bolt_defaultDatabase": DATABASE,
    }
    return create_server(str(data), kept_password(data / "password"), settings)


def refuse_unless_durable(database: Any) -> None:
    """Raises `NotDurable` unless the open database flushes its log at every commit."""
    setting: Any = jpype.JClass("com.arcadedb.GlobalConfiguration").TX_WAL_FLUSH
    flush = int(database.getConfiguration().getValueAsInteger(setting))
    if flush != FLUSH_EACH_COMMIT:
        raise NotDurable(
            f"The graph server would flush its log with level {flush} instead of {FLUSH_EACH_COMMIT}, and a "
            "power cut could lose acknowledged writes: remove arcadedb.txWalFlush from ARCADEDB_JVM_ARGS."
        )


class Stop:
    """Whether a signal asked for the end. A plain flag: an event set inside a handler can lock against itself."""

    def __init__(self) -> None:
        self.asked = False

    def handle(self, _number: int, _frame: object) -> None:
        self.asked = True


def serve(data: Path, port: int) -> None:
    """Run until SIGTERM or SIGINT."""
    start_java()
    stop = Stop()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop.handle)
    server = configure(data, port)
    server.start()
    try:
        database: Any = server.create_database(DATABASE)
        refuse_unless_durable(database.get_java_database())
        # Java may have left its last line open.
        log.info("\nREADY bolt://127.0.0.1:%s", port)
        while not stop.asked:
            time.sleep(0.2)
    finally:
        server.stop()


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="graph.servers.arcade", description="the embedded graph server")
    parser.add_argument("--data", type=Path, required=True, help="folder of the database, made if missing")
    parser.add_argument("--port", type=int, required=True, help="Bolt port on 127.0.0.1")
    parser.add_argument("--parent", type=int, required=True, help="process with which this one ends")
    given = parser.parse_args(arguments)
    end_with_parent(given.parent)
    logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(message)s")
    data = given.data.resolve()
    data.mkdir(parents=True, exist_ok=True)
    # The server's application log always goes to ./log.
    os.chdir(data)
    try:
        serve(data, given.port)
    except NotDurable as refusal:
        log.error("%s", refusal)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
