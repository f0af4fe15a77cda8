"""A hold runs out: one tidies it, one takes the place, and one who is slow still thinks that he has it (INV-2)."""

from dataclasses import replace

import pytest

from graph.session import Graph
from tests.race.commands import confirm, expire, hold, soon
from tests.race.field import WRITERS, given_fields
from tests.race.judging import Entry, judge, rooms_of
from tests.race.standing import as_taken, given_holds
from tests.race.writers import writers

pytestmark = [pytest.mark.race, pytest.mark.timeout(60, func_only=True)]

RUNS_OUT, BEFORE, AFTER = soon(30), soon(29), soon(31)


def test_a_slow_confirm_never_revives_a_hold_whose_place_is_gone(graph: Graph) -> None:
    fields = given_fields(graph, "expire")
    every_held = given_holds(graph, fields, most=7, expires_at=RUNS_OUT, referred=True)
    with writers() as race:
        for field, held in zip(fields, every_held, strict=True):
            lapsed = as_taken(held)
            tidying = [expire(graph, h.hold, at=AFTER) for h in held]
            slow: list[Entry] = []
            for h in held:
                assert h.referral is not None
                slow.append(replace(confirm(graph, h.wish, h.referral.id, at=BEFORE), met_besides=lapsed))
            having = {h.wish.need_id for h in held}
            free = [wish for wish in field.wishes if wish.need_id not in having]
            entries = [*tidying, *slow, *(hold(graph, field, wish, at=AFTER) for wish in free)][:WRITERS]
            entries += [hold(graph, field, wish, at=AFTER) for wish in free[len(free) : len(free)]]
            told = race.run([entry.command for entry in entries])
            judge(graph, rooms_of(field), entries, told, before=[], now=AFTER)
