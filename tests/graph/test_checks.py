"""`hub check`: silent on a store that was only ever written by the hub, and loud about each breach planted by hand."""

from collections.abc import Callable
from datetime import timedelta
from typing import LiteralString

import pytest

from graph.model.capacity import Sharing
from graph.model.claims import Claim
from graph.model.ids import new_id
from graph.model.service import ServiceAtLocation
from graph.repositories.checks import broken_invariants
from graph.session import Graph
from tests.givens.acts import accept, arrive, cancel, depart, did_not_come, move, say, tidy, withdraw
from tests.givens.cast import ANA, NOW, bram_of
from tests.givens.claims import (
    an_acceptance,
    given_a_hold,
    given_a_placement,
    given_a_referral,
    given_a_reservation,
)
from tests.givens.network import a_unit, given_a_service


@pytest.fixture
def service(empty_graph: Graph) -> ServiceAtLocation:
    return given_a_service(
        empty_graph, ANA.at(), units=[a_unit(places=6), a_unit(places=3, sharing=Sharing.BY_HOUSEHOLD)]
    )


def breaches(graph: Graph, minutes: int = 0) -> list[str]:
    return graph.read(lambda tx: broken_invariants(tx, now=NOW + timedelta(minutes=minutes)))


def test_a_store_that_lived_through_all_that_happens_is_clean(graph: Graph, service: ServiceAtLocation) -> None:
    dormitory, room = service.units
    tidy(graph, given_a_hold(graph, service, minutes=15), at=NOW + timedelta(minutes=15))
    withdraw(graph, given_a_referral(graph, service))
    cancel(graph, given_a_reservation(graph, service))
    did_not_come(graph, given_a_reservation(graph, service))
    accept(graph, given_a_referral(graph, service), an_acceptance(service))
    family = given_a_reservation(graph, service, ages=(34, 6), units=[dormitory.id])
    placement = arrive(graph, family, people=family.person_ids[:1])
    move(graph, placement, room.id)
    arrive(graph, family)
    depart(graph, given_a_placement(graph, service, units=[dormitory.id]))
    say(graph, bram_of(service), dormitory.id, 0)
    assert breaches(graph) == []


def planted(graph: Graph, statement: LiteralString, claim: Claim) -> None:
    graph.run_alone(statement, id=claim.id, need_id=claim.need_id, new_id=new_id())


A_CLAIM_TOO_MANY: LiteralString = "MATCH (c:Claim {id: $id})-[l:ON]->() SET l.places = 99"
NO_RESERVATION: LiteralString = (
    "MATCH (r:Referral {need_id: $need_id}) SET r.status = 'accepted', r.reservation_id = 'x'"
)
PLACED_TWICE: LiteralString = """
    MATCH (c:Claim {id: $id})-[l:ON]->(u)
    CREATE (d:Claim {id: $new_id}) SET d += c {.*, id: $new_id}
    CREATE (d)-[:ON {places: 1}]->(u)
    CREATE (:EventStream {id: $new_id, last: 1})
    CREATE (:Event {id: $new_id, subject_id: $new_id, type: 'arrival_recorded', number: 1})
"""
LODGED_BY_NOTHING: LiteralString = "MATCH (c:Claim {id: $id})<-[:STAYS]-(p:Person) SET p.placed_by = 'no such stay'"
A_SECOND_HOLD: LiteralString = """
    MATCH (c:Claim {id: $id})-[l:ON]->(u)
    CREATE (d:Claim {id: $new_id}) SET d += c {.*, id: $new_id}
    CREATE (d)-[:ON {places: 1}]->(u)
    CREATE (:EventStream {id: $new_id, last: 1})
    CREATE (:Event {id: $new_id, subject_id: $new_id, type: 'hold_placed', number: 1})
"""
A_STATE_UNTOLD: LiteralString = "MATCH (c:Claim {id: $id}) SET c.status = 'released', c.live = false"
AN_EVENT_LOST: LiteralString = "MATCH (e:Event {subject_id: $need_id}) DELETE e"
A_NUMBER_TWICE: LiteralString = "MATCH (e:Event {subject_id: $id}) SET e.number = 2"
SETTLED_BY_HAND: LiteralString = """
    MATCH (c:Claim {id: $id})-[:ON]->(u)
    CREATE (d:Discrepancy {id: $new_id, unit_id: u.id, settled_at: c.made_at})
    SET u.discrepancy_id = $new_id
"""


@pytest.mark.parametrize(
    ("statement", "on", "number", "words"),
    [
        (A_CLAIM_TOO_MANY, given_a_hold, "INV-1", "claims exceed places by 93"),
        (SETTLED_BY_HAND, given_a_hold, "INV-1", "names a discrepancy that is not open"),
        (NO_RESERVATION, given_a_reservation, "INV-3", "no reservation stands for it"),
        (PLACED_TWICE, given_a_placement, "INV-4", "2 placements at once"),
        (LODGED_BY_NOTHING, given_a_placement, "INV-4", "does not lodge them"),
        (A_SECOND_HOLD, given_a_hold, "INV-4", "2 live holds"),
        (A_STATE_UNTOLD, given_a_hold, "INV-6", "is released, and no event tells of it"),
        (AN_EVENT_LOST, given_a_hold, "INV-6", "not numbered 1 to 1 (0 found)"),
        (A_NUMBER_TWICE, given_a_hold, "INV-6", "not numbered 1 to 1 (1 found)"),
    ],
    ids=lambda value: value if isinstance(value, str) and value.startswith("INV") else "",
)
def test_a_breach_planted_by_hand_is_named_with_its_number(
    graph: Graph,
    service: ServiceAtLocation,
    statement: LiteralString,
    on: Callable[..., Claim],
    number: str,
    words: str,
) -> None:
    claim = on(graph, service)
    assert breaches(graph) == []
    planted(graph, statement, claim)
    (breach,) = breaches(graph)
    assert breach.startswith(number)
    assert words in breach


def test_inv_2_a_hold_that_was_confirmed_after_it_had_run_out_is_named(
    graph: Graph, service: ServiceAtLocation
) -> None:
    hold = given_a_hold(graph, service)
    graph.run_alone(
        "MATCH (c:Claim {id: $id}) SET c.status = 'converted', c.live = false, c.ended_at = $late",
        id=hold.id,
        late=NOW + timedelta(minutes=91),
    )
    assert any(breach.startswith(f"INV-2 hold {hold.id}") for breach in breaches(graph))


def test_an_excess_that_an_open_discrepancy_names_is_not_a_breach(graph: Graph, service: ServiceAtLocation) -> None:
    dormitory = service.units[0]
    given_a_hold(graph, service, units=[dormitory.id])
    assert say(graph, bram_of(service), dormitory.id, 0).discrepancy_id is not None
    assert breaches(graph) == []
    graph.run_alone("MATCH (u:CapacityUnit {id: $id}) SET u.discrepancy_id = null", id=dormitory.id)
    assert [b[:5] for b in breaches(graph)] == ["INV-1"]


def test_a_hold_that_has_run_out_breaks_nothing_while_nobody_has_tidied_it(
    graph: Graph, service: ServiceAtLocation
) -> None:
    given_a_hold(graph, service)
    assert breaches(graph, minutes=600) == []
