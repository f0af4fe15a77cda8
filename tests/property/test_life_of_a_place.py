"""Anything that may happen at a place, in any order: the hub never sells a place twice in silence.

The same examples in each run; HUB_TEST_EXAMPLES asks for more of them, and then for new ones.
"""

import os

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from graph.session import Graph
from tests.property.life_of_a_place import LifeOfAPlace

EXAMPLES = int(os.environ.get("HUB_TEST_EXAMPLES", "25"))
STEPS = 40


@pytest.mark.timeout(600, func_only=True)
def test_whatever_happens_the_hub_shows_what_is_free_and_sells_nothing_twice(graph: Graph, server_name: str) -> None:
    if server_name != "arcade":
        pytest.skip("one server is enough: what differs between them is raced, not computed")
    LifeOfAPlace.graph = graph
    run_state_machine_as_test(
        LifeOfAPlace,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize="HUB_TEST_EXAMPLES" not in os.environ,
            suppress_health_check=list(HealthCheck),
        ),
    )
