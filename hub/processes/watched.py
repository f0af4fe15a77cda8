"""One child under watch: its process, whether it is ready, and how often it has died lately."""

import os
import subprocess
import time
from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from hub.processes.child import Child
from hub.processes.output import open_log


@dataclass(frozen=True)
class Patience:
    """How often a child may die: `deaths` within `seconds`, fewer if it has never been ready."""

    deaths: int = 5
    seconds: float = 60
    deaths_before_ready: int = 3
    first_pause: float = 0.5
    longest_pause: float = 8


class News(StrEnum):
    """What a look at a child found."""

    NOTHING = "nothing"
    READY = "ready"
    DIED = "died"
    TOO_SLOW = "too-slow"
    GIVEN_UP = "given-up"


class Watched:
    """Not thread-safe: started and looked at from the main thread, to which its children's lives are tied."""

    def __init__(self, child: Child, logs: Path, patience: Patience) -> None:
        self.child = child
        self.log = logs / f"{child.name}.log"
        self.ready = False
        self.status: int | None = None
        self._patience = patience
        self._was_ready_once = False
        self._deaths: deque[float] = deque()
        self._restart_at: float | None = None
        self._started_at = 0.0
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    @property
    def age(self) -> float:
        """Seconds since the last start."""
        return time.time() - self._started_at

    def start(self) -> None:
        self._restart_at = None
        self._started_at = time.time()
        with open_log(self.log) as output:
            self._process = subprocess.Popen(
                self.child.command,
                env={**os.environ, **self.child.environment},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                # Ctrl-C reaches the whole group of the terminal; children are stopped in order by us instead.
                start_new_session=True,
            )

    def look(self) -> News:
        """What has happened since the last look; starts the child again when its pause is over."""
        if self._restart_at is not None:
            if time.monotonic() >= self._restart_at:
                self.start()
            return News.NOTHING
        if self._process is None:
            return News.NOTHING
        self.status = self._process.poll()
        if self.status is not None:
            return self._died()
        return News.NOTHING if self.ready else self._look_for_readiness()

    def _look_for_readiness(self) -> News:
        if self.child.is_ready(self._started_at):
            self.ready = self._was_ready_once = True
            return News.READY
        if time.time() - self._started_at > self.child.start_seconds:
            return News.TOO_SLOW
        return News.NOTHING

    def _died(self) -> News:
        self.ready = False
        self._process = None
        now = time.monotonic()
        self._deaths.append(now)
        while self._deaths[0] < now - self._patience.seconds:
            self._deaths.popleft()
        allowed = self._patience.deaths if self._was_ready_once else self._patience.deaths_before_ready
        if len(self._deaths) >= allowed:
            return News.GIVEN_UP
        pause = self._patience.first_pause * 2 ** (len(self._deaths) - 1)
        self._restart_at = now + min(pause, self._patience.longest_pause)
        return News.DIED

    @property
    def deaths(self) -> int:
        """How many times the child died within the time that counts."""
        return len(self._deaths)

    def ask_to_stop(self) -> None:
        self._restart_at = None
        if self._process is not None:
            self._process.terminate()

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()

    def has_ended(self) -> bool:
        return self._process is None or self._process.poll() is not None
