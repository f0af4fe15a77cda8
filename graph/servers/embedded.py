"""Start, wait for and stop the embedded graph server from Python."""

import os
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from graph.servers.address import GraphServer
from graph.servers.password import kept_password
from graph.servers.ports import free_port
from graph.servers.readiness import wait_until_answering

USER = "root"
STOP_SECONDS = 10.0


def embedded_server(data: Path, port: int) -> GraphServer:
    """Address and sign-in of the server whose files are in `data`; the first call makes the password."""
    password = kept_password(data / "password")
    return GraphServer(f"bolt://127.0.0.1:{port}", USER, password, name="arcade")


def embedded_command(data: Path, port: int) -> list[str]:
    """The command line of the server as a child of this process."""
    own = [sys.executable, "-m", "graph.servers.arcade"]
    return [*own, "--data", str(data), "--port", str(port), "--parent", str(os.getpid())]


def stop_process(process: subprocess.Popen[bytes], seconds: float = STOP_SECONDS) -> int:
    """Ask with SIGTERM, insist with SIGKILL after `seconds`; returns the exit status."""
    process.terminate()
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


@contextmanager
def running_embedded(data: Path, *, port: int | None = None, seconds: float = 60) -> Generator[GraphServer]:
    """A graph server for the length of a `with` block; its output goes to `data`/server.log."""
    server = embedded_server(data, port or free_port())
    bolt_port = int(server.url.rsplit(":", 1)[1])
    with (data / "server.log").open("ab") as output:
        process = subprocess.Popen(
            embedded_command(data, bolt_port),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        wait_until_answering(server, process, seconds=seconds)
        yield server
    finally:
        stop_process(process)
