"""Placements: people leave one by one, stay longer if nobody was promised the place, or move to another room."""

from datetime import timedelta

import pytest

from graph.model.capacity import Sharing
from graph.model.claims import ClaimStatus
from graph.model.ids import PersonId
from graph.model.period import lodging_period, tonight
from graph.model.service import ServiceAtLocation
from graph.repositories.stays import stays_of_placement, when_they_left
from graph.session import Graph
from tests.givens.acts import arrive, depart, drop_out, move, say, stay_until
from tests.givens.cast import ANA, CHIDI, NOW, bram_of
from tests.givens.claims import given_a_hold, given_a_placement, given_a_reservation
from tests.givens.network import a_unit, given_a_service
from tests.givens.refusals import refused
from tests.graph.reads import as_stored, free, units_of

LATER = NOW + timedelta(hours=2)
LATEST = NOW + timedelta(hours=4)
TONIGHT = tonight(NOW)


@pytest.fixture
def service(graph: Graph) -> ServiceAtLocation:
    return given_a_service(graph, ANA.at(), units=[a_unit(places=4)])


@pytest.fixture
def rooms(graph: Graph) -> ServiceAtLocation:
    """A dormitory of four, a family room of three, and a single room."""
    units = [a_unit(places=4), a_unit(places=3, sharing=Sharing.BY_HOUSEHOLD), a_unit(places=1)]
    return given_a_service(graph, ANA.at(), units=units)


def test_when_all_leave_their_places_are_free_at_once(graph: Graph, service: ServiceAtLocation) -> None:
    placement = given_a_placement(graph, service, ages=(34, 6))
    gone = depart(graph, placement, at=LATER)
    assert (gone.status, gone.ended_at, gone.reason) == (ClaimStatus.DEPARTED, LATER, "goal_reached")
    assert as_stored(graph, placement) == gone
    assert free(graph, service, at=LATER) == [4]


def test_by_place_each_who_leaves_frees_a_place(graph: Graph, service: ServiceAtLocation) -> None:
    placement = given_a_placement(graph, service, ages=(34, 6, 4))
    mother, *children = placement.person_ids
    after = depart(graph, placement, people=[mother], at=LATER)
    assert (after.status, after.places, after.person_ids) == (ClaimStatus.ARRIVED, 2, tuple(children))
    assert free(graph, service, at=LATER) == [2]
    assert depart(graph, placement, at=LATEST).status is ClaimStatus.DEPARTED


def test_by_household_the_room_is_free_when_the_last_has_left(graph: Graph) -> None:
    service = given_a_service(graph, ANA.at(), units=[a_unit(places=3, sharing=Sharing.BY_HOUSEHOLD)])
    placement = given_a_placement(graph, service, ages=(34, 6))
    mother, son = placement.person_ids
    assert depart(graph, placement, people=[mother], at=LATER).places == 3
    assert free(graph, service, at=LATER) == [0]
    depart(graph, placement, people=[son], at=LATEST)
    assert free(graph, service, at=LATEST) == [3]


def test_a_stay_ends_when_the_last_left_in_whatever_order_it_is_told(graph: Graph, service: ServiceAtLocation) -> None:
    placement = given_a_placement(graph, service, ages=(34, 6))
    mother, son = placement.person_ids
    depart(graph, placement, people=[mother], left_at=LATER, at=LATEST)
    gone = depart(graph, placement, people=[son], left_at=NOW + timedelta(hours=1), at=LATEST)
    assert gone.ended_at == LATER


def test_the_same_departure_told_again_is_recognised_for_each_person(graph: Graph, service: ServiceAtLocation) -> None:
    placement = given_a_placement(graph, service, ages=(34, 6))
    mother, son = placement.person_ids
    depart(graph, placement, people=[mother], left_at=LATER, reason="moved_family", at=LATEST)
    gone = depart(graph, placement, people=[son], left_at=LATEST, reason="goal_reached", at=LATEST)
    for people, left_at, reason in (
        ([mother], LATER, "moved_family"),
        ([son], LATEST, "goal_reached"),
        ([], LATEST, "goal_reached"),
    ):
        assert depart(graph, placement, people=people, left_at=left_at, reason=reason, at=LATEST) == gone
    for people, left_at, reason in (
        ([mother], LATER, "goal_reached"),
        ([mother], LATEST, "moved_family"),
        ([mother, son], LATEST, "goal_reached"),
        ([], LATER, "goal_reached"),
    ):
        with refused("departure-recorded-otherwise"):
            depart(graph, placement, people=people, left_at=left_at, reason=reason, at=LATEST)


