"""Many askers at once on one hub: each asks until the time is over; what each answer took is kept."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

import httpx


@dataclass(frozen=True)
class Told:
    """One request: what was asked (`refused …` where the hub said no) and how long the answer took."""

    what: str
    seconds: float


Ask = Callable[[int], list[Told]]
"""What asker number n does once: one request or several after one another."""


def timed(what: str, request: Callable[[], httpx.Response]) -> tuple[Told, httpx.Response]:
    began = time.perf_counter()
    answer = request()
    took = time.perf_counter() - began
    return Told(what if answer.is_success else f"refused {what}: {answer.json()['type']}", took), answer


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
                told[number] += ask(number)
            except httpx.TransportError as failure:
                told[number].append(Told(f"failed {type(failure).__name__}", time.perf_counter() - began))

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
    """By what was asked: how many, per second, and the 50th and 95th percentile (nearest rank) in milliseconds."""
    found: dict[str, dict[str, float]] = {}
    for what in sorted({one.what for one in told}):
        times = sorted(one.seconds for one in told if one.what == what)
        found[what] = {
            "count": len(times),
            "per_second": round(len(times) / took, 2),
            "p50_ms": _milliseconds(times, 0.5),
            "p95_ms": _milliseconds(times, 0.95),
        }
    return found


def _milliseconds(times: Sequence[float], share: float) -> float:
    return round(times[ceil(share * len(times)) - 1] * 1000, 1)
