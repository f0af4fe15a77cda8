"""INV-8: one request that comes twenty times at once, and again afterwards, has one effect."""

from collections.abc import Sequence
from functools import partial

import pytest

from graph.model.claims import Claim, ClaimStatus
from graph.model.errors import KeyReused, NoPlacesLeft
from graph.model.idempotency import IdempotencyKey
from graph.model.ids import new_id
from graph.model.service import CapacityUnit
from graph.repositories.holds import place_hold, release_hold
from graph.session import Graph
from tests.givens.cases import given_a_case, given_a_need
from tests.givens.cast import ANA
from tests.givens.claims import a_hold_request, given_a_hold
from tests.givens.network import a_unit, given_a_service
from tests.race.field import REPETITIONS, WRITERS, Field, Wish, given_fields
from tests.race.oracle import read_claims
from tests.race.writers import Command, Told, writers

pytestmark = [pytest.mark.race, pytest.mark.timeout(60, func_only=True)]


def test_twenty_replays_at_once_and_one_later_make_one_hold_and_get_one_answer(graph: Graph) -> None:
    fields = given_fields(graph, "replay", repetitions=REPETITIONS)
    with writers() as race:
        for field in fields:
            wish, key = _roomy_wish(field), a_key()
            told = race.run([_replay(graph, field, wish, key) for _ in range(WRITERS)])
            later = _replay(graph, field, wish, key)()
            assert [t.error for t in told if t.error] == []
            assert _answers(told) | {_answer(later)} == {_answer(later)}
            assert len(_stands(graph, field)) == 1


def test_the_same_key_with_another_request_is_a_conflict_during_and_after(graph: Graph) -> None:
    (field,) = given_fields(graph, "key reused", repetitions=1)
    wish, key = _roomy_wish(field), a_key()
    other = IdempotencyKey(key.account_id, key.key, "another request")
    commands = [_replay(graph, field, wish, key if n % 2 else other) for n in range(WRITERS)]
    with writers() as race:
        told = race.run(commands)
    assert {t.refusal for t in told} == {None, "idempotency-key-reused"}
    assert sum(t.refusal is None for t in told) == WRITERS // 2
    assert len(_stands(graph, field)) == 1
    loser = next(command for command, t in zip(commands, told, strict=True) if t.refusal)
    with pytest.raises(KeyReused):
        loser()


def test_a_refusal_leaves_no_key_so_that_the_same_request_may_succeed_later(graph: Graph) -> None:
    service = given_a_service(graph, ANA.at(), units=[a_unit(places=1)])
    taken = given_a_hold(graph, service)
    case = given_a_case(graph)
    ask, key = a_hold_request(service, case, given_a_need(graph, case)), a_key()
    again = partial(graph.write, ANA.at(), lambda tx: place_hold(tx, ANA.scope, ask, key=key))
    with pytest.raises(NoPlacesLeft):
        again()
    graph.write(ANA.at(), lambda tx: release_hold(tx, ANA.scope, taken.id, reason="need_ended", note=None))
    assert again().status is ClaimStatus.HELD


def a_key() -> IdempotencyKey:
    return IdempotencyKey(ANA.account_id, new_id(), "one request")


def _roomy_wish(field: Field) -> Wish:
    """The first that fits its room at all: what is tested is the key, not the room."""
    units: dict[str, CapacityUnit] = {u.id: u for u in field.service.units}
    return next(w for w in field.wishes if any(units[u].places >= len(w.people) for u in w.unit_ids))


def _replay(graph: Graph, field: Field, wish: Wish, key: IdempotencyKey) -> Command:
    """Each replay would make a hold with an id of its own."""
    ask = field.hold(wish)
    return partial(graph.write, ANA.at(), lambda tx: place_hold(tx, ANA.scope, ask, key=key))


def _answers(told: Sequence[Told]) -> set[object]:
    return {_answer(t.answer) for t in told}


def _answer(claim: object) -> object:
    assert isinstance(claim, Claim)
    return claim


def _stands(graph: Graph, field: Field) -> list[object]:
    return list(read_claims(graph, field.unit_ids, now=ANA.at().at))
