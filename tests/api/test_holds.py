"""Holds by API: kept for a while, given back with a reason, extended once, and lost with the next candidate at hand."""

from datetime import timedelta

import pytest

from tests.api.a_network import LoadedNetwork, serving
from tests.api.calling import Caller, instant, problem
from tests.api.steps import a_need, given_a_shelter, held


def test_a_hold_given_back_frees_its_places(network: LoadedNetwork, coordinator: Caller) -> None:
    shelter = given_a_shelter(network.hub, coordinator)
    hold = held(coordinator, shelter)
    released = coordinator.done(f"/holds/{hold['id']}/release", {"reason": "found_better"})
    assert (released["status"], released["reason"]) == ("released", "found_better")
    assert shelter.free() == 4


def test_giving_back_again_for_the_same_reason_succeeds_and_for_another_does_not(
    network: LoadedNetwork, coordinator: Caller
) -> None:
    hold = held(coordinator, given_a_shelter(network.hub, coordinator))["id"]
    first = coordinator.done(f"/holds/{hold}/release", {"reason": "need_ended"})
    assert coordinator.done(f"/holds/{hold}/release", {"reason": "need_ended"}) == first
    problem(coordinator.post(f"/holds/{hold}/release", {"reason": "wrong_case"}), 409, "hold-has-ended")


def test_a_reason_that_says_nothing_alone_needs_a_note(network: LoadedNetwork, coordinator: Caller) -> None:
    hold = held(coordinator, given_a_shelter(network.hub, coordinator))["id"]
    told = problem(coordinator.post(f"/holds/{hold}/release", {"reason": "provider_took"}), 422, "note-required")
    assert told["errors"][0]["field"] == "note"
    coordinator.done(f"/holds/{hold}/release", {"reason": "provider_took", "note": "they called at ten"})


@pytest.mark.parametrize("reason", ["expired", "incident_end", "because", ""])
def test_a_reason_that_is_not_for_people_to_give_is_refused(
    network: LoadedNetwork, coordinator: Caller, reason: str
) -> None:
    hold = held(coordinator, given_a_shelter(network.hub, coordinator))["id"]
    told = problem(coordinator.post(f"/holds/{hold}/release", {"reason": reason}), 422, "invalid-request")
    assert told["errors"][0]["field"] == "reason"
    assert coordinator.got(f"/holds/{hold}")["status"] == "held"


def test_a_hold_is_extended_once_by_a_named_reason(network: LoadedNetwork, coordinator: Caller) -> None:
    hold = held(coordinator, given_a_shelter(network.hub, coordinator))
    longer = coordinator.done(f"/holds/{hold['id']}/extend", {"reason": "health"})
    assert instant(longer["expires_at"]) - instant(hold["expires_at"]) == timedelta(minutes=90)
    again = coordinator.post(f"/holds/{hold['id']}/extend", {"reason": "court_date"})
    problem(again, 409, "hold-already-extended")


def test_minutes_keep_to_the_limits_of_the_place(network: LoadedNetwork, coordinator: Caller) -> None:
    shelter = given_a_shelter(network.hub, coordinator)
    hold = held(coordinator, shelter, minutes=30)
    assert instant(hold["expires_at"]) - instant(hold["made_at"]) == timedelta(minutes=30)
    body = {"need_id": a_need(coordinator), "service_at_location_id": shelter.id, "minutes": 5}
    told = problem(coordinator.post("/holds", body), 422, "minutes-out-of-limits")
    assert told["errors"][0]["field"] == "minutes"


def test_a_second_hold_of_one_need_takes_a_reason(network: LoadedNetwork, coordinator: Caller) -> None:
    one, other = (given_a_shelter(network.hub, coordinator) for _ in range(2))
    need = a_need(coordinator)
    held(coordinator, one, need)
    body = {"need_id": need, "service_at_location_id": other.id}
    problem(coordinator.post("/holds", body), 409, "need-already-held")
    assert coordinator.made("/holds", {**body, "second_hold_reason": "person_wish"})["status"] == "held"


def test_a_second_hold_by_judgement_alone_says_why(network: LoadedNetwork, coordinator: Caller) -> None:
    one, other = (given_a_shelter(network.hub, coordinator) for _ in range(2))
    need = a_need(coordinator)
    held(coordinator, one, need)
    body = {"need_id": need, "service_at_location_id": other.id, "second_hold_reason": "staff_judgement"}
    problem(coordinator.post("/holds", body), 422, "note-required")
    coordinator.made("/holds", {**body, "note": "the first place may close tonight"})


@pytest.mark.both_servers
def test_whoever_comes_too_late_is_offered_the_next_candidate(network: LoadedNetwork, coordinator: Caller) -> None:
    last, next_best = given_a_shelter(network.hub, coordinator, units=[2]), given_a_shelter(network.hub, coordinator)
    held(coordinator, last)
    need = a_need(coordinator)
    answer = coordinator.post("/holds", {"need_id": need, "service_at_location_id": last.id})
    told = problem(answer, 409, "no-places-left")
    offered = told["next_candidate"]
    assert offered["service_at_location_id"] != last.id
    assert {"capacity_unit_ids", "distance_km", "travel_minutes", "findings"} <= set(offered)
    made = coordinator.made("/holds", {"need_id": need, "service_at_location_id": offered["service_at_location_id"]})
    assert made["status"] == "held"
    assert next_best.free() >= 0


def test_a_hold_whose_time_is_over_is_expired_at_once(network: LoadedNetwork, coordinator: Caller) -> None:
    shelter = given_a_shelter(network.hub, coordinator)
    with serving(network.hub) as (client, clock):
        ana = Caller(client, coordinator.token)
        hold = held(ana, shelter)["id"]
        clock.move(timedelta(minutes=91))
        assert ana.got(f"/holds/{hold}")["status"] == "expired"
        assert ana.got(f"/service_at_locations/{shelter.id}")["free"] == 4
        problem(ana.post("/referrals", {"hold_id": hold}), 409, "hold-has-ended")


def test_a_place_that_takes_none_of_them_cannot_be_held(network: LoadedNetwork, coordinator: Caller) -> None:
    shelter = given_a_shelter(network.hub, coordinator, units=[1])
    body = {"need_id": a_need(coordinator), "service_at_location_id": shelter.id}
    problem(coordinator.post("/holds", body), 409, "not-suitable")
