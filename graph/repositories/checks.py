"""`hub check`: what must hold of the whole store, read by statements of its own that share nothing with the writes."""

from datetime import datetime

from graph.model.capacity import excess
from graph.model.claims import ClaimKind
from graph.model.events import EventType
from graph.model.referral import ReferralStatus
from graph.repositories.capacity import list_units_now
from graph.session import Reading


def broken_invariants(tx: Reading, *, now: datetime) -> list[str]:
    """One line per breach, each beginning with the number of its invariant; empty where all is well."""
    return [
        *_unexplained_excess(tx, now),
        *_settled_but_named(tx),
        *_unswept_holds(tx, now),
        *_accepted_without_reservation(tx),
        *_placed_twice(tx),
        *_lodged_by_nothing(tx),
        *_several_holds_of_a_need(tx, now),
        *_states_without_event(tx),
        *_gaps_in_streams(tx),
    ]


def _unexplained_excess(tx: Reading, now: datetime) -> list[str]:
    return [
        f"INV-1 unit {unit.state.id}: claims exceed places by {over}, and no open discrepancy names it"
        for unit in list_units_now(tx, now=now)
        if (over := excess(unit.state, now=now)) > 0 and unit.state.discrepancy_id is None
    ]


def _settled_but_named(tx: Reading) -> list[str]:
    rows = tx.rows(
        """
        MATCH (u:CapacityUnit)
        WHERE u.discrepancy_id IS NOT NULL
        OPTIONAL MATCH (d:Discrepancy {id: u.discrepancy_id})
        WITH u, d WHERE d IS NULL OR d.settled_at IS NOT NULL
        RETURN u.id AS id
        """
    )
    return [f"INV-1 unit {row['id']}: names a discrepancy that is not open" for row in rows]


def _unswept_holds(tx: Reading, now: datetime) -> list[str]:
    rows = tx.rows(
        """
        MATCH (c:Claim)
        WHERE c.kind = $hold AND c.status = 'converted' AND c.ended_at > c.expires_at
        RETURN c.id AS id
        """,
        hold=str(ClaimKind.HOLD),
    )
    return [f"INV-2 hold {row['id']}: converted after it had expired" for row in rows]


def _accepted_without_reservation(tx: Reading) -> list[str]:
    rows = tx.rows(
        """
        MATCH (r:Referral)
        WHERE r.status = $accepted
        OPTIONAL MATCH (c:Claim {id: r.reservation_id})
        WITH r, c WHERE c IS NULL OR c.status <> 'made'
        RETURN r.id AS id
        """,
        accepted=str(ReferralStatus.ACCEPTED),
    )
    return [f"INV-3 referral {row['id']}: accepted, and no reservation stands for it" for row in rows]


def _placed_twice(tx: Reading) -> list[str]:
    rows = tx.rows(
        """
        MATCH (c:Claim)
        WHERE c.kind = 'placement' AND c.live = true
        UNWIND c.person_ids AS person
        WITH person, count(c) AS stays WHERE stays > 1
        RETURN person AS id, stays
        """
    )
    return [f"INV-4 person {row['id']}: {row['stays']} placements at once" for row in rows]


def _lodged_by_nothing(tx: Reading) -> list[str]:
    rows = tx.rows(
        """
        MATCH (p:Person)
        WHERE p.placed_by IS NOT NULL
        OPTIONAL MATCH (c:Claim {id: p.placed_by})
        WITH p, c WHERE c IS NULL OR c.live = false OR NOT p.id IN c.person_ids
        RETURN p.id AS id
        """
    )
    return [f"INV-4 person {row['id']}: marked as lodged by a placement that does not lodge them" for row in rows]


def _several_holds_of_a_need(tx: Reading, now: datetime) -> list[str]:
    rows = tx.rows(
        """
        MATCH (c:Claim)
        WHERE c.kind = 'hold' AND c.live = true AND c.expires_at > $now AND c.second_reason IS NULL
        WITH c.need_id AS need, count(c) AS holds WHERE holds > 1
        RETURN need AS id, holds
        """,
        now=now,
    )
    return [f"INV-4 need {row['id']}: {row['holds']} live holds without a reason for each further one" for row in rows]


EVENT_OF_STATE = {
    ("hold", "held"): EventType.HOLD_PLACED,
    ("hold", "converted"): EventType.HOLD_CONVERTED,
    ("hold", "released"): EventType.HOLD_RELEASED,
    ("hold", "expired"): EventType.HOLD_EXPIRED,
    ("reservation", "made"): EventType.RESERVATION_MADE,
    ("reservation", "converted"): EventType.RESERVATION_MADE,
    ("reservation", "cancelled"): EventType.RESERVATION_CANCELLED,
    ("reservation", "non_arrival"): EventType.NON_ARRIVAL_RECORDED,
    ("placement", "arrived"): EventType.ARRIVAL_RECORDED,
    ("placement", "departed"): EventType.DEPARTURE_RECORDED,
}
"""The event by which a claim came into its state; of the arrival that converts a reservation its placement tells."""


def _states_without_event(tx: Reading) -> list[str]:
    rows = tx.rows(
        """
        MATCH (c:Claim)
        OPTIONAL MATCH (e:Event {subject_id: c.id})
        RETURN c.id AS id, c.kind AS kind, c.status AS status, collect(DISTINCT e.type) AS types
        """
    )
    return [
        f"INV-6 {row['kind']} {row['id']}: is {row['status']}, and no event tells of it"
        for row in rows
        if EVENT_OF_STATE.get((row["kind"], row["status"])) not in row["types"]
    ]


def _gaps_in_streams(tx: Reading) -> list[str]:
    rows = tx.rows(
        """
        MATCH (s:EventStream)
        OPTIONAL MATCH (e:Event {subject_id: s.id})
        WITH s, count(e) AS events, count(DISTINCT e.number) AS numbers, max(e.number) AS last
        WHERE events <> s.last OR numbers <> events OR last <> events
        RETURN s.id AS id, s.last AS counted, events
        """
    )
    return [
        f"INV-6 {row['id']}: its events are not numbered 1 to {row['counted']} ({row['events']} found)" for row in rows
    ]
