"""Starts the parts in order, keeps the lasting ones running, and stops them in reverse order.

Runs in the main thread: the kernel ends our children when the thread that started them ends.
"""

import os
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from graph.servers.embedded import stop_process
from hub.processes.child import Child, Part, Step
from hub.processes.errors import KeepsDying, NotReady, StepFailed
from hub.processes.output import last_lines, open_private
from hub.processes.signals import StopRequest
from hub.processes.watched import News, Patience, Watched

LOOK_SECONDS = 0.1
STEP_STOP_SECONDS = 3
Say = Callable[[str], None]


class StopAsked(Exception):
    """A signal came while the parts were being started."""


class Supervisor:
    """`say` gets one line of progress at a time, for people; `logs` is the folder of the children's output."""

    def __init__(
        self, parts: Sequence[Part], *, logs: Path, say: Say, stop: StopRequest, patience: Patience | None = None
    ) -> None:
        self._parts = parts
        self._logs = logs
        self._say = say
        self._stop = stop
        self._patience = patience or Patience()
        self._groups: list[list[Watched]] = []

    @property
    def watched(self) -> list[Watched]:
        """All children started so far, in the order of their start."""
        return [watched for group in self._groups for watched in group]

    def run(self, when_ready: Callable[[], None]) -> None:
        """Until a signal asks to stop. Raises `ProcessError` when a part cannot be started or kept running."""
        try:
            for part in self._parts:
                self._bring_up(part)
            when_ready()
            while True:
                self._look()
        except StopAsked:
            self._say("Stopping.")
        finally:
            self._stop_all()

    def _bring_up(self, part: Part) -> None:
        if isinstance(part, Step):
            self._run_step(part)
        else:
            self._start_together(part)

    def _start_together(self, children: Sequence[Child]) -> None:
        group = [Watched(child, self._logs, self._patience) for child in children]
        self._groups.append(group)
        for watched in group:
            self._say(f"{watched.child.title}: starting.")
            watched.start()
        while not all(watched.ready for watched in group):
            self._look()

    def _run_step(self, step: Step) -> None:
        started = time.monotonic()
        self._say(f"{step.title}: starting.")
        # Progress goes to our own standard error, so that it is seen while it happens.
        with open_private(step.output) as output:
            process = subprocess.Popen(
                step.command,
                env={**os.environ, **step.environment},
                stdin=subprocess.DEVNULL,
                stdout=output,
                start_new_session=True,
            )
        try:
            while process.poll() is None:
                self._look()
        finally:
            stop_process(process, STEP_STOP_SECONDS)
        if process.returncode != 0:
            raise StepFailed(
                f"{step.title} ended with status {process.returncode}: see its message above, "
                "put right what it names, and start again."
            )
        self._say(f"{step.title}: ready after {time.monotonic() - started:.1f} s.")

    def _look(self) -> None:
        """One round over the children and a short pause. Raises `StopAsked` after a signal."""
        if self._stop.asked:
            raise StopAsked
        for watched in self.watched:
            self._heed(watched, watched.look())
        time.sleep(LOOK_SECONDS)

    def _heed(self, watched: Watched, news: News) -> None:
        title, log = watched.child.title, watched.log
        if news is News.READY:
            self._say(f"{title}: {'running again' if watched.deaths else 'ready'} after {watched.age:.1f} s.")
        elif news is News.DIED:
            self._show_end(watched)
            self._say(f"{title}: ended with status {watched.status}; starting it again.")
        elif news is News.GIVEN_UP:
            self._show_end(watched)
            raise KeepsDying(
                f"{title} ended {watched.deaths} times within {self._patience.seconds:.0f} seconds, "
                f"so the hub stops: its last lines are above, the rest in {log}."
            )
        elif news is News.TOO_SLOW:
            self._show_end(watched)
            raise NotReady(
                f"{title} did not answer within {watched.child.start_seconds:.0f} seconds, "
                f"so the hub stops: its last lines are above, the rest in {log}."
            )

    def _show_end(self, watched: Watched) -> None:
        for line in last_lines(watched.log):
            self._say(f"  {watched.child.name} | {line}")

    def _stop_all(self) -> None:
        for group in reversed(self._groups):
            for watched in group:
                watched.ask_to_stop()
            self._see_ended(group)

    def _see_ended(self, group: Sequence[Watched]) -> None:
        asked = time.monotonic()
        while remaining := [watched for watched in group if not watched.has_ended()]:
            for watched in remaining:
                if self._stop.impatient or time.monotonic() - asked > watched.child.stop_seconds:
                    watched.kill()
            time.sleep(0.02)
