"""Twenty coordinators want the last places of the same rooms at the same instant."""

import pytest

from graph.session import Graph
from tests.race.commands import hold
from tests.race.field import given_fields
from tests.race.judging import judge, rooms_of
from tests.race.writers import writers

pytestmark = [pytest.mark.race, pytest.mark.timeout(60, func_only=True)]


def test_the_last_places_are_held_once_and_nobody_is_turned_away_from_a_free_one(graph: Graph) -> None:
    fields = given_fields(graph, "hold")
    with writers() as race:
        for field in fields:
            entries = [hold(graph, field, wish) for wish in field.wishes]
            told = race.run([entry.command for entry in entries])
            judge(graph, rooms_of(field), entries, told, before=[])