def test_when_they_left_is_known_for_exactly_those_people(graph: Graph, service: ServiceAtLocation) -> None:
    placement = given_a_placement(graph, service, ages=(34, 6))
    mother, son = placement.person_ids
    depart(graph, placement, people=[mother], at=LATER)

    def when(*people: PersonId) -> object:
        stored = as_stored(graph, placement)
        return graph.read(lambda tx: when_they_left(tx, stored, people))

    assert [when(mother), when(son), when()] == [LATER, None, None]
    depart(graph, placement, at=LATEST)
    assert [when(mother), when(son), when(), when(mother, son)] == [LATER, LATEST, LATEST, None]


def test_nobody_leaves_before_they_came_or_without_having_come(graph: Graph, service: ServiceAtLocation) -> None:
    reservation = given_a_reservation(graph, service, ages=(34, 6))
    mother, son = reservation.person_ids
    placement = arrive(graph, reservation, people=[mother])
    with refused("person-not-resident"):
        depart(graph, placement, people=[son])
    with refused("departure-before-arrival"):
        depart(graph, placement, left_at=NOW - timedelta(minutes=1))
    arrive(graph, reservation, people=[son], at=LATER)
    with refused("departure-before-arrival"):
        depart(graph, placement, people=[son], left_at=NOW, at=LATER)


def test_who_has_left_can_be_placed_elsewhere(graph: Graph, service: ServiceAtLocation) -> None:
    placement = given_a_placement(graph, service)
    depart(graph, placement, at=LATER)
    stays = graph.read(lambda tx: stays_of_placement(tx, placement.id))
    assert [(s.arrived_at, s.left_at, s.reason) for s in stays.values()] == [(NOW, LATER, "goal_reached")]


def test_a_departure_dated_before_the_figure_corrects_it(graph: Graph, service: ServiceAtLocation) -> None:
    placement = given_a_placement(graph, service)
    say(graph, bram_of(service), service.units[0].id, 3, at=LATER)
    assert [u.elsewhere for u in units_of(graph, service)] == [0]
    depart(graph, placement, left_at=NOW + timedelta(hours=1), at=LATEST)
    assert [u.elsewhere for u in units_of(graph, service)] == [1]
    assert free(graph, service, at=LATEST) == [3]


def test_a_stay_is_extended_and_the_same_extension_can_be_told_twice(graph: Graph, service: ServiceAtLocation) -> None:
    placement = given_a_placement(graph, service, nights=2)
    until = lodging_period(TONIGHT, 5).ends
    longer = stay_until(graph, placement, until)
    assert (longer.period.ends, longer.extended, longer.status) == (until, True, ClaimStatus.ARRIVED)
    assert stay_until(graph, placement, until) == longer
    with refused("extension-not-later"):
        stay_until(graph, placement, placement.period.ends)


def test_inv_1_no_extension_over_nights_that_are_promised(graph: Graph) -> None:
    service = given_a_service(graph, ANA.at(), units=[a_unit(places=1)])
    placement = given_a_placement(graph, service, nights=2)
    given_a_hold(graph, service, starts_on=TONIGHT + timedelta(days=4), nights=2)
    assert stay_until(graph, placement, lodging_period(TONIGHT, 4).ends).extended
    with refused("no-places-left"):
        stay_until(graph, placement, lodging_period(TONIGHT, 5).ends)


def test_those_who_are_still_expected_are_expected_for_as_long(graph: Graph, service: ServiceAtLocation) -> None:
    reservation = given_a_reservation(graph, service, ages=(34, 6), nights=2)
    placement = arrive(graph, reservation, people=reservation.person_ids[:1])
    until = lodging_period(TONIGHT, 4).ends
    stay_until(graph, placement, until)
    assert as_stored(graph, reservation).period.ends == until


def test_inv_1_no_extension_where_those_still_expected_would_find_no_place(graph: Graph) -> None:
    service = given_a_service(graph, ANA.at(), units=[a_unit(places=2)])
    reservation = given_a_reservation(graph, service, ages=(34, 6), nights=2)
    placement = arrive(graph, reservation, people=reservation.person_ids[:1])
    given_a_hold(graph, service, starts_on=TONIGHT + timedelta(days=2), nights=1)
    with refused("no-places-left"):
        stay_until(graph, placement, lodging_period(TONIGHT, 3).ends)


