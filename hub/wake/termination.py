"""Acts the moment the process is asked to end.

The web server waits for open connections before it tells the application that it stops, and an open page never ends
by itself: without this each stop would last as long as the server has patience.
"""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = (signal.SIGTERM, signal.SIGINT)


@contextmanager
def on_termination(act: Callable[[], object]) -> Iterator[None]:
    """Calls `act`, then whatever handled the signal before. Idle outside the main thread, which gets the signals."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    earlier = {number: signal.getsignal(number) for number in SIGNALS}

    def told(number: int, frame: FrameType | None) -> None:
        act()
        handler = earlier[signal.Signals(number)]
        if callable(handler):
            handler(number, frame)

    for number in SIGNALS:
        signal.signal(number, told)
    try:
        yield
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)
