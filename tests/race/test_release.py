"""Holds are given back while others want their places."""

import pytest

from graph.session import Graph
from tests.race.commands import hold, release, soon
from tests.race.field import WRITERS, Field, given_fields
from tests.race.judging import Bout, fought, rooms_of
from tests.race.standing import Held, as_taken, given_holds
from tests.race.writers import writers

pytestmark = [pytest.mark.race, pytest.mark.timeout(60, func_only=True)]


def test_a_place_that_is_given_back_goes_to_one_of_those_who_want_it(graph: Graph) -> None:
    fields = given_fields(graph, "release")
    every_held = given_holds(graph, fields, most=10, run_out=[soon(90)])
    bouts = [_bout(graph, field, held) for field, held in zip(fields, every_held, strict=True)]
    for outcome in fought(graph, bouts):
        assert outcome.refused(e for e in outcome.bout.entries if e.ends) == []


def test_twenty_who_release_one_hold_have_released_it_once(graph: Graph) -> None:
    (field,) = given_fields(graph, "release twice", repetitions=1)
    (held,) = given_holds(graph, [field], most=1, run_out=[soon(90)])
    with writers(WRITERS) as race:
        told = race.run([release(graph, held[0].hold).command for _ in range(WRITERS)])
    assert {(t.refusal, t.error) for t in told} == {(None, None)}
    row = graph.read(
        lambda tx: tx.row(
            "MATCH (e:Event {subject_id: $id, type: 'hold_released'}) RETURN count(e) AS released", id=held[0].hold.id
        )
    )
    assert row is not None
    assert row["released"] == 1


def _bout(graph: Graph, field: Field, held: list[Held]) -> Bout:
    having = {h.wish.need_id for h in held}
    giving = [release(graph, h.hold) for h in held]
    wanting = [hold(graph, field, wish) for wish in field.wishes if wish.need_id not in having]
    return Bout([*giving, *wanting], rooms_of(field), before=as_taken(held))
