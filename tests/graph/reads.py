"""Short reads for tests: what is free, what stands, what was told."""

from datetime import datetime

from graph.model.capacity import UnitState, free_at
from graph.model.claims import Claim, ClaimKind
from graph.model.events import Event
from graph.model.outbox import OutboxRow
from graph.model.referral import Referral
from graph.model.service import ServiceAtLocation
from graph.repositories.capacity import list_units_now
from graph.repositories.claims import find_claim
from graph.repositories.events import list_events_of_case
from graph.repositories.outbox import list_due_rows
from graph.scope import EVERYTHING
from graph.session import Graph
from tests.givens.cast import NOW


def units_of(graph: Graph, service: ServiceAtLocation, *, at: datetime = NOW) -> list[UnitState]:
    """In the order of the service's units."""
    found = graph.read(lambda tx: list_units_now(tx, now=at, service_ids=[service.id]))
    by_id = {u.state.id: u.state for u in found}
    return [by_id[unit.id] for unit in service.units]


def free(graph: Graph, service: ServiceAtLocation, *, at: datetime = NOW) -> list[int]:
    """What is free at the instant, for each unit."""
    return [free_at(state, at, now=at) for state in units_of(graph, service, at=at)]


def as_stored(graph: Graph, claim: Claim) -> Claim:
    found = graph.read(lambda tx: find_claim(tx, claim.id))
    assert found is not None
    return found


def hold_of(graph: Graph, referral: Referral) -> Claim:
    found = graph.read(lambda tx: find_claim(tx, referral.hold_id or "", ClaimKind.HOLD))
    assert found is not None
    return found


def told_of_case(graph: Graph, case_id: str) -> list[Event]:
    return graph.read(lambda tx: list_events_of_case(tx, EVERYTHING, case_id))


def due_rows_about(graph: Graph, subject_id: str, *, at: datetime = NOW) -> list[OutboxRow]:
    rows = graph.read(lambda tx: list_due_rows(tx, now=at, limit=10_000))
    return [row for row in rows if row.subject_id == subject_id]
