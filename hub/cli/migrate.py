"""`hub migrate`: applies the numbered migrations that the graph has not seen yet."""

import argparse
from contextlib import closing

from graph.schema.migrate import apply_migrations
from hub.bootstrap import open_graph
from hub.cli.common import add_data_argument
from hub.settings import Settings, load_settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_data_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    for name in migrate(load_settings(arguments.data)):
        print(f"Applied {name}.")
    print("The schema is up to date.")
    return 0


def migrate(settings: Settings) -> list[str]:
    """The names of what was applied now."""
    with closing(open_graph(settings)) as graph:
        return apply_migrations(graph)
