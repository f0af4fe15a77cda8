"""The quickest ways over the sea between two landmasses: chains of ferries, with roads between harbours if needed."""

import heapq
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from matching.travel.crossings import CROSSINGS
from matching.travel.ports import PORT, PORTS
from matching.travel.roads import ROAD_FACTOR, road_minutes, straight_line_m

WAITING_MINUTES = 90
SHUTTLE_WAITING_MINUTES = 30


class Passage(NamedTuple):
    """From the first port to the last; `minutes` hold the wait before each boarding."""

    minutes: float
    ports: tuple[str, ...]


class UnreachableLandmassError(ValueError):
    """No chain of ferries joins the two: a landmass code is unknown, or the crossings lack an island."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"no ferries join the landmasses {one!r} and {other!r}; see matching/travel/crossings.py")


@cache
def passages(origin: str, destination: str) -> tuple[Passage, ...]:
    """Every chain worth comparing between two landmasses; raises UnreachableLandmassError where there is none.

    A chain that touches its own first or last landmass a second time is left out: the drive covers that part.
    """
    found = tuple(
        passage
        for port in PORTS
        if port.landmass == origin
        for last, passage in _quickest_from(port.key).items()
        if PORT[last].landmass == destination and _leaves_once(passage.ports, origin, destination)
    )
    if not found:
        raise UnreachableLandmassError(origin, destination)
    return found


def _leaves_once(ports: tuple[str, ...], origin: str, destination: str) -> bool:
    lands = [PORT[port].landmass for port in ports]
    return lands.count(origin) == 1 and lands.count(destination) == 1


@cache
def _quickest_from(start: str) -> dict[str, Passage]:
    """Dijkstra over the ports. Equal minutes are decided by the ports' names, so that an answer repeats."""
    quickest: dict[str, Passage] = {}
    waiting = [Passage(0.0, (start,))]
    while waiting:
        passage = heapq.heappop(waiting)
        here = passage.ports[-1]
        if here in quickest:
            continue
        quickest[here] = passage
        for there, minutes in _legs()[here].items():
            if there not in quickest:
                heapq.heappush(waiting, Passage(passage.minutes + minutes, (*passage.ports, there)))
    return quickest


@cache
def _legs() -> dict[str, dict[str, float]]:
    """Minutes from each port to those next to it, by ferry with its wait or by road."""
    legs: dict[str, dict[str, float]] = {port.key: dict(_roads_from(port.key)) for port in PORTS}
    for crossing in CROSSINGS:
        waiting = SHUTTLE_WAITING_MINUTES if crossing.shuttle else WAITING_MINUTES
        legs[crossing.one][crossing.other] = crossing.minutes + waiting
        legs[crossing.other][crossing.one] = crossing.minutes + waiting
    return legs


def _roads_from(key: str) -> Iterator[tuple[str, float]]:
    here = PORT[key]
    for there in PORTS:
        if there.landmass == here.landmass and there != here:
            metres = straight_line_m(here.point, there.point) * ROAD_FACTOR
            yield there.key, road_minutes(metres, here.landmass)
