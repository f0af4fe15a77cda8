"""Places drop out while coordinators claim them. The fact is always taken, and an excess is never silent."""

from dataclasses import replace
from datetime import timedelta

import pytest

from graph.model.period import lodging_period, tonight
from graph.session import Graph
from tests.givens.cast import NOW
from tests.race.commands import hold, out_of_service
from tests.race.field import given_fields
from tests.race.judging import judge, rooms_of
from tests.race.oracle import Taken, moment, read_disputed, uncovered
from tests.race.writers import writers

pytestmark = [pytest.mark.race, pytest.mark.timeout(60, func_only=True)]


def test_a_place_out_of_service_is_not_claimed_or_a_discrepancy_says_so(graph: Graph) -> None:
    fields = given_fields(graph, "out of service")
    with writers() as race:
        for field in fields:
            rooms = rooms_of(field)
            lost: list[Taken] = []
            dropping = []
            for n in range(10):
                unit = field.random.choice(field.service.units)
                period = lodging_period(tonight(NOW) + timedelta(days=field.random.randint(0, 4)), field.random.randint(1, 4))
                lost.append(Taken(f"out {n}", unit.id, 1, moment(period.starts), moment(period.ends)))
                dropping.append(out_of_service(graph, unit.id, period))
            entries = [*dropping, *(hold(graph, field, wish) for wish in field.wishes[:10])]
            told = race.run([entry.command for entry in entries])
            rooms = {u: replace(r, kept_back=sum(t.unit_id == u for t in lost)) for u, r in rooms.items()}
            after = judge(graph, rooms, entries, told, before=[])
            assert [t.refusal for t in told[:10] if t.refusal] == []
            assert read_disputed(graph, field.unit_ids) == uncovered(after, lost, rooms)
