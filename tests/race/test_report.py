"""A provider says what is free while coordinators claim it."""

from dataclasses import replace

import pytest

from graph.session import Graph
from tests.race.commands import hold, report
from tests.race.field import Field, given_fields
from tests.race.judging import Bout, fought, rooms_of

pytestmark = [pytest.mark.race, pytest.mark.timeout(60, func_only=True)]

REPORTS = 10


def test_a_figure_is_always_taken_and_claims_keep_within_what_was_said(graph: Graph) -> None:
    fields = given_fields(graph, "report")
    bouts = [_bout(graph, field, all_still_right=n % 2 == 1) for n, field in enumerate(fields)]
    for outcome in fought(graph, bouts):
        assert outcome.refused(outcome.bout.entries[:REPORTS]) == []


def _bout(graph: Graph, field: Field, *, all_still_right: bool) -> Bout:
    """Where the provider only says that all is still right, a refusal needs a full room.

    Otherwise a writer may have met the lowest of the figures.
    """
    rooms = rooms_of(field)
    lowest = {unit_id: room.places for unit_id, room in rooms.items()}
    saying = []
    for unit in (field.random.choice(field.service.units) for _ in range(REPORTS)):
        free = unit.places if all_still_right else field.random.randint(0, unit.places)
        lowest[unit.id] = min(lowest[unit.id], free)
        saying.append(report(graph, unit.id, free))
    wanting = [hold(graph, field, wish) for wish in field.wishes[REPORTS:]]
    rooms = {u: replace(room, kept_back=room.places - lowest[u]) for u, room in rooms.items()}
    return Bout([*saying, *wanting], rooms)
