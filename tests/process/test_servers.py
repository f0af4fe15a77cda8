"""The embedded graph server and Redis keep what was written, through a clean stop and through kill -9."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import redis
from neo4j import GraphDatabase

from graph.servers.address import GraphServer
from graph.servers.arcade import DATABASE
from graph.servers.embedded import embedded_command, embedded_server, running_embedded, stop_process
from graph.servers.ports import free_port, is_open
from graph.servers.readiness import is_answering, wait_until_answering
from hub.processes.redis_server import redis_in
from tests.process.hub_process import PROJECT, wait_until
from tests.servers.redis import start_redis

pytestmark = pytest.mark.process


def count_of_marks(server: GraphServer) -> int:
    with GraphDatabase.driver(server.url, auth=(server.user, server.password)) as driver:
        return driver.execute_query("MATCH (m:Mark) RETURN count(m) AS marks").records[0]["marks"]


def leave_a_mark(server: GraphServer) -> None:
    with GraphDatabase.driver(server.url, auth=(server.user, server.password)) as driver:
        driver.execute_query("CREATE (m:Mark {id: 'a'})")


def test_the_graph_keeps_its_data_between_two_starts(tmp_path: Path) -> None:
    with running_embedded(tmp_path / "graph") as server:
        leave_a_mark(server)
    with running_embedded(tmp_path / "graph") as server:
        assert count_of_marks(server) == 1


def test_the_graph_keeps_what_it_acknowledged_before_a_kill(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    server = embedded_server(folder, free_port())
    port = int(server.url.rsplit(":", 1)[1])
    with (folder / "server.log").open("ab") as output:
        process = subprocess.Popen(embedded_command(folder, port), stdout=output, stderr=output)
    try:
        wait_until_answering(server, process, seconds=60)
        leave_a_mark(server)
    finally:
        process.kill()
        process.wait()

    with running_embedded(folder) as again:
        assert count_of_marks(again) == 1


def test_the_graph_says_ready_and_ends_with_status_0(tmp_path: Path) -> None:
    server = embedded_server(tmp_path, free_port())
    port = int(server.url.rsplit(":", 1)[1])
    process = subprocess.Popen(embedded_command(tmp_path, port), stdout=subprocess.PIPE)
    assert process.stdout is not None
    ready = next(line for line in process.stdout if line.startswith(b"READY"))

    assert ready == f"READY bolt://127.0.0.1:{port}\n".encode()
    assert stop_process(process) == 0


def test_the_graph_refuses_a_wrong_password_and_keeps_its_own_private(tmp_path: Path) -> None:
    with running_embedded(tmp_path / "graph") as server:
        stranger = GraphServer(server.url, server.user, "not-the-password")
        assert is_answering(server)
        assert not is_answering(stranger)
    assert stat.S_IMODE((tmp_path / "graph" / "password").stat().st_mode) == 0o600


def test_the_graph_refuses_to_start_when_commits_would_not_reach_the_disk(tmp_path: Path) -> None:
    script = (
        "import graph.servers.arcade as arcade, sys\n"
        "arcade.start_java = lambda: arcade.start_jvm(heap_size='1g', jvm_args=['-Darcadedb.txWalFlush=1'])\n"
        "sys.exit(arcade.main(sys.argv[1:]))\n"
    )
    options = ["--data", str(tmp_path), "--port", str(free_port()), "--parent", str(os.getpid())]
    done = subprocess.run(
        [sys.executable, "-c", script, *options], cwd=PROJECT, capture_output=True, text=True, timeout=60
    )

    assert done.returncode == 1
    assert "level 1 instead of 2" in done.stdout
    assert "READY" not in done.stdout


def test_the_graph_never_outlives_its_parent(tmp_path: Path) -> None:
    port = free_port()
    script = (
        "import subprocess, sys, time, pathlib\n"
        "from graph.servers.embedded import embedded_command\n"
        f"subprocess.Popen(embedded_command(pathlib.Path({str(tmp_path)!r}), {port}))\n"
        "time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", script], cwd=PROJECT, stdout=subprocess.DEVNULL)
    try:
        wait_until(lambda: is_open(port), "the graph server listens")
    finally:
        parent.send_signal(signal.SIGKILL)
        parent.wait()

    wait_until(lambda: not is_open(port), "the graph server has ended", seconds=10)


def test_the_database_name_is_the_default_of_the_driver(tmp_path: Path) -> None:
    with (
        running_embedded(tmp_path / "graph") as server,
        GraphDatabase.driver(server.url, auth=(server.user, server.password)) as driver,
    ):
        driver.execute_query("CREATE (m:Mark)")
        named = driver.execute_query("MATCH (m:Mark) RETURN count(m) AS marks", database_=DATABASE)
        assert named.records[0]["marks"] == 1


def test_redis_keeps_its_data_and_asks_for_the_password(tmp_path: Path) -> None:
    folder = tmp_path / "redis"
    with start_redis(folder) as url:
        redis.Redis.from_url(url).set("mark", "kept")
        without = redis.Redis.from_url(url.replace(redis_in(folder, 0).password, "not-the-password"))
        with pytest.raises(redis.AuthenticationError):
            without.ping()
    with start_redis(folder) as url:
        assert redis.Redis.from_url(url).get("mark") == b"kept"
    assert stat.S_IMODE((folder / "redis.conf").stat().st_mode) == 0o600
