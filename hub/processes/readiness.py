"""Whether a child does its work: each check asks it, or looks at what it must have written."""

import http.client
from collections.abc import Callable
from pathlib import Path

import redis

# How a Celery worker waits for its next task; nothing else in the hub does.
WAIT_FOR_TASK = "brpop"
CLOCK_SLACK_SECONDS = 0.2


def redis_answers(url: str) -> bool:
    """Whether the server takes the password and has loaded its data."""
    with redis.Redis.from_url(url, socket_timeout=2) as client:
        try:
            return bool(client.ping())
        except redis.RedisError:
            return False


def worker_listens(url: str) -> bool:
    """Whether a Celery worker waits for tasks at the Redis at `url`."""
    with redis.Redis.from_url(url, socket_timeout=2) as client:
        try:
            return any(other["cmd"] == WAIT_FOR_TASK for other in client.client_list())
        except redis.RedisError:
            return False


def page_answers(port: int, path: str, host: str = "127.0.0.1") -> bool:
    """Whether GET `path` is answered with 200."""
    connection = http.client.HTTPConnection(host, port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def written_since_start(folder: Path, pattern: str) -> Callable[[float], bool]:
    """A check that some file of `folder` matching `pattern` has been written since the child's start."""

    def check(started_at: float) -> bool:
        written = [path.stat().st_mtime for path in folder.glob(pattern)]
        return any(instant > started_at - CLOCK_SLACK_SECONDS for instant in written)

    return check
