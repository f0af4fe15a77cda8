"""`hub demo`: a whole hub on this machine, with the demonstration network, until Ctrl-C."""

import argparse
import json
import os
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hub.cli.common import say
from hub.processes.data_folder import only_hub_in
from hub.processes.plan import Plan, make_plan
from hub.processes.remember import remembered
from hub.processes.signals import stop_on_signals
from hub.processes.supervisor import Supervisor

DEFAULT_PORT = 8000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--ephemeral",
        action="store_true",
        help="in a temporary folder, on free ports, with the simulated day standing still; "
        "prints one line of JSON when ready",
    )
    parser.add_argument("--port", type=int, metavar="N", help=f"port of the pages (default: {DEFAULT_PORT})")
    parser.add_argument("--data", type=Path, metavar="DIR", help="data folder (default: HUB_DATA, else ./data)")


def run(arguments: argparse.Namespace) -> int:
    # From here on a signal only asks to stop, so that the temporary folder goes as well.
    with stop_on_signals() as stop, folder_for(arguments) as folder, only_hub_in(folder):
        port = arguments.port if arguments.port or arguments.ephemeral else DEFAULT_PORT
        plan = make_plan(folder, port, clock_standing=arguments.ephemeral)
        show = show_as_json if arguments.ephemeral else show_in_words
        supervisor = Supervisor(plan.parts(), logs=folder / "log", say=say, stop=stop)
        with remembered(plan):
            supervisor.run(when_ready=lambda: show(plan))
    say("Stopped.")
    return 0


@contextmanager
def folder_for(arguments: argparse.Namespace) -> Generator[Path]:
    """The data folder as an absolute path; a temporary one is removed at the end."""
    if arguments.ephemeral and arguments.data is None:
        with tempfile.TemporaryDirectory(prefix="hub-demo-", ignore_cleanup_errors=True) as folder:
            yield Path(folder)
    else:
        yield (arguments.data or Path(os.environ.get("HUB_DATA", "data"))).resolve()


def accounts_of(plan: Plan) -> list[dict[str, Any]]:
    return json.loads(plan.accounts_path.read_text(encoding="utf-8"))


def show_as_json(plan: Plan) -> None:
    ready = {
        "url": plan.url,
        "accounts": accounts_of(plan),
        "graph": plan.graph.url,
        "data": str(plan.folder),
    }
    print(json.dumps(ready, ensure_ascii=False), flush=True)


def show_in_words(plan: Plan) -> None:
    accounts = accounts_of(plan)
    width = max((len(account["role"]) for account in accounts), default=0)
    lines = [f"The hub answers at {plan.url}", "", "Sign in with one of these:"]
    lines += [f"  {account['role']:<{width}}  {account['username']}  {account['password']}" for account in accounts]
    lines += ["", f"The data is kept in {plan.folder}; Ctrl-C stops the hub."]
    print("\n".join(lines), flush=True)
