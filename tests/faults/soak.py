"""Kills the parts of a running hub in turn, under mixed traffic, and then looks whether all that was acknowledged is
there, once.

`python -m tests.faults.soak --seconds 1800` prints a report as one line of JSON and ends with 1 if anything is wrong.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import httpx

from tests.faults.client import Client, Refused
from tests.faults.ledger import Acknowledged, Ledger
from tests.faults.running import PARTS, Running, running_demonstration
from tests.faults.traffic import HOUSEHOLD, NEED, Place, Walker

HAPPENED = {
    "case": "case_opened",
    "need": "need_recorded",
    "hold": "hold_placed",
    "release": "hold_released",
    "refer": "referral_sent",
    "decline": "referral_declined",
    "accept": "referral_accepted",
    "arrival": "arrival_recorded",
    "departure": "departure_recorded",
}
WALKERS = 4
PLACES = 12
MOST_RANKED = 100
QUIET_SECONDS = 4.0
BACK_SECONDS = 60.0
REPEATED = 200
"""How many of the last acknowledged commands are asked once more under their key."""


@dataclass
class Report:
    """`wrong` is empty when the hub kept its word. Seconds from each kill until the hub was whole again."""

    acknowledged: dict[str, int] = field(default_factory=dict)
    kills: dict[str, list[float]] = field(default_factory=dict)
    asked_to_come_again: int = 0
    cut_connections: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


def soak(seconds: float, folder: Path, *, seed: int = 1) -> Report:
    """Under traffic for so many seconds. Raises what a walker met that no hub should answer."""
    with running_demonstration(folder / "said") as running, closing(Ledger(folder / "ledger")) as ledger:
        report, clients = _under_fire(running, ledger, seconds, seed)
        report.wrong += _judged(running, ledger)
        report.asked_to_come_again = sum(c.tally.unavailable for c in clients)
        report.cut_connections = sum(c.tally.cut for c in clients)
        report.refused = dict(sum((Counter(c.tally.refused) for c in clients), Counter[str]()))
        report.acknowledged = dict(Counter(entry.step for entry in ledger.entries()))
        return report


def _client(running: Running, role: str, ledger: Ledger) -> Client:
    return Client(httpx.Client(base_url=running.url, timeout=20), running.tokens[role], ledger)


def _under_fire(running: Running, ledger: Ledger, seconds: float, seed: int) -> tuple[Report, list[Client]]:
    report, stop = Report(), threading.Event()
    places = _places(_client(running, "intake_coordinator", ledger))
    walkers = [
        Walker(
            _client(running, "intake_coordinator", ledger),
            _client(running, "provider_manager", ledger),
            places,
            random.Random(seed * 100 + n),
            stop,
        )
        for n in range(WALKERS)
    ]
    threads = [threading.Thread(target=walker.run) for walker in walkers]
    for thread in threads:
        thread.start()
    try:
        report.kills = _kill_in_turn(running, time.monotonic() + seconds)
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    report.wrong += [f"a client met {walker.failure!r}" for walker in walkers if walker.failure]
    return report, [client for walker in walkers for client in (walker.asker, walker.provider)]


def _kill_in_turn(running: Running, until: float) -> dict[str, list[float]]:
    took: dict[str, list[float]] = {name: [] for name in PARTS}
    while True:
        for name in PARTS:
            time.sleep(QUIET_SECONDS)
            if time.monotonic() > until:
                return took
            victim = running.part(name)
            assert victim is not None, f"{name} is not running"
            killed = time.monotonic()
            victim.kill()
            victim.wait(BACK_SECONDS)
            while not running.is_whole():
                assert time.monotonic() < killed + BACK_SECONDS, f"not whole {BACK_SECONDS:.0f} s after {name} died"
                time.sleep(0.1)
            took[name].append(round(time.monotonic() - killed, 1))


def _places(client: Client) -> list[Place]:
    """Suitable places with one unit and room enough that most households find one."""
    case = client.command("case", "/cases", HOUSEHOLD)["id"]
    need = client.command("need", f"/cases/{case}/needs", NEED, case_id=case)["id"]
    fitting = client.post(f"/needs/{need}/rankings", {"limit": MOST_RANKED})["matches"]
    suitable = {match["service_at_location_id"] for match in fitting}
    listed = [p for p in client.get("/service_at_locations?limit=1000")["items"] if p["id"] in suitable]
    units = [(place, place["capacity_units"][0]) for place in listed if len(place["capacity_units"]) == 1]
    roomy = [Place(p["id"], u["id"], u["places"]) for p, u in units if u["sharing"] == "by_place" and u["free"] >= 4]
    assert roomy, "the demonstration network has no place for this traffic"
    return roomy[:PLACES]


def _judged(running: Running, ledger: Ledger) -> list[str]:
    asker = _client(running, "intake_coordinator", ledger)
    by_case: dict[str, list[Acknowledged]] = {}
    entries = list(ledger.entries())
    for entry in entries:
        if entry.step in HAPPENED:
            by_case.setdefault(entry.case_id, []).append(entry)
    wrong = [fault for case, steps in by_case.items() for fault in _faults_of_case(asker, case, steps)]
    wrong += _faults_of_repeats(running, ledger, entries[-REPEATED:])
    checked = subprocess.run(
        [sys.executable, "-m", "hub.cli.main", "check", "--data", str(running.data)], capture_output=True, text=True
    )
    if checked.returncode != 0:
        wrong.append(f"hub check ended with {checked.returncode}: {checked.stdout}{checked.stderr}")
    return wrong


def _faults_of_case(asker: Client, case: str, steps: Sequence[Acknowledged]) -> list[str]:
    told = Counter(event["type"] for event in asker.get(f"/cases/{case}/timeline")["items"])
    return [
        f"{step.step} {step.thing} of case {case} happened {told[HAPPENED[step.step]]} times"
        for step in steps
        if told[HAPPENED[step.step]] != 1
    ]


def _faults_of_repeats(running: Running, ledger: Ledger, entries: Sequence[Acknowledged]) -> list[str]:
    """The same command under the same key is answered with the same thing."""
    clients: dict[bool, Client] = {
        False: _client(running, "provider_manager", ledger),
        True: _client(running, "intake_coordinator", ledger),
    }
    wrong = []
    for entry in entries:
        try:
            again: Any = clients[entry.step in {"case", "need", "hold", "release", "refer"}].repeat(entry)["id"]
        except Refused as refused:
            again = refused
        if again != entry.thing:
            wrong.append(f"{entry.step} {entry.thing} repeated under its key was answered with {again}")
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=1800)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report = soak(arguments.seconds, Path(folder), seed=arguments.seed)
    sys.stdout.write(json.dumps(asdict(report)) + "\n")
    return 1 if report.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
