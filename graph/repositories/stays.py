"""Stays: when each person of a claim came and left, as facts that can be told again and are then recognised.

They hold ids and instants only; who may see the claim may see them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.model.claims import Claim
from graph.model.ids import ClaimId, PersonId
from graph.records import Row, instant, instant_or_none
from graph.session import Reading, Writing


@dataclass(frozen=True, slots=True)
class Stay:
    """One person's part in a placement; `left_at` and `reason` once they have left."""

    person_id: PersonId
    placement_id: ClaimId
    arrived_at: datetime
    left_at: datetime | None = None
    reason: str | None = None


def note_arrivals(tx: Writing, placement_id: ClaimId, person_ids: Iterable[PersonId], at: datetime) -> None:
    """These people live under this placement from now on (INV-4 reads `placed_by` under their locks)."""
    tx.rows(
        """
        MATCH (c:Claim {id: $placement_id})
        UNWIND $ids AS person_id
        MATCH (p:Person {id: person_id})
        CREATE (p)-[:STAYS {arrived_at: $at}]->(c)
        SET p.placed_by = $placement_id
        RETURN count(p) AS people
        """,
        placement_id=placement_id,
        ids=sorted(person_ids),
        at=at,
    )


def note_departures(
    tx: Writing, placement_id: ClaimId, person_ids: Iterable[PersonId], at: datetime, reason: str
) -> None:
    """These people have left, and can be placed elsewhere."""
    tx.rows(
        """
        MATCH (c:Claim {id: $placement_id})
        UNWIND $ids AS person_id
        MATCH (p:Person {id: person_id})-[s:STAYS]->(c)
        SET s.left_at = $at, s.reason = $reason, p.placed_by = null
        RETURN count(p) AS people
        """,
        placement_id=placement_id,
        ids=sorted(person_ids),
        at=at,
        reason=reason,
    )


def stays_of_reservation(tx: Reading, reservation_id: str) -> dict[PersonId, Stay]:
    """Those who have come by a reservation, whether they are still there or not."""
    return _stays(
        tx.rows(
            """
            MATCH (p:Person)-[s:STAYS]->(c:Claim {reservation_id: $id})
            RETURN p.id AS person, c.id AS placement, s.arrived_at AS arrived_at, s.left_at AS left_at,
                   s.reason AS reason
            """,
            id=reservation_id,
        )
    )


def stays_of_placement(tx: Reading, placement_id: str) -> dict[PersonId, Stay]:
    """Those who have lived under a placement, whether they are still there or not."""
    return _stays(
        tx.rows(
            """
            MATCH (p:Person)-[s:STAYS]->(c:Claim {id: $id})
            RETURN p.id AS person, c.id AS placement, s.arrived_at AS arrived_at, s.left_at AS left_at,
                   s.reason AS reason
            """,
            id=placement_id,
        )
    )


def people_there_at(tx: Reading, unit_id: str, at: datetime) -> dict[ClaimId, int]:
    """How many people of each placement on a unit were there at an earlier instant."""
    rows = tx.rows(
        """
        MATCH (:CapacityUnit {id: $unit_id})<-[l:ON]-(c:Claim)<-[s:STAYS]-(:Person)
        WHERE s.arrived_at <= $at AND (s.left_at IS NULL OR s.left_at > $at) AND (l.since IS NULL OR l.since <= $at)
        RETURN c.id AS placement, count(s) AS people
        """,
        unit_id=unit_id,
        at=at,
    )
    return {ClaimId(row["placement"]): int(row["people"]) for row in rows}


def when_they_came(tx: Reading, reservation: Claim, person_ids: Sequence[PersonId]) -> datetime | None:
    """The instant recorded for the arrival of exactly these people (of the last who came, where none is named).

    None where they have not come yet, or came one by one: then their arrival is a new fact.
    """
    stays = stays_of_reservation(tx, reservation.id)
    if not person_ids:
        return max((s.arrived_at for s in stays.values()), default=None) if reservation.ended_at else None
    instants = {stays[p].arrived_at if p in stays else None for p in person_ids}
    return instants.pop() if len(instants) == 1 else None


def when_they_left(tx: Reading, placement: Claim, person_ids: Sequence[PersonId]) -> datetime | None:
    """The instant recorded for the departure of exactly these people (of the last who left, where none is named).

    None where one of them is still there, or where they left one by one.
    """
    if not person_ids:
        return placement.ended_at
    stays = stays_of_placement(tx, placement.id)
    instants = {stays[p].left_at if p in stays else None for p in person_ids}
    return instants.pop() if len(instants) == 1 else None


def _stays(rows: Iterable[Row]) -> dict[PersonId, Stay]:
    return {
        PersonId(row["person"]): Stay(
            person_id=PersonId(row["person"]),
            placement_id=ClaimId(row["placement"]),
            arrived_at=instant(row["arrived_at"]),
            left_at=instant_or_none(row["left_at"]),
            reason=row["reason"],
        )
        for row in rows
    }
