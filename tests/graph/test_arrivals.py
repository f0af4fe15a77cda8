"""Arrivals: per person, recorded by the receiving site, and told twice without harm."""

from dataclasses import replace
from datetime import timedelta

import pytest

from graph.model.capacity import Sharing
from graph.model.claims import Claim, ClaimKind, ClaimStatus
from graph.model.ids import PersonId
from graph.model.period import lodging_period, tonight
from graph.model.service import ServiceAtLocation
from graph.repositories.arrivals import find_placement_of
from graph.repositories.holds import place_hold
from graph.repositories.referral_decisions import send_referral
from graph.repositories.stays import stays_of_reservation, when_they_came
from graph.scope import the_hub_itself
from graph.session import Graph
from tests.givens.acts import accept, arrive, depart, say
from tests.givens.cases import given_a_case, given_a_need
from tests.givens.cast import ANA, NOW, bram_of
from tests.givens.claims import a_hold_request, a_referral, an_acceptance, given_a_reservation
from tests.givens.network import a_unit, given_a_service
from tests.givens.refusals import refused
from tests.graph.reads import as_stored, free, units_of

LATER = NOW + timedelta(hours=2)


@pytest.fixture
def service(graph: Graph) -> ServiceAtLocation:
    return given_a_service(graph, ANA.at(), units=[a_unit(places=4)])


def test_those_who_come_together_are_placed_together(graph: Graph, service: ServiceAtLocation) -> None:
    reservation = given_a_reservation(graph, service, ages=(34, 6))
    placement = arrive(graph, reservation)
    assert (placement.kind, placement.status, placement.places) == (ClaimKind.PLACEMENT, ClaimStatus.ARRIVED, 2)
    assert (placement.person_ids, placement.root_id) == (reservation.person_ids, reservation.root_id)
    assert (placement.period.starts, placement.period.ends) == (NOW, reservation.period.ends)
    assert as_stored(graph, placement) == placement
    done = as_stored(graph, reservation)
    assert (done.status, done.ended_at) == (ClaimStatus.CONVERTED, NOW)
    assert free(graph, service) == [2]


def test_by_place_the_reservation_shrinks_as_they_come_one_by_one(graph: Graph, service: ServiceAtLocation) -> None:
    reservation = given_a_reservation(graph, service, ages=(34, 6, 4))
    mother, *children = reservation.person_ids
    first = arrive(graph, reservation, people=[mother])
    waiting = as_stored(graph, reservation)
    assert (first.places, first.person_ids) == (1, (mother,))
    assert (waiting.status, waiting.places, waiting.person_ids) == (ClaimStatus.MADE, 2, tuple(children))
    second = arrive(graph, reservation, at=LATER)
    assert (second.id, second.places, set(second.person_ids)) == (first.id, 3, {mother, *children})
    assert as_stored(graph, reservation).status is ClaimStatus.CONVERTED
    assert free(graph, service, at=LATER) == [1]


def test_by_household_the_room_stays_claimed_whole_from_the_first_to_the_last(graph: Graph) -> None:
    service = given_a_service(graph, ANA.at(), units=[a_unit(places=4, sharing=Sharing.BY_HOUSEHOLD)])
    reservation = given_a_reservation(graph, service, ages=(34, 6))
    mother, son = reservation.person_ids
    first = arrive(graph, reservation, people=[mother])
    assert (first.places, as_stored(graph, reservation).places) == (4, 0)
    assert arrive(graph, reservation, people=[son], at=LATER).places == 4
    assert free(graph, service, at=LATER) == [0]


def test_the_same_arrival_told_again_is_recognised_for_each_person(graph: Graph, service: ServiceAtLocation) -> None:
    reservation = given_a_reservation(graph, service, ages=(34, 6))
    mother, son = reservation.person_ids
    arrive(graph, reservation, people=[mother])
    both = arrive(graph, reservation, people=[son], came_at=LATER, at=LATER)
    much_later = LATER + timedelta(days=1)
    for people, came_at in (([mother], NOW), ([son], LATER), ([], LATER)):
        assert arrive(graph, reservation, people=people, came_at=came_at, at=much_later) == both
    for people, came_at in (([mother], LATER), ([son], NOW), ([mother, son], NOW), ([], NOW + timedelta(minutes=1))):
        with refused("arrival-recorded-otherwise"):
            arrive(graph, reservation, people=people, came_at=came_at, at=much_later)


def test_an_arrival_is_recognised_even_after_that_person_has_left(graph: Graph, service: ServiceAtLocation) -> None:
    reservation = given_a_reservation(graph, service, ages=(34, 6))
    mother, son = reservation.person_ids
    placement = arrive(graph, reservation)
    after = depart(graph, placement, people=[son], at=LATER)
    assert arrive(graph, reservation, people=[son], came_at=NOW, at=LATER) == after
    assert arrive(graph, reservation, people=[mother, son], came_at=NOW, at=LATER) == after


