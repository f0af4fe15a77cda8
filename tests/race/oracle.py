"""The judge of a race. It reads claims by a statement of its own and counts by arithmetic of its own.

It shares no code with the hub on purpose: what it says must hold however the hub decides. Moments are seconds of the
epoch, because the two servers give stored instants back in different shapes.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from neo4j.time import DateTime

from graph.session import Graph


@dataclass(frozen=True, slots=True)
class Taken:
    """`places` of a unit, taken by a claim or by being out of service, from `since` until `until`."""

    id: str
    unit_id: str
    places: int
    since: float
    until: float


@dataclass(frozen=True, slots=True)
class Wanted:
    """`people` who would all fit into one of these units, over the whole of a period."""

    people: int
    unit_ids: Sequence[str]
    since: float
    until: float


@dataclass(frozen=True, slots=True)
class Room:
    """`whole`: given to one household, with all its places. `kept_back`: places that were not there to be claimed."""

    places: int
    whole: bool
    kept_back: int = 0


def read_claims(graph: Graph, unit_ids: Sequence[str], *, now: datetime) -> list[Taken]:
    """What stands on these units at `now`; a hold whose time is over does not stand, tidied or not."""
    rows = graph.read(
        lambda tx: tx.rows(
            """
            MATCH (claim:Claim)-[on:ON]->(unit:CapacityUnit)
            WHERE unit.id IN $unit_ids AND claim.status IN ['held', 'made', 'arrived']
              AND (claim.kind <> 'hold' OR claim.expires_at > $now)
            RETURN claim.id AS id, unit.id AS unit_id, on.places AS places, claim.starts AS since, claim.ends AS until
            """,
            unit_ids=list(unit_ids),
            now=now,
        )
    )
    return [Taken(r["id"], r["unit_id"], r["places"], moment(r["since"]), moment(r["until"])) for r in rows]


def read_disputed(graph: Graph, unit_ids: Sequence[str]) -> set[str]:
    """The units that an open discrepancy names."""
    rows = graph.read(
        lambda tx: tx.rows(
            "MATCH (d:Discrepancy) WHERE d.unit_id IN $ids AND d.settled_at IS NULL RETURN d.unit_id AS unit_id",
            ids=list(unit_ids),
        )
    )
    return {row["unit_id"] for row in rows}


def highest(taken: Iterable[Taken], unit_id: str, wanted: Wanted | None = None) -> int:
    """The most places taken at once (within the wanted period), by walking over all comings and goings in order."""
    steps: dict[float, int] = defaultdict(int)
    for t in taken:
        since = max(t.since, wanted.since) if wanted else t.since
        until = min(t.until, wanted.until) if wanted else t.until
        if t.unit_id == unit_id and since < until:
            steps[since] += t.places
            steps[until] -= t.places
    level = top = 0
    for at in sorted(steps):
        level += steps[at]
        top = max(top, level)
    return top


def oversold(taken: Sequence[Taken], rooms: Mapping[str, Room]) -> set[str]:
    """Units on which more is claimed than there is."""
    return {unit_id for unit_id, room in rooms.items() if highest(taken, unit_id) > room.places}


def uncovered(claims: Sequence[Taken], lost: Sequence[Taken], rooms: Mapping[str, Room]) -> set[str]:
    """Units where, at some moment, somebody has a claim and the places that are left do not cover all claims."""
    found: set[str] = set()
    for unit_id, room in rooms.items():
        for claim in claims:
            if claim.unit_id == unit_id and highest([*claims, *lost], unit_id, _during(claim)) > room.places:
                found.add(unit_id)
    return found


def would_fit(wanted: Wanted, taken: Sequence[Taken], rooms: Mapping[str, Room]) -> list[str]:
    """The wanted units with room for these people beside all that is taken."""
    return [u for u in wanted.unit_ids if _fits(wanted, taken, u, rooms[u])]


def _fits(wanted: Wanted, taken: Sequence[Taken], unit_id: str, room: Room) -> bool:
    asked = room.places if room.whole else wanted.people
    taken_then = highest(taken, unit_id, wanted) + room.kept_back
    return wanted.people <= room.places and taken_then + asked <= room.places


def _during(claim: Taken) -> Wanted:
    return Wanted(0, [claim.unit_id], claim.since, claim.until)


def moment(value: datetime | DateTime) -> float:
    native = value.to_native() if isinstance(value, DateTime) else value
    return (native if native.tzinfo else native.replace(tzinfo=UTC)).timestamp()
