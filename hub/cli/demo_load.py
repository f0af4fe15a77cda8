"""`hub demo-load`: the step of `hub demo` that brings the schema up to date and loads the demonstration.

Prints progress on standard error and the accounts, as one line of JSON, on standard output.
"""

import argparse
import json

from hub.cli.common import say
from hub.cli.migrate import migrate
from hub.demo.load import load_demonstration
from hub.settings import load_settings


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Takes none: the settings come by environment."""


def run(_arguments: argparse.Namespace) -> int:
    settings = load_settings()
    migrate(settings)
    accounts = load_demonstration(settings, say)
    print(json.dumps(accounts, ensure_ascii=False), flush=True)
    return 0
