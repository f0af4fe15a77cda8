"""Capacity by API: figures that are stated, what they leave out, and what happens when they contradict the claims."""

from datetime import timedelta

import pytest

from tests.api.a_network import LoadedNetwork
from tests.api.calling import Caller, Json, instant, problem
from tests.api.steps import Shelter, arrived, given_a_shelter, held


@pytest.fixture
def shelter(network: LoadedNetwork, coordinator: Caller) -> Shelter:
    return given_a_shelter(network.hub, coordinator)


def report(shelter: Shelter, free: int, **more: object) -> Json:
    return shelter.staff.made("/capacity_reports", {"capacity_unit_id": shelter.unit_ids[0], "free": free, **more})


def test_a_place_with_one_unit_takes_a_figure_by_its_own_id(shelter: Shelter) -> None:
    made = shelter.staff.made("/capacity_reports", {"service_at_location_id": shelter.id, "free": 1})
    assert shelter.free() == 1
    assert shelter.staff.got(f"/capacity_reports/{made['id']}") == made


def test_a_figure_for_several_units_at_once_is_refused(network: LoadedNetwork, coordinator: Caller) -> None:
    shelter = given_a_shelter(network.hub, coordinator, units=[2, 3])
    body = {"service_at_location_id": shelter.id, "free": 1}
    told = problem(shelter.staff.post("/capacity_reports", body), 422, "capacity-unit-required")
    assert told["errors"][0]["field"] == "capacity_unit_id"
    assert shelter.free() == 5


def test_a_figure_shows_its_age_at_once(shelter: Shelter, coordinator: Caller) -> None:
    report(shelter, 2)
    place = coordinator.got(f"/service_at_locations/{shelter.id}")
    assert place["as_of"] == place["capacity_units"][0]["as_of"]
    assert instant(place["as_of"]) > instant("2026-11-24T00:10:00Z")


@pytest.mark.parametrize(("as_of", "why"), [("2026-11-23T12:00:00Z", "older"), ("2026-11-24T01:00:00Z", "future")])
def test_an_older_figure_is_history_and_one_from_the_future_waits(shelter: Shelter, as_of: str, why: str) -> None:
    report(shelter, 3)
    made = report(shelter, 1, as_of=as_of)
    assert (made["taken"], made["why_not"]) == (False, why)
    assert shelter.free() == 3


def test_a_figure_leaves_out_placements_unless_it_says_otherwise(shelter: Shelter, coordinator: Caller) -> None:
    held(coordinator, shelter)
    arrived(coordinator, shelter)
    assert shelter.free() == 0
    report(shelter, 2)
    assert shelter.free() == 0
    report(shelter, 2, leaves_out="all")
    assert shelter.free() == 0


def test_a_figure_may_name_the_claims_that_it_leaves_out(shelter: Shelter, coordinator: Caller) -> None:
    shown = held(coordinator, shelter)["id"]
    report(shelter, 1, left_out_claim_ids=[shown])
    assert shelter.free() == 1
    told = shelter.staff.post(
        "/capacity_reports", {"capacity_unit_id": shelter.unit_ids[0], "free": 1, "left_out_claim_ids": ["none"]}
    )
    assert problem(told, 422, "claim-unknown")["errors"][0]["field"] == "left_out_claim_ids"


@pytest.mark.both_servers
def test_a_figure_that_contradicts_the_claims_opens_a_discrepancy_that_both_sides_see(
    network: LoadedNetwork, coordinator: Caller, chidi: Caller
) -> None:
    shelter = given_a_shelter(network.hub, coordinator)
    held(coordinator, shelter)
    opened = report(shelter, 0)["discrepancy"]
    place = coordinator.got(f"/service_at_locations/{shelter.id}")
    assert (place["free"], place["capacity_units"][0]["free"]) == (0, 0)
    assert place["capacity_units"][0]["discrepancy"] == opened
    for side in (coordinator, shelter.staff):
        assert side.got(f"/discrepancies/{opened}")["settled_at"] is None
        assert opened in {d["id"] for d in side.got("/discrepancies")["items"]}
        assert "discrepancy_opened" in {e["type"] for e in side.got("/events", limit=1000)["items"]}
    problem(chidi.get(f"/discrepancies/{opened}"), 404, "not-found")
    problem(shelter.staff.post(f"/discrepancies/{opened}/settle"), 409, "still-in-excess")
    assert report(shelter, 2, leaves_out="nothing")["discrepancy"] is None
    assert coordinator.got(f"/discrepancies/{opened}")["settled_at"] is not None
    assert shelter.free() == 0


