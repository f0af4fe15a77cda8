"""Capacity units under lock: the one statement by which every write that touches INV-1 or INV-5 begins.

All units are locked, in the order of their ids, before anything about them is read; sorting by the caller spares
Neo4j its deadlocks, and the guard makes the embedded server refuse the second of two commits.
"""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from graph.model.capacity import ExpectedFree, Figure, LeftOut, Outage, Sharing, Slice, UnitState
from graph.model.claims import ClaimKind
from graph.model.errors import NotThere
from graph.model.ids import CapacityUnitId, ClaimId, new_id
from graph.model.period import ATHENS, Period
from graph.records import Row, day_or_none, instant, instant_or_none, numbers, texts
from graph.session import Reading, Writing


def lock_units(tx: Writing, unit_ids: Iterable[CapacityUnitId]) -> dict[CapacityUnitId, UnitState]:
    """Locks the units and returns their state at the actor's instant. Raises NotThere where one does not exist."""
    wanted = sorted(set(unit_ids))
    rows = tx.rows(
        """
        UNWIND $unit_ids AS unit_id
        MATCH (u:CapacityUnit {id: unit_id})
        SET u.guard = $token
        WITH u ORDER BY u.id
        MATCH (s:ServiceAtLocation)-[:HAS_UNIT]->(u)
        CALL (u) {
            OPTIONAL MATCH (u)<-[l:ON]-(c:Claim)
            WHERE (c.live = true AND (c.expires_at IS NULL OR c.expires_at > $now))
               OR coalesce(c.ended_at, c.expires_at) > u.figure_as_of
            RETURN collect(CASE WHEN c IS NULL THEN NULL ELSE
                [c.id, c.root_id, c.kind, l.places, CASE WHEN l.since > c.starts THEN l.since ELSE c.starts END,
                 c.ends, c.made_at, coalesce(c.freed_at, c.ended_at), c.expires_at] END) AS claims
        }
        CALL (u) {
            OPTIONAL MATCH (u)<-[x:OUT]-(o:OutOfService)
            WHERE o.ends > $now OR o.ends > u.figure_as_of
            RETURN collect(CASE WHEN o IS NULL THEN NULL ELSE [x.places, o.starts, o.ends] END) AS outages
        }
        RETURN u.id AS id, u.places AS places, u.sharing AS sharing, u.elsewhere AS elsewhere,
               u.balance AS balance,
               u.expected_at AS expected_at, u.expected_places AS expected_places,
               u.figure_free AS figure_free, u.figure_as_of AS figure_as_of,
               u.figure_leaves_out AS figure_leaves_out, u.figure_roots AS figure_roots,
               u.discrepancy_id AS discrepancy_id, u.version AS version,
               s.id AS service_at_location_id, s.certified_until AS certified_until, s.suspended AS suspended,
               s.day_turns_at AS day_turns_at, claims, outages
        """,
        unit_ids=wanted,
        token=new_id(),
        now=tx.actor.at,
    )
    if len(rows) != len(wanted):
        raise NotThere("capacity_unit")
    return {CapacityUnitId(row["id"]): unit_state(row, tx.actor.at) for row in rows}


def unit_ids_of(tx: Reading, service_at_location_id: str) -> tuple[CapacityUnitId, ...]:
    """The units of one service at location, by id."""
    rows = tx.rows(
        """
        MATCH (:ServiceAtLocation {id: $id})-[:HAS_UNIT]->(u:CapacityUnit)
        RETURN u.id AS id ORDER BY u.id
        """,
        id=service_at_location_id,
    )
    return tuple(CapacityUnitId(row["id"]) for row in rows)


def unit_state(row: Row, now: datetime) -> UnitState:
    """One row of the statement above (or of the directory's) as a value."""
    return UnitState(
        id=row["id"],
        service_at_location_id=row["service_at_location_id"],
        places=int(row["places"]),
        sharing=Sharing(row["sharing"]),
        elsewhere=int(row["elsewhere"]),
        slices=tuple(_slice(values, now) for values in row["claims"]),
        outages=tuple(Outage(int(n), Period(instant(a), instant(b))) for n, a, b in row["outages"]),
        expected=_expected(row),
        figure=_figure(row),
        discrepancy_id=row["discrepancy_id"],
        certified=is_certified(day_or_none(row["certified_until"]), bool(row["suspended"]), now),
        turns_at=time.fromisoformat(row["day_turns_at"]),
        version=int(row["version"]),
        balance=row["balance"],
    )


def is_certified(until: date | None, suspended: bool, now: datetime) -> bool:
    """INV-5: neither suspended nor lapsed today in Athens. No date means that none is required."""
    return not suspended and (until is None or until >= now.astimezone(ATHENS).date())


def _slice(values: list[Any], now: datetime) -> Slice:
    claim_id, root_id, kind, places, starts, ends, made_at, ended_at, expires_at = values
    ended, expires = instant_or_none(ended_at), instant_or_none(expires_at)
    if ended is None and expires is not None and expires <= now:
        ended = expires
    return Slice(
        claim_id=ClaimId(claim_id),
        root_id=ClaimId(root_id),
        kind=ClaimKind(kind),
        places=int(places),
        period=Period(instant(starts), instant(ends)),
        made_at=instant(made_at),
        ended_at=ended,
    )


def _expected(row: Row) -> tuple[ExpectedFree, ...]:
    pairs = zip(row["expected_at"] or (), numbers(row["expected_places"]), strict=True)
    return tuple(ExpectedFree(instant(at), places) for at, places in pairs)


def _figure(row: Row) -> Figure | None:
    as_of = instant_or_none(row["figure_as_of"])
    if as_of is None:
        return None
    return Figure(
        free=int(row["figure_free"]),
        as_of=as_of,
        leaves_out=LeftOut(row["figure_leaves_out"]),
        left_out_roots=frozenset(ClaimId(r) for r in texts(row["figure_roots"])),
    )


def store_elsewhere(tx: Writing, states: Iterable[UnitState]) -> None:
    """Writes what the pure functions decided; the version tells followers that something changed."""
    tx.rows(
        """
        UNWIND $units AS row
        MATCH (u:CapacityUnit {id: row.id})
        SET u.elsewhere = row.elsewhere, u.balance = row.balance, u.discrepancy_id = row.discrepancy_id,
            u.version = u.version + 1
        RETURN count(u) AS stored
        """,
        units=[
            {"id": s.id, "elsewhere": s.elsewhere, "balance": s.balance, "discrepancy_id": s.discrepancy_id}
            for s in states
        ],
    )
