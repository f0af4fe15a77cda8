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
from pathlib import Path
from typing import Any

import httpx
import psutil

from benchmarks.askers import Ask, ask_together, summary
from benchmarks.country import fill
from tests.faults.soak import Running, start
from tests.faults.traffic import HOUSEHOLD, NEED

TOWNS = ("settlement-258576", "settlement-264371", "settlement-734077", "settlement-261745")
NEEDS = 64


class Desk:
    """Needs of households in several towns, and what is done with them, over one client for each asker."""

    def __init__(self, running: Running, askers: int) -> None:
        self._askers = [self._client(running, "intake_coordinator") for _ in range(askers)]
        self._managers = [self._client(running, "provider_manager") for _ in range(askers)]
        self._random = random.Random(1)
        self._needs = [self._need(self._askers[0]) for _ in range(NEEDS)]
        listed = self._askers[0].get("/service_at_locations?limit=1000").json()["items"]
        self._suitable = [match["service_at_location_id"] for match in self._ranked()]
        self._units = [u for p in listed for u in p["capacity_units"]]

    def match(self, asker: int) -> str:
        answer = self._askers[asker].post(f"/needs/{self._random.choice(self._needs)}/rankings", json={"limit": 10})
        return "match" if answer.is_success else f"refused {answer.status_code}"

    def hold(self, asker: int) -> str:
        """Only the hold itself is timed elsewhere as `hold`; here with the case and the need that it is for."""
        need = self._need(self._askers[asker])
        body = {"need_id": need, "service_at_location_id": self._random.choice(self._suitable)}
        answer = self._askers[asker].post("/holds", json=body)
        return "case, need and hold" if answer.is_success else f"refused {answer.json()['type']}"

    def report(self, asker: int) -> str:
        unit = self._random.choice(self._units)
        body = {"capacity_unit_id": unit["id"], "free": self._random.randint(0, unit["places"])}
        answer = self._managers[asker].post("/capacity_reports", json=body)
        return "report" if answer.is_success else f"refused {answer.json()['type']}"

    def mixed(self, asker: int) -> str:
        """70 % match, 20 % hold, 10 % report."""
        chance = self._random.random()
        return (self.match if chance < 0.7 else self.hold if chance < 0.9 else self.report)(asker)

    def _ranked(self) -> list[dict[str, Any]]:
        return self._askers[0].post(f"/needs/{self._needs[0]}/rankings", json={"limit": 100}).json()["matches"]

    def _need(self, client: httpx.Client) -> str:
        case = client.post("/cases", json=HOUSEHOLD).json()["id"]
        need = {**NEED, "near": {"area_id": self._random.choice(TOWNS)}}
        answer = client.post(f"/cases/{case}/needs", json=need)
        return answer.json()["id"]

    @staticmethod
    def _client(running: Running, role: str) -> httpx.Client:
        headers = {"Authorization": f"Bearer {running.tokens[role]}"}
        return httpx.Client(base_url=f"{running.url}/api/v1", timeout=120, headers=headers)


def measured(units: int, seconds: float, askers: list[int]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        running = start(Path(folder) / "said")
        found: dict[str, Any] = {"start_to_ready_s": round(time.perf_counter() - began, 1)}
        try:
            began = time.perf_counter()
            found["units"] = fill(running.data, units=units, there=0)
            found["fill_s"] = round(time.perf_counter() - began, 1)
            desk = Desk(running, max([16, *askers]))
            found["match by 1"] = _run(desk.match, 1, seconds)
            found["match by 8"] = _run(desk.match, 8, seconds)
            found["hold by 8"] = _run(desk.hold, 8, seconds)
            found["mixed by 16"] = _run(desk.mixed, 16, seconds)
            for many in askers:
                found[f"mixed by {many}"] = _run(desk.mixed, many, seconds)
            found["memory_mb"] = _memory_mb(running)
        finally:
            running.process.terminate()
            running.process.communicate(timeout=60)
    return found


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
