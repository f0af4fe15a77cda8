"""Twenty coordinators want the last places of the same rooms at the same instant."""

import pytest

from graph.session import Graph
from tests.race.commands import hold
from tests.race.field import REPETITIONS, given_fields
from tests.race.judging import Bout, fought, rooms_of

pytestmark = [pytest.mark.race, pytest.mark.timeout(60, func_only=True)]


def test_the_last_places_are_held_once_and_nobody_is_turned_away_from_a_free_one(graph: Graph) -> None:
    fields = given_fields(graph, "hold")
    bouts = [Bout([hold(graph, field, wish) for wish in field.wishes], rooms_of(field)) for field in fields]
    outcomes = list(fought(graph, bouts))
    assert len(outcomes) == REPETITIONS
    assert all(outcome.stands for outcome in outcomes)
