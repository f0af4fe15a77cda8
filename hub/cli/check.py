"""`hub check`: the invariants over all data; prints each violation on a line of its own."""

import argparse

from hub.checks import run_checks
from hub.cli.common import add_data_argument
from hub.settings import load_settings

VIOLATIONS_FOUND = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_data_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """3 when something is wrong with the data, so that a script can tell it from a check that did not run."""
    violations = run_checks(load_settings(arguments.data))
    for violation in violations:
        print(violation)
    print(f"{len(violations)} violations found." if violations else "All invariants hold.")
    return VIOLATIONS_FOUND if violations else 0
