"""`hub worker` in which messages come back after seconds instead of minutes.

python -m tests.tasks.worker_of_the_test [before|after]

With `before` or `after` it notes in Redis that it is about to write, or has just written, and then never moves again.
"""

import os
import sys
import time
from collections.abc import Callable
from typing import Any

from redis import Redis

from graph.session import Graph
from hub.cli.main import main
from hub.tasks.app import app

STALLED = "test:stalled"
VISIBILITY_SECONDS = 3


def stall() -> None:
    Redis.from_url(os.environ["HUB_REDIS_URL"]).set(STALLED, "yes")
    while True:
        time.sleep(60)


def stalling(write: Callable[..., Any], when: str) -> Callable[..., Any]:
    def stalled(*given: Any) -> Any:
        if when == "after":
            write(*given)
        stall()

    return stalled


if __name__ == "__main__":
    app.conf.broker_transport_options.update(visibility_timeout=VISIBILITY_SECONDS, unacked_restore_interval=1)
    if sys.argv[1:]:
        Graph.write = stalling(Graph.write, sys.argv[1])
    sys.exit(main(["worker"]))
