"""Twenty writers who begin at the same instant, and a note of what each of them was told and when."""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Barrier, Thread
from time import perf_counter

from graph.model.errors import Conflict
from tests.race.field import WRITERS

STUCK_AFTER = 30.0
"""Seconds after which a writer who has not come back breaks the race; the test's own limit dumps the threads."""


@dataclass(frozen=True, slots=True)
class Told:
    """`answer` is what the command returned, `refusal` the code of a conflict, `error` anything else."""

    began: float
    ended: float
    answer: object = None
    refusal: str | None = None
    error: BaseException | None = None


Command = Callable[[], object]


class Race:
    """Threads that stay for all repetitions of a race."""

    def __init__(self, writers: int) -> None:
        self.writers = writers
        self.start = Barrier(writers)
        self.told: SimpleQueue[tuple[int, Told]] = SimpleQueue()
        self.orders: list[SimpleQueue[Command | None]] = [SimpleQueue() for _ in range(writers)]

    def run(self, commands: Sequence[Command]) -> list[Told]:
        """Runs one command per writer, all at once, and returns what each was told, in their order."""
        assert len(commands) == self.writers
        for orders, command in zip(self.orders, commands, strict=True):
            orders.put(command)
        heard = dict(self.told.get(timeout=STUCK_AFTER) for _ in commands)
        return [heard[writer] for writer in range(self.writers)]

    def work(self, writer: int) -> None:
        while (command := self.orders[writer].get()) is not None:
            self.start.wait(STUCK_AFTER)
            self.told.put((writer, _done(command)))


def _done(command: Command) -> Told:
    began = perf_counter()
    try:
        answer = command()
    except Conflict as conflict:
        return Told(began, perf_counter(), refusal=conflict.code)
    except BaseException as error:  # noqa: BLE001 - the race itself must hear of it
        return Told(began, perf_counter(), error=error)
    return Told(began, perf_counter(), answer=answer)


@contextmanager
def writers(count: int = WRITERS) -> Generator[Race]:
    """The threads are daemons: one that waits for ever fails its test, and cannot keep the run from ending."""
    race = Race(count)
    threads = [Thread(target=race.work, args=(n,), name=f"writer-{n}", daemon=True) for n in range(count)]
    for thread in threads:
        thread.start()
    try:
        yield race
    finally:
        for orders in race.orders:
            orders.put(None)
