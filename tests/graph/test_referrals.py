"""Referrals: sent with a basis, undone within seconds, read, answered, taken back, or out of time."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from graph.model.case import NeedStatus
from graph.model.claims import ClaimKind, ClaimStatus
from graph.model.events import EventType
from graph.model.ids import ReferralId
from graph.model.referral import TRANSITIONS, Referral, ReferralStatus
from graph.model.service import ServiceAtLocation
from graph.repositories.claims import get_claim
from graph.repositories.needs import get_need
from graph.repositories.referral_decisions import deliver_referral, send_referral
from graph.repositories.referrals import get_referral, list_unanswered_ids
from graph.scope import EVERYTHING, the_hub_itself
from graph.session import Graph
from tests.givens.acts import accept, arrive, decline, depart, did_not_come, let_lapse, receive, release, say, withdraw
from tests.givens.cases import given_a_case, given_a_need
from tests.givens.cast import ANA, CHIDI, NOW, bram_of
from tests.givens.claims import a_referral, an_acceptance, given_a_hold, given_a_referral
from tests.givens.network import a_unit, given_a_service
from tests.givens.refusals import refused
from tests.graph.reads import as_stored, due_rows_about, free, hold_of, told_of_case

S = ReferralStatus
LAPSED = NOW + timedelta(minutes=90)


@pytest.fixture
def service(graph: Graph) -> ServiceAtLocation:
    return given_a_service(graph, ANA.at(), units=[a_unit(places=2)])


def as_sent(graph: Graph, referral: Referral) -> Referral:
    return graph.read(lambda tx: get_referral(tx, EVERYTHING, referral.id, now=NOW))


def need_status(graph: Graph, referral: Referral) -> NeedStatus:
    return graph.read(lambda tx: get_need(tx, EVERYTHING, referral.need_id)).status


def test_no_referral_leaves_without_a_basis_for_sharing(graph: Graph, service: ServiceAtLocation) -> None:
    case = given_a_case(graph, basis=None)
    referral = a_referral(service, given_a_need(graph, case))
    with refused("sharing-basis-missing"):
        graph.write(ANA.at(), lambda tx: send_referral(tx, ANA.scope, referral))


def test_a_hold_that_secures_a_referral_lasts_as_long_as_the_time_to_answer(
    graph: Graph, service: ServiceAtLocation
) -> None:
    referral = given_a_referral(graph, service, undo_seconds=10)
    assert as_sent(graph, referral) == referral
    hold = hold_of(graph, referral)
    assert hold.expires_at == referral.answer_by == LAPSED + timedelta(seconds=10)
    assert hold.referral_id == referral.id


def test_a_hold_secures_one_referral_only(graph: Graph, service: ServiceAtLocation) -> None:
    first = given_a_referral(graph, service)
    need = graph.read(lambda tx: get_need(tx, ANA.scope, first.need_id))
    second = a_referral(service, need, hold=hold_of(graph, first))
    with refused("hold-already-referred"):
        graph.write(ANA.at(), lambda tx: send_referral(tx, ANA.scope, second))


def test_until_the_time_to_undo_is_over_the_receiver_knows_nothing(graph: Graph, service: ServiceAtLocation) -> None:
    referral = given_a_referral(graph, service, undo_seconds=10)
    bram = bram_of(service)
    soon, then = NOW + timedelta(seconds=9), NOW + timedelta(seconds=10)
    for early in (receive, decline):
        with refused("not-found"):
            early(graph, referral, at=soon)
    with refused("not-found"):
        accept(graph, referral, an_acceptance(service), at=soon)
    assert due_rows_about(graph, referral.id, at=soon) == []
    assert [row.receiver_id for row in due_rows_about(graph, referral.id, at=then)] == [service.organization_id]
    sent = next(e for e in told_of_case(graph, referral.case_id) if e.type is EventType.REFERRAL_SENT)
    assert bram.organization_id not in sent.parties
    assert receive(graph, referral, at=then).status is S.RECEIVED


def test_what_is_undone_in_time_was_never_there_for_the_receiver(graph: Graph, service: ServiceAtLocation) -> None:
    referral = given_a_referral(graph, service, undo_seconds=10)
    undone = withdraw(graph, referral, reason="sent_by_mistake", at=NOW + timedelta(seconds=9))
    assert undone.undone
    late = NOW + timedelta(hours=1)
    bram = bram_of(service)
    with refused("not-found"):
        graph.read(lambda tx: get_referral(tx, bram.scope, referral.id, now=late))
    assert due_rows_about(graph, referral.id, at=late) == []
    referral_events = [e for e in told_of_case(graph, referral.case_id) if e.subject_id == referral.id]
    assert [e.type for e in referral_events if bram.organization_id in e.parties] == []
    assert free(graph, service) == [2]


def test_delivery_is_noted_only_where_it_could_be_undone(graph: Graph, service: ServiceAtLocation) -> None:
    at_once, in_ten = given_a_referral(graph, service), given_a_referral(graph, service, undo_seconds=10)
    for referral in (at_once, in_ten):
        graph.write(the_hub_itself(NOW + timedelta(seconds=11)), lambda tx, r=referral: deliver_referral(tx, r.id))
    delivered = [
        [e.type for e in told_of_case(graph, r.case_id)].count(EventType.REFERRAL_DELIVERED) for r in (at_once, in_ten)
    ]
    assert delivered == [0, 1]


def test_a_referral_is_received_once_and_by_the_receiving_side(graph: Graph, service: ServiceAtLocation) -> None:
    referral = given_a_referral(graph, service)
    assert receive(graph, referral, by=ANA) == referral
    received = receive(graph, referral)
    assert (received.status, received.received_at) == (S.RECEIVED, NOW)
    assert receive(graph, referral, at=NOW + timedelta(minutes=5)) == received


def test_inv_3_accepting_makes_the_reservation_from_the_hold_in_the_same_transaction(
    graph: Graph, service: ServiceAtLocation
) -> None:
    referral = given_a_referral(graph, service, ages=(34, 6))
    hold, what = hold_of(graph, referral), an_acceptance(service)
    accepted = accept(graph, referral, what)
    assert (accepted.status, accepted.reservation_id) == (S.ACCEPTED, what.reservation_id)
    made = graph.read(lambda tx: get_claim(tx, ANA.scope, what.reservation_id, ClaimKind.RESERVATION))
    assert (made.status, made.lines, made.period, made.person_ids) == (
        ClaimStatus.MADE,
        hold.lines,
        hold.period,
        hold.person_ids,
    )
    assert (made.root_id, made.referral_id) == (hold.id, referral.id)
    assert as_stored(graph, hold).status is ClaimStatus.CONVERTED
    assert free(graph, service) == [0]
    assert need_status(graph, referral) is NeedStatus.PLACED


def test_accepting_twice_succeeds_and_reserves_once(graph: Graph, service: ServiceAtLocation) -> None:
    referral = given_a_referral(graph, service)
    accepted = accept(graph, referral, an_acceptance(service))
    assert accept(graph, referral, an_acceptance(service)) == accepted
    assert free(graph, service) == [1]


def test_inv_3_without_a_hold_accepting_claims_by_the_same_statement_or_leaves_all_as_it_was(
    graph: Graph, service: ServiceAtLocation
) -> None:
    cases = [given_a_case(graph, ages=(34, 6)) for _ in range(2)]
    needs = [given_a_need(graph, case) for case in cases]
    referrals = [a_referral(service, need) for need in needs]
    for referral in referrals:
        graph.write(ANA.at(), lambda tx, r=referral: send_referral(tx, ANA.scope, r))
    accept(graph, referrals[0], an_acceptance(service, cases[0], needs[0]))
    receive(graph, referrals[1])
    with refused("no-places-left"):
        accept(graph, referrals[1], an_acceptance(service, cases[1], needs[1]))
    assert as_sent(graph, referrals[1]).status is S.RECEIVED
    assert free(graph, service) == [0]


def test_inv_1_a_hold_on_a_disputed_unit_is_not_confirmed_until_it_is_settled(
    graph: Graph, service: ServiceAtLocation
) -> None:
    referral = given_a_referral(graph, service)
    bram, unit = bram_of(service), service.units[0]
    say(graph, bram, unit.id, 0)
    with refused("unit-not-claimable"):
        accept(graph, referral, an_acceptance(service))
    say(graph, bram, unit.id, 2, at=NOW + timedelta(minutes=1))
    assert accept(graph, referral, an_acceptance(service), at=NOW + timedelta(minutes=2)).status is S.ACCEPTED


def test_inv_1_and_2_a_slow_acceptance_gets_no_place_that_was_given_away(
    graph: Graph, service: ServiceAtLocation
) -> None:
    referral = given_a_referral(graph, service, ages=(34, 6))
    given_a_hold(graph, service, at=LAPSED)
    with refused("no-places-left"):
        accept(graph, referral, an_acceptance(service), at=LAPSED - timedelta(seconds=1))


def test_declining_gives_the_place_back_and_says_why(graph: Graph, service: ServiceAtLocation) -> None:
    referral = given_a_referral(graph, service)
    declined = decline(graph, referral, reason="language")
    assert (declined.status, declined.reason, declined.decided_at) == (S.DECLINED, "language", NOW)
    assert hold_of(graph, referral).status is ClaimStatus.RELEASED
    assert free(graph, service) == [2]
    assert decline(graph, referral, reason="language") == declined
    with refused("referral-has-moved-on"):
        decline(graph, referral, reason="hours")
    assert [row.receiver_id for row in due_rows_about(graph, referral.id)].count(referral.asker_id) == 1


def test_withdrawing_takes_the_hold_or_the_reservation_with_it(graph: Graph, service: ServiceAtLocation) -> None:
    held, reserved = given_a_referral(graph, service), given_a_referral(graph, service)
    what = an_acceptance(service)
    accept(graph, reserved, what)
    for referral in (held, reserved):
        gone = withdraw(graph, referral, reason="need_ended")
        assert (gone.status, gone.reason) == (S.WITHDRAWN, "need_ended")
        assert withdraw(graph, referral, reason="need_ended") == gone
        with refused("referral-has-moved-on"):
            withdraw(graph, referral, reason="sent_by_mistake")
        assert need_status(graph, referral) is NeedStatus.OPEN
    assert hold_of(graph, held).status is ClaimStatus.RELEASED
    cancelled = graph.read(lambda tx: get_claim(tx, ANA.scope, what.reservation_id, ClaimKind.RESERVATION))
    assert cancelled.status is ClaimStatus.CANCELLED
    assert free(graph, service) == [2]


def test_only_the_asking_side_withdraws_and_only_the_receiving_side_answers(
    graph: Graph, service: ServiceAtLocation
) -> None:
    referral = given_a_referral(graph, service)
    with refused("not-found"):
        withdraw(graph, referral, by=bram_of(service))
    with refused("not-found"):
        accept(graph, referral, an_acceptance(service), by=ANA)
    with refused("not-found"):
        decline(graph, referral, by=ANA)


def test_a_referral_and_its_hold_run_out_together(graph: Graph, service: ServiceAtLocation) -> None:
    referral = given_a_referral(graph, service)
    assert let_lapse(graph, referral, at=LAPSED - timedelta(seconds=1)) == referral
    assert referral.id not in graph.write(the_hub_itself(NOW), lambda tx: list_unanswered_ids(tx, 1000))
    assert referral.id in graph.write(the_hub_itself(LAPSED), lambda tx: list_unanswered_ids(tx, 1000))
    lapsed = let_lapse(graph, referral, at=LAPSED)
    assert lapsed.status is S.EXPIRED
    hold = hold_of(graph, referral)
    assert (hold.status, hold.ended_at) == (ClaimStatus.EXPIRED, LAPSED)
    assert let_lapse(graph, referral, at=LAPSED + timedelta(hours=1)) == lapsed


def test_the_asker_may_release_the_hold_and_the_referral_stands(graph: Graph, service: ServiceAtLocation) -> None:
    referral = given_a_referral(graph, service)
    release(graph, hold_of(graph, referral))
    assert receive(graph, referral).status is S.RECEIVED


def test_a_stranger_learns_nothing_of_a_referral(graph: Graph, service: ServiceAtLocation) -> None:
    referral = given_a_referral(graph, service)
    for act in (receive, decline, withdraw):
        with refused("not-found"):
            act(graph, referral, by=CHIDI)
    with refused("not-found"):
        accept(graph, referral, an_acceptance(service), by=CHIDI)
    assert as_sent(graph, referral) == referral


def bring_to(graph: Graph, service: ServiceAtLocation, status: ReferralStatus) -> Referral:
    """A referral in this state, by the steps that people take."""
    referral = given_a_referral(graph, service)
    match status:
        case S.REQUESTED:
            return referral
        case S.RECEIVED:
            return receive(graph, referral)
        case S.DECLINED:
            return decline(graph, referral, reason="staff")
        case S.WITHDRAWN:
            return withdraw(graph, referral, reason="sent_by_mistake")
        case S.EXPIRED:
            early = given_a_referral(graph, service, at=NOW - timedelta(hours=2))
            return let_lapse(graph, early, at=NOW)
        case _:
            what = an_acceptance(service)
            accept(graph, referral, what)
    reservation = graph.read(lambda tx: get_claim(tx, ANA.scope, what.reservation_id, ClaimKind.RESERVATION))
    if status is S.FAILED:
        did_not_come(graph, reservation)
    if status in (S.IN_PROGRESS, S.COMPLETED):
        placement = arrive(graph, reservation)
        if status is S.COMPLETED:
            depart(graph, placement)
    return as_sent(graph, referral)


DECISIONS: dict[ReferralStatus, Callable[[Graph, ServiceAtLocation, Referral], Referral]] = {
    S.ACCEPTED: lambda graph, service, referral: accept(graph, referral, an_acceptance(service)),
    S.DECLINED: lambda graph, service, referral: decline(graph, referral, reason="hours"),
    S.WITHDRAWN: lambda graph, service, referral: withdraw(graph, referral, reason="found_elsewhere"),
}
REACHABLE = [status for status in S if status is not S.DRAFT]


@pytest.mark.parametrize("to", DECISIONS)
@pytest.mark.parametrize("status", REACHABLE)
def test_each_decision_is_taken_from_the_states_of_the_life_cycle_and_from_no_other(
    graph: Graph, service: ServiceAtLocation, status: ReferralStatus, to: ReferralStatus
) -> None:
    referral = bring_to(graph, service, status)
    assert referral.status is status
    if to in TRANSITIONS.get(status, frozenset()) or status is to is S.ACCEPTED:
        assert DECISIONS[to](graph, service, referral).status is to
        return
    with refused("referral-has-moved-on"):
        DECISIONS[to](graph, service, referral)
    assert as_sent(graph, referral) == referral


def test_a_referral_that_nobody_knows_is_not_there(graph: Graph) -> None:
    known = given_a_referral(graph, given_a_service(graph, ANA.at()))
    with refused("not-found"):
        decline(graph, replace(known, id=ReferralId("unknown")))
