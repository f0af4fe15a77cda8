"""Migrations: each file once, in the order of its number, and never changed afterwards."""

from collections.abc import Generator

import pytest

from graph.schema.migrate import apply_migrations, known_migrations, pending_migrations
from graph.session import Graph
from tests.givens.refusals import refused


@pytest.fixture(autouse=True)
def put_right_again(graph: Graph) -> Generator[None]:
    """The store is shared with every other test: what is noted about migrations must be true afterwards."""
    yield
    for migration in known_migrations():
        graph.run_alone(
            "MERGE (m:Migration {name: $name}) SET m.checksum = $checksum",
            name=migration.name,
            checksum=migration.checksum,
        )


def test_a_migrated_store_has_nothing_pending_and_applying_again_does_nothing(graph: Graph) -> None:
    assert pending_migrations(graph) == []
    assert apply_migrations(graph) == []


def test_a_file_that_was_cut_off_half_way_is_run_to_its_end(graph: Graph) -> None:
    """Its statements can be run again, for the note about it is the last thing that is written."""
    names = [m.name for m in known_migrations()]
    graph.run_alone("MATCH (m:Migration {name: $name}) DELETE m", name=names[-1])
    assert pending_migrations(graph) == names[-1:]
    assert apply_migrations(graph) == names[-1:]
    assert pending_migrations(graph) == []


def test_a_file_that_was_changed_after_it_was_applied_is_refused_by_name(graph: Graph) -> None:
    first = known_migrations()[0]
    graph.run_alone("MATCH (m:Migration {name: $name}) SET m.checksum = 'another'", name=first.name)
    with refused("migration-changed") as told:
        apply_migrations(graph)
    assert told.details == {"name": first.name}


def test_an_id_cannot_stand_twice(graph: Graph) -> None:
    graph.run_alone("CREATE (:Claim {id: 'stands once'})")
    with refused("key-taken"):
        graph.run_alone("CREATE (:Claim {id: 'stands once'})")
    graph.run_alone("MATCH (c:Claim {id: 'stands once'}) DELETE c")
