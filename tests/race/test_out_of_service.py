"""Places drop out while coordinators claim them. The fact is always taken, and an excess is never silent."""

from dataclasses import replace
from datetime import timedelta

import pytest

from graph.model.period import lodging_period, tonight
from graph.session import Graph
from tests.givens.cast import NOW
from tests.race.commands import hold, out_of_service
from tests.race.field import Field, given_fields
from tests.race.judging import Bout, fought, rooms_of
from tests.race.oracle import Taken, moment, read_disputed, uncovered

pytestmark = [pytest.mark.race, pytest.mark.timeout(60, func_only=True)]

DROPS = 10


def test_a_place_out_of_service_is_not_claimed_or_a_discrepancy_says_so(graph: Graph) -> None:
    fields = given_fields(graph, "out of service")
    for outcome in fought(graph, [_bout(graph, field) for field in fields]):
        rooms = outcome.bout.rooms
        assert outcome.refused(outcome.bout.entries[:DROPS]) == []
        assert read_disputed(graph, list(rooms)) == uncovered(outcome.stands, outcome.bout.lost, rooms)


def _bout(graph: Graph, field: Field) -> Bout:
    lost: list[Taken] = []
    dropping = []
    for n in range(DROPS):
        unit = field.random.choice(field.service.units)
        first_night = tonight(NOW) + timedelta(days=field.random.randint(0, 4))
        period = lodging_period(first_night, field.random.randint(1, 4))
        lost.append(Taken(f"drop {n}", unit.id, 1, moment(period.starts), moment(period.ends)))
        dropping.append(out_of_service(graph, unit.id, period))
    wanting = [hold(graph, field, wish) for wish in field.wishes[DROPS:]]
    rooms = {u: replace(r, kept_back=sum(t.unit_id == u for t in lost)) for u, r in rooms_of(field).items()}
    return Bout([*dropping, *wanting], rooms, lost=lost)
