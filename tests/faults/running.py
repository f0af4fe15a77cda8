"""A whole demonstration hub as a client and an executioner see it: its address, its sign-ins, its parts."""

import json
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil

PARTS = {
    "worker": "hub.cli.main worker",
    "beat": "hub.cli.main beat",
    "web": "hub.cli.main serve",
    "redis": "redis-server",
    "graph": "graph.servers",
}
"""What stands in the command line of each part, in the order in which they are killed."""
STOP_SECONDS = 60


@dataclass
class Running:
    process: subprocess.Popen[str]
    url: str
    data: Path
    tokens: dict[str, str]

    def part(self, name: str) -> psutil.Process | None:
        for child in psutil.Process(self.process.pid).children():
            with suppress(psutil.NoSuchProcess):
                if PARTS[name] in " ".join(child.cmdline()):
                    return child
        return None

    def is_whole(self) -> bool:
        """Every part runs again, and the web server says that it reaches the graph and Redis."""
        try:
            ready = httpx.get(f"{self.url}/readyz", timeout=5).status_code == 200
        except httpx.TransportError:
            return False
        return ready and all(self.part(name) for name in PARTS)


@contextmanager
def running_demonstration(said: Path) -> Generator[Running]:
    """Ready when the block begins, stopped after it. `said` gets its progress and complaints."""
    with said.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "hub.cli.main", "demo", "--ephemeral"],
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line, said.read_text(encoding="utf-8")
        ready = json.loads(line)
        tokens = {account["role"]: account["token"] for account in ready["accounts"]}
        yield Running(process, ready["url"], Path(ready["data"]), tokens)
    finally:
        process.terminate()
        process.communicate(timeout=STOP_SECONDS)
