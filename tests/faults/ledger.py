"""What the hub has acknowledged, as a client wrote it down before it went on: one line each, on the disk by fsync."""

import json
import os
import threading
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Acknowledged:
    """A command whose answer came. `key` is its idempotency key, `thing` what it made or changed."""

    case_id: str
    step: str
    path: str
    key: str
    body: dict[str, Any]
    thing: str


class Ledger:
    """Safe for many threads: an entry is on the disk when `write` returns."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._file = path.open("a", encoding="utf-8")

    def write(self, entry: Acknowledged) -> None:
        with self._lock:
            self._file.write(json.dumps(asdict(entry)) + "\n")
            self._file.flush()
            os.fsync(self._file.fileno())

    def close(self) -> None:
        self._file.close()

    def entries(self) -> Iterator[Acknowledged]:
        for line in self._path.read_text(encoding="utf-8").splitlines():
            yield Acknowledged(**json.loads(line))
