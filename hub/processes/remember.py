"""Leaves the settings of the running hub where the other commands find them, as long as it runs."""

from collections.abc import Generator
from contextlib import contextmanager

from hub.processes.data_folder import addresses_path
from hub.processes.output import open_private
from hub.processes.plan import Plan


@contextmanager
def remembered(plan: Plan) -> Generator[None]:
    """`run/hub.env` in the data folder, readable by its owner only."""
    path = addresses_path(plan.folder)
    lines = [f"{name}={quoted(value)}\n" for name, value in plan.environment.items() if name.startswith("HUB_")]
    with open_private(path) as file:
        file.write("".join(lines).encode())
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        plan.accounts_path.unlink(missing_ok=True)


def quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
