"""`hub import FILE`: capacity figures from a provider's spreadsheet, as on the upload page."""

import argparse
from pathlib import Path

from hub.cli.common import add_data_argument
from hub.cli.errors import CommandError
from hub.files.command import import_file
from hub.settings import load_settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="CSV or XLSX, headers in Greek or English")
    parser.add_argument("--organization", required=True, metavar="ID", help="whose figures they are")
    parser.add_argument("--dry-run", action="store_true", help="say what would be taken and take nothing")
    add_data_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    if not arguments.file.is_file():
        raise CommandError(f"there is no file {arguments.file}: check the name and the folder.")
    settings = load_settings(arguments.data)
    lines = import_file(settings, arguments.file, organization=arguments.organization, dry_run=arguments.dry_run)
    print("\n".join(lines))
    return 0
