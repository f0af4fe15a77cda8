"""A provider says what is free while coordinators claim it."""

from dataclasses import replace

import pytest

from graph.session import Graph
from tests.race.commands import hold, report
from tests.race.field import given_fields
from tests.race.judging import judge, rooms_of
from tests.race.writers import writers

pytestmark = [pytest.mark.race, pytest.mark.timeout(60, func_only=True)]


def test_claims_keep_within_the_figures_that_were_said(graph: Graph) -> None:
    """Every second time the provider only says that all is still right: then a refusal needs a full room.

    Otherwise a writer may have met the lowest of the figures, and never more than the highest.
    """
    fields = given_fields(graph, "report")
    with writers() as race:
        for n, field in enumerate(fields):
            rooms = rooms_of(field)
            said = [field.random.choice(field.service.units) for _ in range(10)]
            figures = [(u.id, u.places if n % 2 else field.random.randint(0, u.places)) for u in said]
            saying = [report(graph, unit_id, free) for unit_id, free in figures]
            entries = [*saying, *(hold(graph, field, wish) for wish in field.wishes[:10])]
            told = race.run([entry.command for entry in entries])
            rooms = {
                unit_id: replace(room, kept_back=room.places - min([room.places, *(f for u, f in figures if u == unit_id)]))
                for unit_id, room in rooms.items()
            }
            judge(graph, rooms, entries, told, before=[])
            assert [t.refusal for t in told[:10] if t.refusal] == []
