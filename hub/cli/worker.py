"""`hub worker`: runs the background tasks.

Threads, not forked processes: a task waits for the graph and for Redis nearly all its time, one pool of graph
connections serves all threads, and no forked child can outlive a worker that is killed (the tie of a child to its
parent does not survive a fork).
"""

import argparse

from hub.settings import load_settings
from hub.tasks.app import app

DEFAULT_THREADS = 4


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--threads", type=int, default=DEFAULT_THREADS, help=f"tasks at a time (default: {DEFAULT_THREADS})"
    )


def run(arguments: argparse.Namespace) -> int:
    load_settings()
    pool = ["--pool=threads", f"--concurrency={arguments.threads}"]
    # Workers need not know of each other; looking for others at the start costs a second.
    app.worker_main(["worker", *pool, "--loglevel=INFO", "--without-gossip", "--without-mingle"])
    return 0
