"""Twenty referrals are accepted at the same instant: some are secured by a hold, the others claim what is left."""

import pytest

from graph.session import Graph
from tests.race.commands import confirm, soon
from tests.race.field import given_fields
from tests.race.judging import judge, rooms_of
from tests.race.standing import as_taken, given_holds, given_referrals
from tests.race.writers import writers

pytestmark = [pytest.mark.race, pytest.mark.timeout(60, func_only=True)]


def test_a_hold_is_worth_its_place_and_the_rest_is_reserved_once(graph: Graph) -> None:
    fields = given_fields(graph, "confirm")
    every_held = given_holds(graph, fields, most=4, expires_at=soon(90), referred=True)
    referrals = [[field.referral(wish) for wish in field.wishes] for field in fields]
    given_referrals(graph, [r for group in referrals for r in group])
    with writers() as race:
        for field, held, unsecured in zip(fields, every_held, referrals, strict=True):
            secured = {h.wish.need_id: h for h in held}
            entries = []
            for wish, referral in zip(field.wishes, unsecured, strict=True):
                has = secured.get(wish.need_id)
                which = has.referral.id if has and has.referral else referral.id
                entries.append(confirm(graph, wish, which, held=has.hold.id if has else None))
            told = race.run([entry.command for entry in entries])
            judge(graph, rooms_of(field), entries, told, before=as_taken(held))
            assert [e for e, t in zip(entries, told, strict=True) if e.ends and t.refusal] == [], "a hold was worth nothing"
