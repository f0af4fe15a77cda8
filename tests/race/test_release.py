"""Holds are given back while others want their places."""

import pytest

from graph.session import Graph
from tests.race.commands import hold, release, soon
from tests.race.field import WRITERS, given_fields
from tests.race.judging import judge, rooms_of
from tests.race.standing import as_taken, given_holds
from tests.race.writers import writers

pytestmark = [pytest.mark.race, pytest.mark.timeout(60, func_only=True)]


def test_a_place_that_is_given_back_goes_to_one_of_those_who_want_it(graph: Graph) -> None:
    fields = given_fields(graph, "release")
    every_held = given_holds(graph, fields, most=10, expires_at=soon(90))
    with writers() as race:
        for field, held in zip(fields, every_held, strict=True):
            having = {h.wish.need_id for h in held}
            giving = [release(graph, h.hold) for h in held]
            wanting = [hold(graph, field, wish) for wish in field.wishes if wish.need_id not in having]
            entries = [*giving, *wanting]
            assert len(entries) == WRITERS
            told = race.run([entry.command for entry in entries])
            judge(graph, rooms_of(field), entries, told, before=as_taken(held))
            assert [t.refusal for t in told[: len(giving)] if t.refusal] == []


def test_two_who_release_one_hold_have_released_it_once(graph: Graph) -> None:
    (field,) = given_fields(graph, "release twice", repetitions=1)
    (held,) = given_holds(graph, [field], most=1, expires_at=soon(90))
    with writers() as race:
        told = race.run([release(graph, held[0].hold).command for _ in range(WRITERS)])
    assert {(t.refusal, t.error) for t in told} == {(None, None)}
    row = graph.read(
        lambda tx: tx.row(
            "MATCH (e:Event {subject_id: $id, type: 'hold_released'}) RETURN count(e) AS released", id=held[0].hold.id
        )
    )
    assert row is not None
    assert row["released"] == 1
