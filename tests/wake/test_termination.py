"""The signal that ends the process is heard here first, and then by whoever listened before."""

import signal

from hub.wake.termination import on_termination


def test_the_signal_is_handed_on() -> None:
    heard: list[str] = []
    earlier = signal.signal(signal.SIGTERM, lambda *_: heard.append("the server"))
    try:
        with on_termination(lambda: heard.append("the pages")):
            signal.raise_signal(signal.SIGTERM)
        signal.raise_signal(signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, earlier)
    assert heard == ["the pages", "the server", "the server"]