def test_while_a_discrepancy_is_open_the_unit_takes_no_new_claim(shelter: Shelter, coordinator: Caller) -> None:
    hold, opened = contradicted(shelter, coordinator)
    body = {"need_id": hold["need_id"], "service_at_location_id": shelter.id, "second_hold_reason": "pets"}
    problem(coordinator.post("/holds", body), 409, "no-places-left")
    coordinator.done(f"/holds/{hold['id']}/release", {"reason": "need_ended"})
    settled = shelter.staff.done(f"/discrepancies/{opened}/settle")
    assert settled["settled_at"] is not None
    assert shelter.free() == 1


def test_a_discrepancy_is_settled_by_what_makes_the_claims_fit_again(shelter: Shelter, coordinator: Caller) -> None:
    _, opened = contradicted(shelter, coordinator)
    events = shelter.staff.got("/events", limit=1000)["items"]
    outage = next(e["subject_id"] for e in events if e["type"] == "taken_out_of_service")
    assert shelter.staff.done(f"/out_of_service/{outage}/return")["returned_at"] is not None
    assert shelter.staff.got(f"/discrepancies/{opened}")["settled_at"] is not None
    assert shelter.free() == 2


def contradicted(shelter: Shelter, coordinator: Caller) -> tuple[Json, str]:
    """Two people hold two of four places, and three of the four go out of service."""
    hold = held(coordinator, shelter)
    taken = {"capacity_unit_id": shelter.unit_ids[0], "places": 3, "reason": "infestation"}
    shelter.staff.made("/out_of_service", taken)
    return hold, shelter.staff.got("/discrepancies")["items"][0]["id"]


def test_what_is_out_of_service_is_not_free_and_comes_back(shelter: Shelter) -> None:
    body = {"capacity_unit_id": shelter.unit_ids[0], "places": 3, "reason": "repair"}
    made = shelter.staff.made("/out_of_service", body)
    assert shelter.staff.got(f"/out_of_service/{made['id']}") == made
    assert shelter.free() == 1
    first = shelter.staff.done(f"/out_of_service/{made['id']}/return")
    assert shelter.staff.done(f"/out_of_service/{made['id']}/return") == first
    assert shelter.free() == 4


def test_a_figure_heard_by_telephone_names_who_said_it(shelter: Shelter, coordinator: Caller) -> None:
    body = {"capacity_unit_id": shelter.unit_ids[0], "free": 2}
    told = problem(coordinator.post("/capacity_reports/by_phone", body), 422, "speaker-required")
    assert told["errors"][0]["field"] == "speaker"
    coordinator.made("/capacity_reports/by_phone", {**body, "speaker": "Ms Maria"})
    assert shelter.free() == 2
    problem(coordinator.post("/capacity_reports", body), 403, "not-permitted")


def test_free_is_never_below_nothing(shelter: Shelter, coordinator: Caller) -> None:
    arrived(coordinator, shelter)
    held(coordinator, shelter)
    report(shelter, 0)
    place = coordinator.got(f"/service_at_locations/{shelter.id}")
    assert (place["free"], place["capacity_units"][0]["free"]) == (0, 0)


def test_reports_age_out_of_the_order_in_which_they_were_said(shelter: Shelter) -> None:
    as_of = instant("2026-11-24T00:09:00Z")
    for minutes, free in ((0, 1), (-10, 4), (-5, 3)):
        report(shelter, free, as_of=(as_of + timedelta(minutes=minutes)).isoformat())
    assert shelter.free() == 4
