"""Reservations end by arrival, by non-arrival, or because somebody cancels."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from graph.model.case import NeedStatus
from graph.model.claims import Claim, ClaimStatus
from graph.model.ids import ReferralId
from graph.model.referral import ReferralStatus
from graph.model.service import ServiceAtLocation, Terms
from graph.repositories.claims import list_live_claims_of_provider
from graph.repositories.needs import get_need
from graph.repositories.referrals import get_referral
from graph.scope import EVERYTHING
from graph.session import Graph
from tests.givens.acts import arrive, cancel, depart, did_not_come
from tests.givens.cast import ANA, CHIDI, NOW, bram_of
from tests.givens.claims import given_a_hold, given_a_reservation
from tests.givens.network import a_unit, given_a_service
from tests.givens.refusals import refused
from tests.graph.reads import as_stored, due_rows_about, free


@pytest.fixture
def service(graph: Graph) -> ServiceAtLocation:
    return given_a_service(graph, ANA.at(), units=[a_unit(places=3)])


def referral_status(graph: Graph, claim: Claim) -> ReferralStatus:
    referral_id = claim.referral_id or ReferralId("none")
    return graph.read(lambda tx: get_referral(tx, EVERYTHING, referral_id, now=NOW)).status


def need_status(graph: Graph, claim: Claim) -> NeedStatus:
    return graph.read(lambda tx: get_need(tx, EVERYTHING, claim.need_id)).status


@pytest.mark.parametrize(("end", "status"), [(cancel, ClaimStatus.CANCELLED), (did_not_come, ClaimStatus.NON_ARRIVAL)])
def test_a_reservation_that_ends_frees_its_place_and_opens_its_need(
    graph: Graph, service: ServiceAtLocation, end: Callable[..., Claim], status: ClaimStatus
) -> None:
    reservation = given_a_reservation(graph, service, ages=(34, 6))
    ended = end(graph, reservation)
    assert (ended.status, ended.ended_at) == (status, NOW)
    assert as_stored(graph, reservation) == ended
    assert free(graph, service) == [3]
    assert (referral_status(graph, ended), need_status(graph, ended)) == (ReferralStatus.FAILED, NeedStatus.OPEN)
    told = {row.receiver_id for row in due_rows_about(graph, reservation.id)}
    assert told == {reservation.asker_id, reservation.provider_id}


@pytest.mark.parametrize(("end", "again"), [(cancel, "duplicate"), (did_not_come, "refused")])
def test_the_same_end_can_be_told_twice_and_another_reason_is_a_conflict(
    graph: Graph, service: ServiceAtLocation, end: Callable[..., Claim], again: str
) -> None:
    reservation = given_a_reservation(graph, service)
    ended = end(graph, reservation)
    assert end(graph, reservation, at=NOW + timedelta(hours=1)) == ended
    with refused("recorded-otherwise"):
        end(graph, reservation, reason=again)


def _arrived(graph: Graph, reservation: Claim) -> Claim:
    arrive(graph, reservation)
    return as_stored(graph, reservation)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (cancel, (did_not_come, arrive)),
        (did_not_come, (cancel, arrive)),
        (_arrived, (cancel, did_not_come)),
    ],
)
def test_what_has_ended_one_way_does_not_end_another(
    graph: Graph,
    service: ServiceAtLocation,
    first: Callable[..., Claim],
    then: tuple[Callable[..., Claim], ...],
) -> None:
    reservation = given_a_reservation(graph, service)
    ended = first(graph, reservation)
    for other in then:
        with refused("reservation-has-ended"):
            other(graph, reservation)
    assert as_stored(graph, reservation) == ended


def test_the_rest_who_did_not_come_leave_the_stay_of_the_others_as_it_is(
    graph: Graph, service: ServiceAtLocation
) -> None:
    reservation = given_a_reservation(graph, service, ages=(34, 6, 4))
    mother = reservation.person_ids[:1]
    placement = arrive(graph, reservation, people=mother)
    did_not_come(graph, reservation)
    assert free(graph, service) == [2]
    assert (referral_status(graph, placement), need_status(graph, placement)) == (
        ReferralStatus.IN_PROGRESS,
        NeedStatus.PLACED,
    )
    assert depart(graph, placement).status is ClaimStatus.DEPARTED
    assert (referral_status(graph, placement), need_status(graph, placement)) == (
        ReferralStatus.COMPLETED,
        NeedStatus.CLOSED,
    )
    assert free(graph, service) == [3]


def test_those_who_left_before_the_rest_failed_to_come_have_completed_their_stay(
    graph: Graph, service: ServiceAtLocation
) -> None:
    reservation = given_a_reservation(graph, service, ages=(34, 6))
    placement = arrive(graph, reservation, people=reservation.person_ids[:1])
    depart(graph, placement)
    assert referral_status(graph, placement) is ReferralStatus.IN_PROGRESS
    did_not_come(graph, reservation)
    assert (referral_status(graph, placement), need_status(graph, placement)) == (
        ReferralStatus.COMPLETED,
        NeedStatus.CLOSED,
    )
    assert free(graph, service) == [3]


def test_they_are_asked_about_when_the_day_of_the_place_turns(graph: Graph) -> None:
    """The place's own day counts, here one that turns at noon."""
    noon = Terms(day_turns_at=datetime(2026, 1, 1, 12).time())
    service = given_a_service(graph, ANA.at(), terms=noon)
    assert given_a_reservation(graph, service).arrive_by == datetime(2026, 11, 25, 10, tzinfo=UTC)


def test_a_stranger_learns_nothing_of_a_reservation(graph: Graph, service: ServiceAtLocation) -> None:
    reservation = given_a_reservation(graph, service)
    for act in (arrive, did_not_come, cancel):
        with refused("not-found"):
            act(graph, reservation, by=CHIDI)
    assert as_stored(graph, reservation) == reservation


def test_a_provider_lists_the_claims_on_its_own_places_only(graph: Graph, service: ServiceAtLocation) -> None:
    other = given_a_service(graph, ANA.at())
    ours, theirs = given_a_hold(graph, service), given_a_hold(graph, other)
    ended = cancel(graph, given_a_reservation(graph, service))
    listed = {c.id for c in graph.read(lambda tx: list_live_claims_of_provider(tx, bram_of(service).scope))}
    assert listed == {ours.id}
    assert theirs.id not in listed
    assert ended.id not in listed
