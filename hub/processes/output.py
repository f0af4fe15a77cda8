"""The files into which children write, and their last lines."""

import os
from pathlib import Path
from typing import BinaryIO

KEPT_BYTES = 5_000_000
TAIL_BYTES = 8_000


def open_log(path: Path) -> BinaryIO:
    """Open for appending; a file that has grown beyond 5 MB is put aside as `.1` first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_file() and path.stat().st_size > KEPT_BYTES:
        path.replace(path.with_name(path.name + ".1"))
    return private(path, os.O_APPEND)


def open_private(path: Path) -> BinaryIO:
    """Open anew, readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return private(path, os.O_TRUNC)


def private(path: Path, how: int) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | how, 0o600), "wb")


def last_lines(path: Path, count: int = 15) -> list[str]:
    """The end of a file, at most `count` lines; empty when there is no such file."""
    if not path.is_file():
        return []
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - TAIL_BYTES))
        text = file.read().decode("utf-8", errors="replace")
    return text.splitlines()[-count:]
