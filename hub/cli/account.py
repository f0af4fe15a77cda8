"""`hub account`: makes an account and prints its first password once."""

import argparse

from hub.auth.command import create_account
from hub.cli.common import add_data_argument
from hub.settings import load_settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("username")
    parser.add_argument("--role", required=True)
    parser.add_argument(
        "--organization",
        action="append",
        default=[],
        metavar="ID",
        help="an organization it acts for; may be given several times",
    )
    add_data_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """A password is never taken from the command line, where every user of the machine could read it."""
    password = create_account(
        load_settings(arguments.data),
        username=arguments.username,
        role=arguments.role,
        organizations=arguments.organization,
    )
    print(f"Account {arguments.username} made; its first password, shown only here: {password}")
    return 0
