"""SIGINT, SIGTERM and SIGHUP as a wish to stop, and a second one as a wish to stop at once."""

import signal
from collections.abc import Generator
from contextlib import contextmanager


class StopRequest:
    """A plain counter: an event set inside a handler can lock against itself."""

    def __init__(self) -> None:
        self.count = 0

    def handle(self, _number: int, _frame: object) -> None:
        self.count += 1

    @property
    def asked(self) -> bool:
        return self.count > 0

    @property
    def impatient(self) -> bool:
        return self.count > 1


@contextmanager
def stop_on_signals() -> Generator[StopRequest]:
    """The three signals only set the request while the block runs."""
    request = StopRequest()
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, request.handle) for number in numbers}
    try:
        yield request
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
