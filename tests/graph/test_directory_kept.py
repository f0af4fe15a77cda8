"""What a process keeps of the directory is never older than what was published."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from graph.model.service import ServiceAtLocation
from graph.repositories.organizations import create_organization
from graph.repositories.outages import change_certification, change_places
from graph.session import Graph, Writing
from hub.directory import KeptDirectory
from tests.givens.cast import ANA, bram_of
from tests.givens.network import a_unit, an_organization, given_a_service

Change = Callable[[Writing, ServiceAtLocation], None]


def certification_lapses(tx: Writing, service: ServiceAtLocation) -> None:
    change_certification(tx, service.id, until=date(2026, 11, 1), suspended=False)


def is_suspended(tx: Writing, service: ServiceAtLocation) -> None:
    change_certification(tx, service.id, until=None, suspended=True)


def a_room_grows(tx: Writing, service: ServiceAtLocation) -> None:
    change_places(tx, bram_of(service).scope, service.units[0].id, 9)


def the_body_is_renamed(tx: Writing, service: ServiceAtLocation) -> None:
    create_organization(tx, replace(an_organization(name="Another Name"), id=service.organization_id))


@pytest.mark.parametrize("change", [certification_lapses, is_suspended, a_room_grows, the_body_is_renamed])
def test_every_change_of_what_is_published_is_seen_at_the_next_look(empty_graph: Graph, change: Change) -> None:
    service = given_a_service(empty_graph, ANA.at(), units=[a_unit(places=4)])
    kept = KeptDirectory()
    before = empty_graph.read(kept.read)
    empty_graph.write(bram_of(service).at(), lambda tx: change(tx, service))
    after = empty_graph.read(kept.read)
    assert before.services != after.services
    assert after.services == empty_graph.read(KeptDirectory().read).services


def test_a_new_place_is_seen_and_what_nobody_changed_is_not_read_again(empty_graph: Graph) -> None:
    kept = KeptDirectory()
    assert empty_graph.read(kept.read).services == []
    service = given_a_service(empty_graph, ANA.at())
    first = empty_graph.read(kept.read)
    assert [s.id for s in first.services] == [service.id]
    assert empty_graph.read(kept.read) is first
