"""Reservations and placements by API: who came, who did not, who left, person by person."""

from datetime import timedelta

import pytest

from graph.model.capacity import Sharing
from tests.api.a_network import LoadedNetwork, serving
from tests.api.calling import Caller, instant, problem
from tests.api.steps import Shelter, accepted, arrived, given_a_shelter, held


@pytest.fixture
def shelter(network: LoadedNetwork, coordinator: Caller) -> Shelter:
    return given_a_shelter(network.hub, coordinator)


@pytest.mark.both_servers
def test_people_arrive_and_leave_one_by_one(shelter: Shelter, coordinator: Caller) -> None:
    staff = shelter.staff
    reservation = staff.got(f"/reservations/{accepted(coordinator, shelter)['reservation_id']}")
    mother, daughter = reservation["person_ids"]
    came = staff.done(f"/reservations/{reservation['id']}/arrival", {"person_ids": [mother]})
    assert (came["person_ids"], came["places"]) == ([mother], 1)
    assert staff.got(f"/reservations/{reservation['id']}")["status"] == "made"
    both = staff.done(f"/reservations/{reservation['id']}/arrival", {"person_ids": [daughter]})
    assert both["id"] == came["id"]
    assert (sorted(both["person_ids"]), both["places"]) == (sorted([mother, daughter]), 2)
    assert staff.got(f"/reservations/{reservation['id']}")["status"] == "converted"
    assert shelter.free() == 2
    one_left = staff.done(f"/placements/{came['id']}/departure", {"reason": "reunited", "person_ids": [daughter]})
    assert (one_left["status"], one_left["person_ids"]) == ("arrived", [mother])
    assert shelter.free() == 3
    assert staff.done(f"/placements/{came['id']}/departure", {"reason": "moved_on"})["status"] == "departed"
    assert shelter.free() == 4


def test_a_room_given_whole_stays_taken_until_the_last_has_left(network: LoadedNetwork, coordinator: Caller) -> None:
    shelter = given_a_shelter(network.hub, coordinator, sharing=Sharing.BY_HOUSEHOLD)
    stay = arrived(coordinator, shelter)
    assert (stay["places"], shelter.free()) == (4, 0)
    shelter.staff.done(
        f"/placements/{stay['id']}/departure", {"reason": "reunited", "person_ids": stay["person_ids"][:1]}
    )
    assert shelter.free() == 0
    shelter.staff.done(f"/placements/{stay['id']}/departure", {"reason": "reunited"})
    assert shelter.free() == 4


def test_only_those_who_are_expected_can_arrive(shelter: Shelter, coordinator: Caller) -> None:
    reservation = accepted(coordinator, shelter)["reservation_id"]
    answer = shelter.staff.post(f"/reservations/{reservation}/arrival", {"person_ids": ["somebody"]})
    assert problem(answer, 422, "person-not-expected")["errors"][0]["field"] == "person_ids"


def test_the_same_arrival_again_succeeds_and_another_one_does_not(shelter: Shelter, coordinator: Caller) -> None:
    reservation = accepted(coordinator, shelter)["reservation_id"]
    first = shelter.staff.done(f"/reservations/{reservation}/arrival", {})
    assert shelter.staff.done(f"/reservations/{reservation}/arrival", {})["id"] == first["id"]
    other = shelter.staff.post(f"/reservations/{reservation}/arrival", {"at": "2026-11-23T23:00:00Z"})
    problem(other, 409, "arrival-recorded-otherwise")


@pytest.mark.parametrize(
    ("at", "type_"), [("2026-11-25T00:00:00Z", "instant-in-the-future"), ("2026-09-01T00:00:00Z", "instant-too-old")]
)
def test_an_arrival_has_happened_and_not_long_ago(shelter: Shelter, coordinator: Caller, at: str, type_: str) -> None:
    reservation = accepted(coordinator, shelter)["reservation_id"]
    problem(shelter.staff.post(f"/reservations/{reservation}/arrival", {"at": at}), 422, type_)
    problem(shelter.staff.post(f"/reservations/{reservation}/non_arrival", {"at": at, "reason": "unknown"}), 422, type_)
    problem(coordinator.post(f"/reservations/{reservation}/cancel", {"at": at, "reason": "error"}), 422, type_)
    assert coordinator.got(f"/reservations/{reservation}")["status"] == "made"


def test_those_who_did_not_come_leave_the_place_free_and_the_need_open(shelter: Shelter, coordinator: Caller) -> None:
    answered = accepted(coordinator, shelter)
    path = f"/reservations/{answered['reservation_id']}"
    missed = shelter.staff.done(f"{path}/non_arrival", {"reason": "missed_sailing"})
    assert (missed["status"], missed["reason"]) == ("non_arrival", "missed_sailing")
    assert shelter.free() == 4
    seen = coordinator.got(f"/referrals/{answered['id']}")
    assert (seen["status"], seen["reason"]) == ("failed", "missed_sailing")
    assert coordinator.got(f"/needs/{answered['need_id']}")["status"] == "open"


