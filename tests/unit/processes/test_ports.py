"""Ports of our own servers."""

import socket
from pathlib import Path

import pytest

from graph.servers.ports import HIGHEST, LOWEST, free_port, is_free, is_open
from hub.processes.errors import PortInUse
from hub.processes.plan import make_plan


def test_a_free_port_lies_below_those_of_outgoing_connections() -> None:
    lowest_outgoing = int(Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
    ports = {free_port() for _ in range(20)}
    assert all(LOWEST <= port <= HIGHEST < lowest_outgoing for port in ports)
    assert len(ports) > 1


def test_a_port_in_use_is_named_with_what_to_do(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert is_open(port)
        assert not is_free(port)
        with pytest.raises(PortInUse) as refusal:
            make_plan(tmp_path, port, clock_standing=True)
    assert str(refusal.value).startswith(f"Port {port} on 127.0.0.1 is in use: ")
    assert f"--port {port + 1}" in str(refusal.value)
    assert is_free(port)
    assert not is_open(port)
