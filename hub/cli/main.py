"""`hub COMMAND`: reads the command line and runs one command.

A command is a module of this package with `add_arguments(parser)` and `run(arguments) -> int`. Modules are
imported by name, when they are asked for, so that a library missing for one command stops only that command.

Exit codes: 0 done; 1 not done, with one sentence on standard error; 2 the command line is wrong;
3 `hub check` found something wrong; 130 interrupted from the keyboard.
"""

import argparse
import importlib
import logging
import sys
from collections.abc import Sequence
from types import ModuleType

from hub.cli.sentences import EXPECTED, sentence

COMMANDS = {
    "demo": "start a whole hub on this machine with the demonstration network",
    "serve": "run the web server",
    "worker": "run the worker for background tasks",
    "beat": "run the clock that starts periodic tasks",
    "migrate": "bring the graph's schema up to date",
    "import": "take capacity figures from a provider's file",
    "account": "make an account and print its first password",
    "check": "check the invariants over all data",
}
# Run by `hub demo` and by containers, and not listed.
INNER_COMMANDS = ("demo-load", "healthy")
EXIT_CODES = (
    "exit codes: 0 done; 1 not done, with one sentence that says why; 2 wrong command line; "
    "3 `hub check` found something wrong; 130 interrupted"
)
FAILED, INTERRUPTED = 1, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit code; only a fault of the hub itself shows a traceback."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        return run(given)
    except EXPECTED as problem:
        print(f"hub: {sentence(problem)}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED


def run(given: list[str]) -> int:
    asked = next((word for word in given if not word.startswith("-")), None)
    module = load(asked) if asked in COMMANDS or asked in INNER_COMMANDS else None
    parsed = parser_for(asked, module).parse_args(given)
    assert module is not None, "argparse has refused an unknown or missing command"
    return module.run(parsed)


def load(name: str) -> ModuleType:
    """The module of a command; `hub import` lives in `import_file`, as `import` is a word of Python."""
    part = {"import": "import_file"}.get(name, name.replace("-", "_"))
    return importlib.import_module(f"hub.cli.{part}")


def parser_for(asked: str | None, module: ModuleType | None) -> argparse.ArgumentParser:
    """Knows all commands by name, and the arguments of the one that is asked for."""
    parser = argparse.ArgumentParser(prog="hub", description="Social services referral hub.", epilog=EXIT_CODES)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, title in COMMANDS.items():
        commands.add_parser(name, help=title, description=f"{title.capitalize()}.", epilog=EXIT_CODES)
    if asked in INNER_COMMANDS:
        commands.add_parser(asked)
    if asked is not None and module is not None:
        module.add_arguments(commands.choices[asked])
    return parser


if __name__ == "__main__":
    sys.exit(main())