@pytest.mark.parametrize(("who", "reason"), [("coordinator", "hospitalised"), ("staff", "site_closed")])
def test_either_side_cancels_a_reservation(shelter: Shelter, coordinator: Caller, who: str, reason: str) -> None:
    reservation = accepted(coordinator, shelter)["reservation_id"]
    side = coordinator if who == "coordinator" else shelter.staff
    assert side.done(f"/reservations/{reservation}/cancel", {"reason": reason})["status"] == "cancelled"
    assert shelter.free() == 4


def test_cancelling_for_another_reason_needs_a_note(shelter: Shelter, coordinator: Caller) -> None:
    path = f"/reservations/{accepted(coordinator, shelter)['reservation_id']}/cancel"
    problem(coordinator.post(path, {"reason": "other"}), 422, "note-required")
    assert coordinator.done(path, {"reason": "other", "note": "the aunt came"})["status"] == "cancelled"


def test_nobody_is_lodged_in_two_places(network: LoadedNetwork, shelter: Shelter, coordinator: Caller) -> None:
    stay = arrived(coordinator, shelter)
    other = given_a_shelter(network.hub, coordinator)
    body = {"need_id": stay["need_id"], "service_at_location_id": other.id, "second_hold_reason": "family_near"}
    second = coordinator.made("/referrals", {"hold_id": coordinator.made("/holds", body)["id"]})["id"]
    reservation = other.staff.done(f"/referrals/{second}/accept")["reservation_id"]
    problem(other.staff.post(f"/reservations/{reservation}/arrival", {}), 409, "already-resident")


def test_a_stay_is_made_longer_unless_the_nights_are_promised_to_somebody_else(
    network: LoadedNetwork, coordinator: Caller
) -> None:
    shelter = given_a_shelter(network.hub, coordinator, units=[2])
    stay = arrived(coordinator, shelter)
    until = instant(stay["ends"]) + timedelta(days=2)
    body = {"at": until.isoformat(), "reason": "house_search"}
    longer = shelter.staff.done(f"/placements/{stay['id']}/extend", body)
    assert instant(longer["ends"]) == until
    early = {"at": stay["ends"], "reason": "health"}
    problem(shelter.staff.post(f"/placements/{stay['id']}/extend", early), 422, "extension-not-later")


def test_a_stay_cannot_be_extended_into_promised_nights(network: LoadedNetwork, coordinator: Caller) -> None:
    shelter = given_a_shelter(network.hub, coordinator, units=[2])
    stay = arrived(coordinator, shelter)
    later = coordinator.made(f"/cases/{stay['case_id']}/needs", {
        "kind": "shelter", "urgency": "emergency", "near": {"area_id": "settlement-258576"},
        "starts_on": instant(stay["ends"]).date().isoformat(), "nights": 2,
    })["id"]  # fmt: skip
    held(coordinator, shelter, later)
    body = {"at": (instant(stay["ends"]) + timedelta(days=1)).isoformat(), "reason": "health"}
    problem(shelter.staff.post(f"/placements/{stay['id']}/extend", body), 409, "no-places-left")


def test_a_stay_moves_to_another_unit_of_the_same_place(network: LoadedNetwork, coordinator: Caller) -> None:
    shelter = given_a_shelter(network.hub, coordinator, units=[2, 3])
    stay = arrived(coordinator, shelter)
    other = next(unit for unit in shelter.unit_ids if unit != stay["lines"][0]["capacity_unit_id"])
    body = {"capacity_unit_id": other, "reason": "moved_room"}
    moved = shelter.staff.done(f"/placements/{stay['id']}/transfer", body)
    assert (moved["id"], moved["lines"][0]["capacity_unit_id"]) == (stay["id"], other)
    assert shelter.free() == 3
    elsewhere = given_a_shelter(network.hub, coordinator).unit_ids[0]
    answer = shelter.staff.post(f"/placements/{stay['id']}/transfer", {**body, "capacity_unit_id": elsewhere})
    assert problem(answer, 422, "unit-of-another-place")["errors"][0]["field"] == "capacity_unit_id"


def test_a_stay_not_departed_counts_on_after_its_planned_end(network: LoadedNetwork, coordinator: Caller) -> None:
    shelter = given_a_shelter(network.hub, coordinator)
    stay = arrived(coordinator, shelter)
    with serving(network.hub, at=instant(stay["ends"]) + timedelta(days=1)) as (client, _):
        later = Caller(client, shelter.staff.token)
        assert later.got(f"/service_at_locations/{shelter.id}")["free"] == 2
        later.done(f"/placements/{stay['id']}/departure", {"reason": "end_of_term"})
        assert later.got(f"/service_at_locations/{shelter.id}")["free"] == 4
