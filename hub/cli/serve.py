"""`hub serve`: the web server, for pages and API."""

import argparse
from functools import partial

import uvicorn

from graph.servers.ports import is_free
from hub.app import create_app
from hub.processes.errors import PortInUse
from hub.settings import load_settings

# Pages that listen for news keep their connection open: they are cut after this long, and reconnect.
GOODBYE_SECONDS = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (default: 8000)")


def run(arguments: argparse.Namespace) -> int:
    settings = load_settings()
    if not is_free(arguments.port, arguments.host):
        raise PortInUse(arguments.port, arguments.host)
    uvicorn.run(
        partial(create_app, settings),
        factory=True,
        host=arguments.host,
        port=arguments.port,
        timeout_graceful_shutdown=GOODBYE_SECONDS,
        server_header=False,
        # Addresses may hold what somebody typed into a search: no list of them is kept here.
        access_log=False,
    )
    return 0
