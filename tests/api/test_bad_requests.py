"""Requests that cannot be read, name what is not there, or ask for what nobody offers."""

import json

import pytest

from tests.api.a_network import LoadedNetwork
from tests.api.bad_input import CASE, NEED, assert_named, send
from tests.api.calling import API, Caller, problem
from tests.api.steps import Shelter, a_need, given_a_shelter, held

NO_OBJECTS = ["{", "{'sex': 1}", "[]", "null", "3", '"text"', "", "NaN", '{"a":1}{"b":2}', "\ufeff{}"]
ODD_IDS = [
    "none", "0", "%00", "a%2Fb", "é", "x" * 5000, "' OR 1=1 --", "{}", "%F0%9F%92%A9",
    "00000000-0000-4000-8000-000000000000",
]  # fmt: skip
NO_REASONS = ["", "because", "NO_PLACE", "nο_place", None, 3, ["no_place"], "x" * 5000]


@pytest.fixture(scope="module")
def shelter(network: LoadedNetwork, coordinator: Caller) -> Shelter:
    return given_a_shelter(network.hub, coordinator)


@pytest.mark.parametrize("body", NO_OBJECTS)
@pytest.mark.parametrize("path", ["/cases", "/holds", "/capacity_reports"])
def test_a_body_that_is_no_object(coordinator: Caller, shelter: Shelter, path: str, body: str) -> None:
    caller = shelter.staff if path == "/capacity_reports" else coordinator
    told = [send(Caller(caller.client, caller.token, language), path, body.encode()) for language in ("en", "el")]
    for answer in told:
        assert answer.status_code in (400, 422)
        assert answer.headers["content-type"] == "application/problem+json"
    assert told[0].json()["detail"] != told[1].json()["detail"]


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "application/x-www-form-urlencoded"])
def test_a_body_of_another_kind(coordinator: Caller, kind: str) -> None:
    answer = send(coordinator, "/cases", json.dumps(CASE), kind)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")


def test_a_file_where_json_is_asked(coordinator: Caller) -> None:
    files = {"file": ("a.csv", b"a;b", "text/csv")}
    answer = coordinator.client.post(f"{API}/cases", headers=coordinator.headers(), files=files)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")


def test_more_than_a_megabyte_is_refused_unread(coordinator: Caller) -> None:
    told = problem(send(coordinator, "/cases", json.dumps({**CASE, "note": "x" * 1_100_000})), 413, "too-large")
    greek = Caller(coordinator.client, coordinator.token, "el")
    in_greek = problem(send(greek, "/cases", b" " * 1_000_001), 413, "too-large")
    assert told["title"] != in_greek["title"]


@pytest.mark.parametrize("depth", [500, 100_000])
def test_json_as_deep_as_a_well(coordinator: Caller, depth: int) -> None:
    answer = send(coordinator, "/cases", '{"household":' + "[" * depth + "]" * depth + "}")
    assert 400 <= answer.status_code < 500
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("odd", ODD_IDS)
def test_an_id_that_nothing_has(coordinator: Caller, shelter: Shelter, odd: str) -> None:
    kinds = (
        "cases", "needs", "holds", "referrals", "reservations", "placements", "service_at_locations", "areas",
        "rankings", "discrepancies",
    )  # fmt: skip
    for kind in kinds:
        problem(coordinator.get(f"/{kind}/{odd}"), 404, "not-found")
    for path, body in (
        ("/cases/{}/needs", NEED),
        ("/needs/{}/rankings", {}),
        ("/holds/{}/release", {"reason": "need_ended"}),
        ("/referrals/{}/withdraw", {"reason": "error"}),
    ):
        problem(coordinator.post(path.format(odd), body), 404, "not-found")
    for path in ("/referrals/{}/accept", "/reservations/{}/arrival", "/out_of_service/{}/return"):
        problem(shelter.staff.post(path.format(odd), None), 404, "not-found")


def test_ids_in_bodies_that_nothing_has(coordinator: Caller, shelter: Shelter) -> None:
    need = a_need(coordinator)
    problem(coordinator.post("/holds", {"need_id": "none", "service_at_location_id": shelter.id}), 404, "not-found")
    problem(coordinator.post("/holds", {"need_id": need, "service_at_location_id": "none"}), 404, "not-found")
    problem(coordinator.post("/referrals", {"hold_id": "none"}), 404, "not-found")
    problem(coordinator.post("/referrals", {"need_id": need, "service_at_location_id": "none"}), 404, "not-found")


@pytest.mark.parametrize("need_id", ["", "n" * 65, "a\u0007b", "a\nb", 7, None, ["n"]])
def test_an_id_that_cannot_be_one(coordinator: Caller, shelter: Shelter, need_id: object) -> None:
    assert_named(coordinator, "/holds", {"need_id": need_id, "service_at_location_id": shelter.id}, "need_id")


def test_a_reason_that_is_in_no_list(coordinator: Caller, shelter: Shelter) -> None:
    referral = coordinator.made("/referrals", {"hold_id": held(coordinator, shelter)["id"]})["id"]
    for reason in NO_REASONS:
        assert_named(shelter.staff, f"/referrals/{referral}/decline", {"reason": reason}, "reason")
    assert_named(shelter.staff, f"/referrals/{referral}/decline", {"reason": "other", "note": "  "}, "note")
    assert_named(shelter.staff, f"/referrals/{referral}/decline", {"reason": "other", "note": "x" * 501}, "note")
    assert coordinator.got(f"/referrals/{referral}")["status"] == "requested"


def test_a_departure_ahead_of_time_or_before_the_arrival(network: LoadedNetwork, coordinator: Caller) -> None:
    shelter = given_a_shelter(network.hub, coordinator)
    referral = coordinator.made("/referrals", {"hold_id": held(coordinator, shelter)["id"]})["id"]
    reservation = shelter.staff.done(f"/referrals/{referral}/accept")["reservation_id"]
    stay = shelter.staff.done(f"/reservations/{reservation}/arrival", {})["id"]
    departure = f"/placements/{stay}/departure"
    for at in ("2027-01-01T00:00:00Z", "2026-11-20T00:00:00Z", "2026-11-24T00:00:00", "today"):
        assert_named(shelter.staff, departure, {"reason": "moved_on", "at": at}, "at")
    assert_named(shelter.staff, departure, {"reason": "moved_on", "moved_on_to": "the moon"}, "moved_on_to")
    assert_named(shelter.staff, departure, {"reason": "moved_on", "person_ids": ["nobody"]}, "person_ids")
    far = {"reason": "health", "at": "2040-01-01T00:00:00Z"}
    assert_named(shelter.staff, f"/placements/{stay}/extend", far, "at")
    assert shelter.staff.got(f"/placements/{stay}")["status"] == "arrived"


def test_an_unknown_address_and_a_wrong_method(coordinator: Caller) -> None:
    problem(coordinator.get("/nothing/here"), 404, "not-found")
    problem(coordinator.client.delete(f"{API}/cases", headers=coordinator.headers()), 405, "method-not-allowed")
    problem(coordinator.client.put(f"{API}/holds", headers=coordinator.headers(), json={}), 405, "method-not-allowed")


@pytest.mark.parametrize("language", ["tlh", "", "el;q=x", "*", "de, en;q=0.5", "x" * 10_000])
def test_any_wish_for_a_language_is_answered(coordinator: Caller, language: str) -> None:
    answer = Caller(coordinator.client, coordinator.token, language).get("/cases/none")
    assert problem(answer, 404, "not-found")["title"] in ("Δεν υπάρχει", "Not there")
