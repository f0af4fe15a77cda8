"""Races share one store that is emptied before the first: each makes thousands of records, and shares none of them."""

import logging
from collections.abc import Generator

import pytest

from graph.session import Graph
from tests.givens.fixtures import wipe


@pytest.fixture(scope="package")
def graph(migrated_graph: Graph) -> Generator[Graph]:
    """The driver warns of each lost race, which is what happens here all the time."""
    wipe(migrated_graph)
    log = logging.getLogger("neo4j")
    level = log.level
    log.setLevel(logging.ERROR)
    yield migrated_graph
    log.setLevel(level)