def test_a_transfer_moves_the_stay_with_what_it_takes_there(graph: Graph, rooms: ServiceAtLocation) -> None:
    dormitory, family_room, _ = rooms.units
    placement = given_a_placement(graph, rooms, ages=(34, 6), units=[dormitory.id])
    moved = move(graph, placement, family_room.id, at=LATER)
    assert (moved.id, moved.lines[0].unit_id, moved.places) == (placement.id, family_room.id, 3)
    assert as_stored(graph, placement) == moved
    assert free(graph, rooms, at=LATER) == [4, 0, 1]
    assert move(graph, placement, family_room.id, at=LATEST) == moved
    back = move(graph, placement, dormitory.id, at=LATEST)
    assert back.places == 2
    assert free(graph, rooms, at=LATEST) == [2, 3, 1]


def test_inv_1_no_transfer_into_a_room_without_room(graph: Graph, rooms: ServiceAtLocation) -> None:
    dormitory, family_room, single = rooms.units
    placement = given_a_placement(graph, rooms, ages=(34, 6), units=[dormitory.id])
    with refused("no-places-left"):
        move(graph, placement, single.id)
    given_a_hold(graph, rooms, starts_on=TONIGHT + timedelta(days=2), nights=1, units=[family_room.id])
    with refused("no-places-left"):
        move(graph, placement, family_room.id)
    assert as_stored(graph, placement) == placement


def test_inv_5_no_transfer_into_a_room_out_of_service(graph: Graph, rooms: ServiceAtLocation) -> None:
    dormitory, _, single = rooms.units
    placement = given_a_placement(graph, rooms, units=[dormitory.id])
    drop_out(graph, bram_of(rooms), single.id, 1, lodging_period(TONIGHT + timedelta(days=1), 1))
    with refused("no-places-left"):
        move(graph, placement, single.id)


def test_a_transfer_stays_within_the_service_at_location(graph: Graph, rooms: ServiceAtLocation) -> None:
    placement = given_a_placement(graph, rooms, units=[rooms.units[0].id])
    elsewhere = given_a_service(graph, ANA.at())
    with refused("unit-of-another-place"):
        move(graph, placement, elsewhere.units[0].id)


def test_inv_4_a_household_moves_together_with_those_who_are_still_expected(
    graph: Graph, rooms: ServiceAtLocation
) -> None:
    dormitory, family_room, _ = rooms.units
    reservation = given_a_reservation(graph, rooms, ages=(34, 6), units=[dormitory.id])
    mother, son = reservation.person_ids
    placement = arrive(graph, reservation, people=[mother])
    move(graph, placement, family_room.id, at=LATER)
    assert as_stored(graph, reservation).lines[0].unit_id == family_room.id
    assert free(graph, rooms, at=LATER) == [4, 0, 1]
    move(graph, placement, dormitory.id, at=LATER)
    assert free(graph, rooms, at=LATER) == [2, 3, 1]
    together = arrive(graph, reservation, people=[son], at=LATEST)
    assert (together.id, together.lines[0].unit_id, together.places) == (placement.id, dormitory.id, 2)
    assert free(graph, rooms, at=LATEST) == [2, 3, 1]


def test_a_stay_that_is_over_can_not_be_extended_moved_or_left_again(graph: Graph, rooms: ServiceAtLocation) -> None:
    dormitory, family_room, _ = rooms.units
    placement = given_a_placement(graph, rooms, units=[dormitory.id])
    gone = depart(graph, placement)
    with refused("placement-has-ended"):
        stay_until(graph, placement, lodging_period(TONIGHT, 30).ends)
    with refused("placement-has-ended"):
        move(graph, placement, family_room.id)
    with refused("departure-recorded-otherwise"):
        depart(graph, placement, left_at=LATER, at=LATER)
    assert as_stored(graph, placement) == gone


def test_a_stranger_learns_nothing_of_a_stay(graph: Graph, rooms: ServiceAtLocation) -> None:
    placement = given_a_placement(graph, rooms, units=[rooms.units[0].id])
    with refused("not-found"):
        depart(graph, placement, by=CHIDI)
    with refused("not-found"):
        stay_until(graph, placement, lodging_period(TONIGHT, 30).ends, by=CHIDI)
    with refused("not-found"):
        move(graph, placement, rooms.units[1].id, by=CHIDI)
    assert as_stored(graph, placement) == placement
