"""`hub beat`: puts periodic tasks on their queues; one per hub."""

import argparse
from pathlib import Path

from hub.settings import load_settings
from hub.tasks.app import app


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--schedule",
        type=Path,
        metavar="FILE",
        help="where it notes what ran when (default: celery/beat-schedule in the data folder)",
    )


def run(arguments: argparse.Namespace) -> int:
    schedule = arguments.schedule or load_settings().data / "celery" / "beat-schedule"
    schedule.parent.mkdir(parents=True, exist_ok=True)
    app.start(["beat", "--schedule", str(schedule), "--loglevel=INFO"])
    return 0
