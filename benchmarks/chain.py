"""Match, hold and report on a whole running hub with a large country.

`python -m benchmarks.chain --units 20000` starts a hub with the embedded servers, fills it, and prints one
line of JSON.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import httpx
import psutil

from benchmarks.askers import Ask, Told, ask_together, summary, timed
from benchmarks.country import fill
from tests.faults.running import Running, running_demonstration
from tests.faults.traffic import HOUSEHOLD, NEED

TOWNS = ("settlement-258576", "settlement-264371", "settlement-734077", "settlement-261745")
NEEDS = 64


class Desk:
    """Needs of households in several towns, and what is done with them, over one client for each asker.

    `units` are those that the provider may report on.
    """

    def __init__(self, running: Running, askers: int, units: Sequence[dict[str, Any]]) -> None:
        self._askers = [_client(running, "intake_coordinator") for _ in range(askers)]
        self._managers = [_client(running, "provider_manager") for _ in range(askers)]
        self._random = random.Random(1)
        self._units = units
        self._needs = [self._need(self._askers[0]) for _ in range(NEEDS)]
        ranking = self._askers[0].post(f"/needs/{self._needs[0]}/rankings", json={"limit": 100}).json()
        self._suitable = [match["service_at_location_id"] for match in ranking["matches"]]

    def match(self, asker: int) -> list[Told]:
        need = self._random.choice(self._needs)
        return [timed("match", lambda: self._askers[asker].post(f"/needs/{need}/rankings", json={"limit": 10}))[0]]

    def hold(self, asker: int) -> list[Told]:
        """For a need of its own, whose recording is not counted."""
        body = {
            "need_id": self._need(self._askers[asker]),
            "service_at_location_id": self._random.choice(self._suitable),
        }
        return [timed("hold", lambda: self._askers[asker].post("/holds", json=body))[0]]

    def report(self, asker: int) -> list[Told]:
        unit = self._random.choice(self._units)
        body = {"capacity_unit_id": unit["id"], "free": self._random.randint(0, unit["places"])}
        return [timed("report", lambda: self._managers[asker].post("/capacity_reports", json=body))[0]]

    def mixed(self, asker: int) -> list[Told]:
        """70 % match, 20 % hold, 10 % report."""
        chance = self._random.random()
        return (self.match if chance < 0.7 else self.hold if chance < 0.9 else self.report)(asker)

    def _need(self, client: httpx.Client) -> str:
        case = client.post("/cases", json=HOUSEHOLD).raise_for_status().json()["id"]
        need = {**NEED, "near": {"area_id": self._random.choice(TOWNS)}}
        return client.post(f"/cases/{case}/needs", json=need).raise_for_status().json()["id"]


def measured(units: int, seconds: float, askers: list[int]) -> dict[str, Any]:
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, running_demonstration(Path(folder) / "said") as running:
        found: dict[str, Any] = {"start_to_ready_s": round(time.perf_counter() - began, 1)}
        own = _units_of_the_provider(running)
        began = time.perf_counter()
        found["units"] = fill(running.data, units=units, there=len(own))
        found["fill_s"] = round(time.perf_counter() - began, 1)
        desk = Desk(running, max([16, *askers]), own)
        found["match by 1"] = _run(desk.match, 1, seconds)
        found["match by 8"] = _run(desk.match, 8, seconds)
        found["hold by 8"] = _run(desk.hold, 8, seconds)
        for many in (16, *askers):
            found[f"mixed by {many}"] = _run(desk.mixed, many, seconds)
        found["memory_mb"] = _memory_mb(running)
    return found


def _client(running: Running, role: str) -> httpx.Client:
    headers = {"Authorization": f"Bearer {running.tokens[role]}"}
    return httpx.Client(base_url=f"{running.url}/api/v1", timeout=120, headers=headers)


def _units_of_the_provider(running: Running) -> list[dict[str, Any]]:
    """Of the demonstration, before more is added: the provider's manager acts for all of that."""
    places = _client(running, "provider_manager").get("/service_at_locations?limit=1000").raise_for_status()
    return [unit for place in places.json()["items"] for unit in place["capacity_units"]]


def _run(ask: Ask, askers: int, seconds: float) -> dict[str, dict[str, float]]:
    return summary(*ask_together(ask, askers, seconds))


def _memory_mb(running: Running) -> int:
    """Of all parts together: what each holds for itself (unique set size)."""
    family = [psutil.Process(running.process.pid), *psutil.Process(running.process.pid).children(recursive=True)]
    return round(sum(process.memory_full_info().uss for process in family) / 1_000_000)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=20_000)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--askers", type=int, nargs="*", default=[24, 200])
    arguments = parser.parse_args()
    found = measured(arguments.units, arguments.seconds, arguments.askers)
    sys.stdout.write(json.dumps(found) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
