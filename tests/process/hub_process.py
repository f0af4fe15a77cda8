"""Starts the stand-in hub for a test, and looks at it and its children from outside."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

PROJECT = Path(__file__).parents[2]


@dataclass
class HubProcess:
    process: subprocess.Popen[str]
    said_path: Path

    def wait_until_ready(self) -> dict[str, Any]:
        """What it prints when ready; an empty line means that it ended first."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, self.said()
        return json.loads(line)

    def said(self) -> str:
        return self.said_path.read_text(encoding="utf-8")

    def children(self) -> list[psutil.Process]:
        return psutil.Process(self.process.pid).children(recursive=True)


@contextmanager
def stand_in_hub(folder: Path, *options: str) -> Generator[HubProcess]:
    """Whatever the test leaves running is killed at the end."""
    said = folder.with_name(f"{folder.name}.said")
    with said.open("a", encoding="utf-8") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.process.stand_in_hub", str(folder), *options],
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    try:
        yield HubProcess(process, said)
    finally:
        process.kill()
        process.communicate()


def wait_until(condition: Callable[[], bool], what: str, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"waited {seconds} s in vain until {what}"
        time.sleep(0.05)


def all_gone(processes: list[psutil.Process]) -> bool:
    return not any(process.is_running() and process.status() != psutil.STATUS_ZOMBIE for process in processes)
