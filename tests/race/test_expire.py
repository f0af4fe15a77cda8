"""A hold runs out: one tidies it, one takes the place, and one who is slow still thinks that he has it (INV-2)."""

from dataclasses import replace

import pytest

from graph.session import Graph
from tests.race.commands import confirm, expire, hold, soon
from tests.race.field import WRITERS, Field, given_fields
from tests.race.judging import Bout, fought, rooms_of
from tests.race.standing import Held, as_taken, given_holds

pytestmark = [pytest.mark.race, pytest.mark.timeout(60, func_only=True)]

BEFORE, RUNS_OUT, AFTER = soon(29), soon(30), soon(31)


def test_a_slow_confirm_never_revives_a_hold_whose_place_is_gone(graph: Graph) -> None:
    fields = given_fields(graph, "expire")
    every_held = given_holds(graph, fields, most=6, run_out=[RUNS_OUT], referred=True)
    bouts = [_bout(graph, field, held) for field, held in zip(fields, every_held, strict=True)]
    for outcome in fought(graph, bouts):
        assert outcome.refused(e for e in outcome.bout.entries if e.wanted is None) == []


def _bout(graph: Graph, field: Field, held: list[Held]) -> Bout:
    """The slow ones read the clock before the hold ran out, everybody else after."""
    lapsed = as_taken(held)
    having = {h.wish.need_id for h in held}
    tidying = [expire(graph, h.hold, at=AFTER) for h in held]
    slow = [replace(confirm(graph, h.wish, h.referral_id, at=BEFORE), met_besides=lapsed) for h in held]
    wanting = [hold(graph, field, wish, at=AFTER) for wish in field.wishes if wish.need_id not in having]
    return Bout([*tidying, *slow, *wanting][:WRITERS], rooms_of(field), now=AFTER)
