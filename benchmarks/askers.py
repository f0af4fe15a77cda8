"""Many askers at once on one hub: each asks until the time is over; what each answer took is kept."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import httpx

Ask = Callable[[int], str]
"""Asks once, as asker number n; returns a name of what was asked, `refused …` where the hub said no."""


@dataclass(frozen=True)
class Told:
    what: str
    seconds: float


def ask_together(ask: Ask, askers: int, seconds: float) -> tuple[list[Told], float]:
    """All answers and how long it took in all, in seconds. An asker whose request fails goes on: `failed …`."""
    told: list[list[Told]] = [[] for _ in range(askers)]
    barrier = threading.Barrier(askers + 1)
    until = [0.0]

    def go(number: int) -> None:
        barrier.wait()
        while time.perf_counter() < until[0]:
            began = time.perf_counter()
            try:
                what = ask(number)
            except (httpx.HTTPError, KeyError) as failure:
                what = f"failed {type(failure).__name__}"
            told[number].append(Told(what, time.perf_counter() - began))

    threads = [threading.Thread(target=go, args=(n,)) for n in range(askers)]
    for thread in threads:
        thread.start()
    began = time.perf_counter()
    until[0] = began + seconds
    barrier.wait()
    for thread in threads:
        thread.join()
    return [one for his in told for one in his], time.perf_counter() - began


def summary(told: Sequence[Told], took: float) -> dict[str, dict[str, float]]:
    """By what was asked: how many, per second, and the 50th and 95th percentile in milliseconds."""
    found: dict[str, dict[str, float]] = {}
    for what in sorted({one.what for one in told}):
        times = sorted(one.seconds for one in told if one.what == what)
        found[what] = {
            "count": len(times),
            "per_second": round(len(times) / took, 2),
            "p50_ms": round(times[len(times) // 2] * 1000, 1),
            "p95_ms": round(times[int((len(times) - 1) * 0.95)] * 1000, 1),
        }
    return found