def test_when_they_came_is_known_for_exactly_those_people(graph: Graph, service: ServiceAtLocation) -> None:
    reservation = given_a_reservation(graph, service, ages=(34, 6))
    mother, son = reservation.person_ids

    def when(*people: PersonId) -> object:
        stored = as_stored(graph, reservation)
        return graph.read(lambda tx: when_they_came(tx, stored, people))

    arrive(graph, reservation, people=[mother])
    assert [when(mother), when(son), when(), when(mother, son)] == [NOW, None, None, None]
    arrive(graph, reservation, people=[son], at=LATER)
    assert [when(mother), when(son), when(), when(mother, son)] == [NOW, LATER, LATER, None]


def test_somebody_who_was_not_expected_does_not_arrive(graph: Graph, service: ServiceAtLocation) -> None:
    reservation = given_a_reservation(graph, service)
    with refused("person-not-expected"):
        arrive(graph, reservation, people=[PersonId("somebody else")])


def test_those_who_come_after_the_first_have_left_begin_a_stay_of_their_own(
    graph: Graph, service: ServiceAtLocation
) -> None:
    """The stay of the first is over; its places must not be taken by somebody who does not count."""
    reservation = given_a_reservation(graph, service, ages=(34, 6))
    mother, son = reservation.person_ids
    first = arrive(graph, reservation, people=[mother])
    depart(graph, first, at=LATER)
    second = arrive(graph, reservation, people=[son], at=LATER)
    assert second.id != first.id
    assert (second.status, second.places) == (ClaimStatus.ARRIVED, 1)
    assert free(graph, service, at=LATER) == [3]
    assert graph.write(the_hub_itself(LATER), lambda tx: find_placement_of(tx, reservation)) == second
    stays = graph.read(lambda tx: stays_of_reservation(tx, reservation.id))
    assert {p: s.placement_id for p, s in stays.items()} == {mother: first.id, son: second.id}


def two_reservations_of_one_case(graph: Graph, *services: ServiceAtLocation) -> list[Claim]:
    case = given_a_case(graph, ages=(34, 6))
    found: list[Claim] = []
    for service in services:
        need = given_a_need(graph, case)
        ask = a_hold_request(service, case, need)
        hold = graph.write(ANA.at(), lambda tx, ask=ask: place_hold(tx, ANA.scope, ask))
        sent = a_referral(service, need, hold=hold)
        graph.write(ANA.at(), lambda tx, sent=sent: send_referral(tx, ANA.scope, sent))
        what = an_acceptance(service)
        accept(graph, sent, what)
        found.append(as_stored(graph, replace(hold, id=what.reservation_id)))
    return found


def test_inv_4_a_person_is_placed_in_one_place_at_a_time(graph: Graph, service: ServiceAtLocation) -> None:
    other = given_a_service(graph, ANA.at())
    here, there = two_reservations_of_one_case(graph, service, other)
    mother, son = here.person_ids
    placement = arrive(graph, here, people=[mother])
    with refused("already-resident"):
        arrive(graph, there)
    assert free(graph, other) == [2]
    arrive(graph, there, people=[son])
    depart(graph, placement, at=LATER)
    assert set(arrive(graph, there, at=LATER).person_ids) == {mother, son}


def test_an_early_arrival_is_a_fact_and_what_it_uncovers_is_disputed(graph: Graph) -> None:
    service = given_a_service(graph, ANA.at(), units=[a_unit(places=1)])
    tomorrow = tonight(NOW) + timedelta(days=1)
    given_a_reservation(graph, service, nights=1)
    early = given_a_reservation(graph, service, starts_on=tomorrow, nights=1)
    placement = arrive(graph, early)
    assert placement.period.starts == NOW
    (unit,) = units_of(graph, service)
    assert unit.discrepancy_id is not None
    assert free(graph, service) == [-1]


def test_who_comes_after_the_last_night_is_placed_for_tonight(graph: Graph, service: ServiceAtLocation) -> None:
    reservation = given_a_reservation(graph, service, nights=1)
    two_days_on = NOW + timedelta(days=2)
    placement = arrive(graph, reservation, at=two_days_on)
    assert placement.period.ends == lodging_period(tonight(two_days_on), 1).ends


def test_an_arrival_dated_before_the_figure_was_left_out_of_it(graph: Graph, service: ServiceAtLocation) -> None:
    reservation = given_a_reservation(graph, service)
    say(graph, bram_of(service), service.units[0].id, 2, at=LATER)
    assert [u.elsewhere for u in units_of(graph, service)] == [2]
    arrive(graph, reservation, came_at=NOW + timedelta(hours=1), at=LATER + timedelta(minutes=5))
    assert [u.elsewhere for u in units_of(graph, service)] == [1]
