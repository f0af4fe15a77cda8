"""Discrepancies: opened by a fact that uncovers promises, seen by both sides, settled when the claims fit again."""

from datetime import timedelta

import pytest

from graph.model.events import EventType
from graph.model.ids import DiscrepancyId
from graph.model.period import Period, lodging_period, tonight
from graph.model.service import ServiceAtLocation
from graph.repositories.discrepancies import (
    Discrepancy,
    get_discrepancy,
    list_open_discrepancies,
    list_units_in_excess,
    settle_discrepancy,
    sweep_overstay,
)
from graph.repositories.events import list_events_after
from graph.scope import the_hub_itself
from graph.session import Graph
from tests.givens.acts import depart, drop_out, release, say
from tests.givens.cast import ANA, CHIDI, NOW, bram_of
from tests.givens.claims import given_a_hold, given_a_placement, given_a_reservation
from tests.givens.network import a_unit, given_a_service
from tests.givens.refusals import refused
from tests.graph.reads import due_rows_about, free

TOMORROW = lodging_period(tonight(NOW), 1).ends


@pytest.fixture
def service(graph: Graph) -> ServiceAtLocation:
    return given_a_service(graph, ANA.at(), units=[a_unit(places=2)])


def opened(graph: Graph, service: ServiceAtLocation, free: int = 0) -> Discrepancy:
    found = say(graph, bram_of(service), service.units[0].id, free).discrepancy_id
    assert found is not None
    return graph.read(lambda tx: get_discrepancy(tx, bram_of(service).scope, found))


def test_both_sides_are_told_of_promises_that_a_figure_uncovers(graph: Graph, service: ServiceAtLocation) -> None:
    given_a_hold(graph, service, ages=(34, 6))
    found = opened(graph, service, free=1)
    assert (found.excess, found.cause, found.opened_at, found.settled_at) == (1, "capacity-report", NOW, None)
    assert graph.read(lambda tx: list_open_discrepancies(tx, bram_of(service).scope)) == [found]
    told = {row.receiver_id for row in due_rows_about(graph, found.id)}
    assert told == {ANA.organization_id, service.organization_id}
    for reader in (ANA, bram_of(service)):
        events = graph.read(lambda tx, r=reader: list_events_after(tx, r.scope, after=None, limit=10_000))
        assert (EventType.DISCREPANCY_OPENED, found.id) in {(e.type, e.subject_id) for e in events}


def test_an_open_discrepancy_is_not_opened_again(graph: Graph, service: ServiceAtLocation) -> None:
    given_a_hold(graph, service)
    found = opened(graph, service)
    drop_out(graph, bram_of(service), service.units[0].id, 1, Period(NOW, TOMORROW))
    assert graph.read(lambda tx: list_open_discrepancies(tx, bram_of(service).scope)) == [found]


def test_a_report_that_fits_the_claims_settles_it(graph: Graph, service: ServiceAtLocation) -> None:
    given_a_hold(graph, service)
    found = opened(graph, service)
    later = NOW + timedelta(minutes=5)
    assert say(graph, bram_of(service), service.units[0].id, 1, at=later).discrepancy_id is None
    settled = graph.read(lambda tx: get_discrepancy(tx, bram_of(service).scope, found.id))
    assert settled.settled_at == later
    assert given_a_hold(graph, service, starts_on=tonight(NOW) + timedelta(days=9)).places == 1


def test_a_person_settles_it_once_the_claims_fit(graph: Graph, service: ServiceAtLocation) -> None:
    hold = given_a_hold(graph, service)
    found, bram = opened(graph, service), bram_of(service)
    with refused("still-in-excess"):
        graph.write(bram.at(), lambda tx: settle_discrepancy(tx, bram.scope, found.id))
    release(graph, hold)
    with refused("no-places-left"):
        given_a_hold(graph, service)
    settled = graph.write(bram.at(), lambda tx: settle_discrepancy(tx, bram.scope, found.id))
    assert settled.settled_at == NOW
    again = graph.write(bram.at(NOW + timedelta(hours=1)), lambda tx: settle_discrepancy(tx, bram.scope, found.id))
    assert again == settled


def test_an_overstay_is_found_by_the_sweep_and_settled_when_they_leave(
    graph: Graph, service: ServiceAtLocation
) -> None:
    (unit,) = service.units
    placement = given_a_placement(graph, service, ages=(34, 6), nights=1)
    given_a_reservation(graph, service, starts_on=tonight(NOW) + timedelta(days=1), nights=1)
    assert unit.id not in graph.read(lambda tx: list_units_in_excess(tx, now=NOW))
    morning = TOMORROW + timedelta(minutes=1)
    assert unit.id in graph.read(lambda tx: list_units_in_excess(tx, now=morning))
    found = graph.write(the_hub_itself(morning), lambda tx: sweep_overstay(tx, unit.id))
    assert found is not None
    assert unit.id not in graph.read(lambda tx: list_units_in_excess(tx, now=morning))
    assert graph.write(the_hub_itself(morning), lambda tx: sweep_overstay(tx, unit.id)) == found
    depart(graph, placement, at=morning)
    assert graph.read(lambda tx: list_open_discrepancies(tx, bram_of(service).scope)) == []
    assert free(graph, service, at=morning) == [1]


def test_a_stranger_learns_nothing_of_a_discrepancy(graph: Graph, service: ServiceAtLocation) -> None:
    given_a_hold(graph, service)
    found = opened(graph, service)
    assert graph.read(lambda tx: list_open_discrepancies(tx, CHIDI.scope)) == []
    for unknown in (found.id, DiscrepancyId("no such discrepancy")):
        with refused("not-found"):
            graph.read(lambda tx, u=unknown: get_discrepancy(tx, CHIDI.scope, u))
        with refused("not-found"):
            graph.write(CHIDI.at(), lambda tx, u=unknown: settle_discrepancy(tx, CHIDI.scope, u))
