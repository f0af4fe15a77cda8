"""Loopback ports for servers of our own."""

import random
import socket

# Below Linux's range for outgoing connections (32768 up): a port from that range may be taken by any client
# between our choosing it and the server's opening it.
LOWEST, HIGHEST = 20_000, 32_000
ATTEMPTS = 200


def is_free(port: int, host: str = "127.0.0.1") -> bool:
    """Whether a server could listen on the port now (a connection still closing does not count)."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def is_open(port: int, host: str = "127.0.0.1") -> bool:
    """Whether something accepts connections there."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.settimeout(1)
        return probe.connect_ex((host, port)) == 0


def free_port(host: str = "127.0.0.1") -> int:
    """A port nobody listens on. Raises `OSError` when none is found."""
    for _ in range(ATTEMPTS):
        port = random.SystemRandom().randint(LOWEST, HIGHEST)
        if is_free(port, host):
            return port
    raise OSError(f"no free port between {LOWEST} and {HIGHEST} on {host}")
