"""What several commands share."""

import argparse
import sys
from contextlib import suppress
from pathlib import Path


def add_data_argument(parser: argparse.ArgumentParser) -> None:
    """For commands that speak to a hub: the folder of the one to speak to."""
    parser.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        help="data folder of a running `hub demo` to use, unless HUB_GRAPH_URL and the like are set "
        "(default: HUB_DATA, else ./data)",
    )


def say(line: str) -> None:
    """One line of progress on standard error."""
    # The terminal may be gone while we are stopping; what remains must be stopped all the same.
    with suppress(OSError):
        print(line, file=sys.stderr, flush=True)
