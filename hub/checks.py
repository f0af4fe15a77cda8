"""What must hold of the whole store: asked now (`hub check`), and what the nightly sweep found last."""

import json
from dataclasses import dataclass
from datetime import datetime

from redis import Redis, RedisError

from graph.model.errors import Unavailable
from graph.repositories.checks import broken_invariants
from hub.bootstrap import open_graph
from hub.clock import SystemClock
from hub.settings import Settings

LAST_SWEEP = "sweep:last"


@dataclass(frozen=True, slots=True)
class LastSweep:
    at: datetime
    breaches: int


def run_checks(settings: Settings) -> list[str]:
    """One line per breach, each beginning with the number of its invariant. Raises Unavailable."""
    graph = open_graph(settings)
    try:
        now = SystemClock().now()
        return graph.read(lambda tx: broken_invariants(tx, now=now))
    finally:
        graph.close()


def note_sweep(redis: Redis, sweep: LastSweep) -> None:
    """Raises Unavailable."""
    try:
        redis.set(LAST_SWEEP, json.dumps({"at": sweep.at.isoformat(), "breaches": sweep.breaches}))
    except RedisError as error:
        raise Unavailable("redis") from error


def find_last_sweep(redis: Redis) -> LastSweep | None:
    """None where none has run since Redis was emptied; a hub whose last one is older than a day is not looked after.

    Raises Unavailable.
    """
    try:
        noted = redis.get(LAST_SWEEP)
    except RedisError as error:
        raise Unavailable("redis") from error
    if not isinstance(noted, str):
        return None
    found = json.loads(noted)
    return LastSweep(at=datetime.fromisoformat(found["at"]), breaches=found["breaches"])
