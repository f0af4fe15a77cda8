"""INV-8: a key belongs to one account and one request, and gives back what that request made."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from graph.model.idempotency import IdempotencyKey
from graph.model.ids import CaseId, ClaimId, NeedId, ObservationId, OutOfServiceId, RankingId, ReferralId, new_id
from graph.model.period import lodging_period, tonight
from graph.model.service import ServiceAtLocation
from graph.repositories.cases import open_case
from graph.repositories.holds import place_hold
from graph.repositories.idempotency import find_made, once
from graph.repositories.needs import record_need
from graph.repositories.outages import OutOfService, take_out_of_service
from graph.repositories.rankings import StoredRanking, get_ranking, store_ranking
from graph.repositories.referral_decisions import send_referral
from graph.repositories.reports import Report, record_report
from graph.session import Graph, Writing
from tests.givens.acts import release
from tests.givens.cases import a_case, a_need, given_a_case, given_a_need
from tests.givens.cast import ANA, CHIDI, NOW, bram_of
from tests.givens.claims import a_hold_request, a_referral
from tests.givens.network import given_a_service
from tests.givens.refusals import refused

Make = Callable[[Writing, IdempotencyKey], object]


def a_key() -> IdempotencyKey:
    return IdempotencyKey(ANA.account_id, new_id(), "the request")


def _case(graph: Graph, service: ServiceAtLocation) -> Make:
    case = a_case()
    return lambda tx, key: open_case(tx, replace(case, id=CaseId(new_id()), number=new_id()), key=key)


def _need(graph: Graph, service: ServiceAtLocation) -> Make:
    need = a_need(given_a_case(graph))
    return lambda tx, key: record_need(tx, ANA.scope, replace(need, id=NeedId(new_id())), key=key)


def _hold(graph: Graph, service: ServiceAtLocation) -> Make:
    case = given_a_case(graph)
    ask = a_hold_request(service, case, given_a_need(graph, case))
    return lambda tx, key: place_hold(tx, ANA.scope, replace(ask, id=ClaimId(new_id())), key=key)


def _referral(graph: Graph, service: ServiceAtLocation) -> Make:
    sent = a_referral(service, given_a_need(graph, given_a_case(graph)))
    return lambda tx, key: send_referral(tx, ANA.scope, replace(sent, id=ReferralId(new_id())), key=key)


def _report(graph: Graph, service: ServiceAtLocation) -> Make:
    bram, unit = bram_of(service), service.units[0]
    return lambda tx, key: record_report(tx, bram.scope, Report(ObservationId(new_id()), unit.id, 2, NOW), key=key)


def _outage(graph: Graph, service: ServiceAtLocation) -> Make:
    bram, unit, tonight_only = bram_of(service), service.units[0], lodging_period(tonight(NOW), 1)
    return lambda tx, key: take_out_of_service(
        tx, bram.scope, OutOfService(OutOfServiceId(new_id()), unit.id, 1, tonight_only, "repairs"), key=key
    )


def _ranking(graph: Graph, service: ServiceAtLocation) -> Make:
    assert ANA.organization_id is not None
    need = given_a_need(graph, given_a_case(graph))
    ranking = StoredRanking(
        RankingId(""), need.id, need.case_id, ANA.organization_id, "policy-1", 2**63 + 1, "{}", 1, 2, NOW
    )
    return lambda tx, key: store_ranking(tx, replace(ranking, id=RankingId(new_id())), key=key)


EVERY_MAKER = [_case, _need, _hold, _referral, _report, _outage, _ranking]


@pytest.fixture
def service(graph: Graph) -> ServiceAtLocation:
    return given_a_service(graph, ANA.at())


@pytest.mark.parametrize("maker", EVERY_MAKER)
def test_inv_8_the_same_request_again_gets_the_first_answer(
    graph: Graph, service: ServiceAtLocation, maker: Callable[[Graph, ServiceAtLocation], Make]
) -> None:
    make, key = maker(graph, service), a_key()
    first = graph.write(ANA.at(), lambda tx: make(tx, key))
    assert graph.write(ANA.at(NOW + timedelta(hours=1)), lambda tx: make(tx, key)) == first


@pytest.mark.parametrize("maker", EVERY_MAKER)
def test_inv_8_the_same_key_for_another_request_is_a_conflict(
    graph: Graph, service: ServiceAtLocation, maker: Callable[[Graph, ServiceAtLocation], Make]
) -> None:
    make, key = maker(graph, service), a_key()
    graph.write(ANA.at(), lambda tx: make(tx, key))
    other = replace(key, request_hash="another request")
    with refused("idempotency-key-reused"):
        graph.write(ANA.at(), lambda tx: make(tx, other))
    with refused("idempotency-key-reused"):
        graph.read(lambda tx: find_made(tx, other))


def test_inv_8_two_accounts_may_use_the_same_key(graph: Graph, service: ServiceAtLocation) -> None:
    key = a_key()
    first, second = _case(graph, service), _case(graph, service)
    hers = graph.write(ANA.at(), lambda tx: first(tx, key))
    his = graph.write(CHIDI.at(), lambda tx: second(tx, replace(key, account_id=CHIDI.account_id)))
    assert hers != his
    assert graph.read(lambda tx: find_made(tx, key)) == hers


def test_inv_8_a_refusal_leaves_no_key(graph: Graph, service: ServiceAtLocation) -> None:
    key = a_key()
    case = given_a_case(graph, basis=None)
    sent = a_referral(service, given_a_need(graph, case))
    with refused("sharing-basis-missing"):
        graph.write(ANA.at(), lambda tx: send_referral(tx, ANA.scope, sent, key=key))
    assert graph.read(lambda tx: find_made(tx, key)) is None


def test_inv_8_the_first_answer_is_rebuilt_from_what_the_record_is_now(
    graph: Graph, service: ServiceAtLocation
) -> None:
    make, key = _hold(graph, service), a_key()
    hold = graph.write(ANA.at(), lambda tx: make(tx, key))
    released = release(graph, hold)  # type: ignore[arg-type]
    assert graph.write(ANA.at(), lambda tx: make(tx, key)) == released


def test_inv_8_a_change_is_made_once_and_answered_twice(graph: Graph) -> None:
    key, done = a_key(), list[str]()

    def change(tx: Writing) -> str:
        def do() -> str:
            done.append("done")
            return "changed"

        return once(tx, key, "a record", do=do, again=lambda: "as it is now")

    answers = [graph.write(ANA.at(), change) for _ in range(3)]
    assert (answers, done) == (["changed", "as it is now", "as it is now"], ["done"])


def test_a_ranking_comes_back_bit_for_bit(graph: Graph, service: ServiceAtLocation) -> None:
    """The draw is a 64-bit number, more than a signed integer of the server holds."""
    make = _ranking(graph, service)
    ranking_id = graph.write(ANA.at(), lambda tx: make(tx, a_key()))
    found = graph.read(lambda tx: get_ranking(tx, ANA.scope, str(ranking_id)))
    assert (found.draw, found.policy, found.ranked_at) == (2**63 + 1, "policy-1", NOW)
    with refused("not-found"):
        graph.read(lambda tx: get_ranking(tx, CHIDI.scope, str(ranking_id)))
