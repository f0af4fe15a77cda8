"""`hub healthy PART`: whether a part does its work, for the health checks of containers."""

import argparse
import time

from hub.cli.errors import CommandError
from hub.processes.plan import HEALTH_PATH
from hub.processes.readiness import page_answers, worker_listens, written_since_start
from hub.settings import load_settings

# Beat writes its schedule every three minutes.
BEAT_SILENCE_SECONDS = 600


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("part", choices=("web", "worker", "beat"))
    parser.add_argument("--port", type=int, default=8000, help="port of the web server (default: 8000)")


def run(arguments: argparse.Namespace) -> int:
    if not is_healthy(arguments.part, arguments.port):
        raise CommandError(f"the {arguments.part} does not answer: see its log.")
    return 0


def is_healthy(part: str, port: int) -> bool:
    if part == "web":
        return page_answers(port, HEALTH_PATH)
    settings = load_settings()
    if part == "worker":
        return worker_listens(settings.redis_url)
    written = written_since_start(settings.data / "celery", "beat-schedule*")
    return written(time.time() - BEAT_SILENCE_SECONDS)
