"""Twenty referrals are accepted at the same instant: some are secured by a hold, the others claim what is left."""

import pytest

from graph.session import Graph
from tests.race.commands import confirm, soon
from tests.race.field import Field, given_fields
from tests.race.judging import Bout, Entry, fought, rooms_of
from tests.race.standing import Held, as_taken, given_holds, given_referrals

pytestmark = [pytest.mark.race, pytest.mark.timeout(60, func_only=True)]


def test_a_hold_is_worth_its_place_and_the_rest_is_reserved_once(graph: Graph) -> None:
    fields = given_fields(graph, "confirm")
    every_held = given_holds(graph, fields, most=4, run_out=[soon(90)], referred=True)
    bouts = [_bout(graph, field, held) for field, held in zip(fields, every_held, strict=True)]
    for outcome in fought(graph, bouts):
        assert outcome.refused(e for e in outcome.bout.entries if e.ends) == [], "a hold was worth nothing"


def _bout(graph: Graph, field: Field, held: list[Held]) -> Bout:
    secured = {h.wish.need_id for h in held}
    others = [wish for wish in field.wishes if wish.need_id not in secured]
    unsecured = [field.referral(wish) for wish in others]
    given_referrals(graph, unsecured)
    entries: list[Entry] = [confirm(graph, h.wish, h.referral_id, held=h.hold.id) for h in held]
    entries += [confirm(graph, wish, r.id) for wish, r in zip(others, unsecured, strict=True)]
    return Bout(entries, rooms_of(field), before=as_taken(held))
