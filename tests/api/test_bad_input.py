"""Bad input by API: each mistake is a problem with a type, a sentence in the reader's language, and the field named.

Nothing is changed by any of them, and none of them is an error of the hub.
"""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from httpx import Response

from tests.api.a_network import LoadedNetwork, serving
from tests.api.calling import API, Caller, Json, problem
from tests.api.steps import LARISSA, MEMBERS, Shelter, a_need, given_a_shelter, held, open_case

CASE: Json = {"household": {"members": list(MEMBERS)}}
NEED: Json = {"kind": "shelter", "urgency": "emergency", "near": {"area_id": LARISSA}, "nights": 2}
HUGE = 10**9


def with_member(**fields: Any) -> Json:
    return {"household": {"members": [{"sex": "f", **fields}]}}


def near(**where: Any) -> Json:
    return {**NEED, "near": where}


BAD_CASES: dict[str, tuple[Any, str]] = {
    "an unknown field": ({**CASE, "nationality": "xx"}, "nationality"),
    "an unknown field inside": (with_member(age=3, shoe_size=38), "household.members.0.shoe_size"),
    "age -1": (with_member(age=-1), "household.members.0.age"),
    "age 121": (with_member(age=121), "household.members.0.age"),
    "age 134": (with_member(age=134), "household.members.0.age"),
    "age as text": (with_member(age="34"), "household.members.0.age"),
    "age as a fraction": (with_member(age=34.5), "household.members.0.age"),
    "age as true": (with_member(age=True), "household.members.0.age"),
    "age as a list": (with_member(age=[34]), "household.members.0.age"),
    "age beyond all numbers": (with_member(age=10**400), "household.members.0.age"),
    "no sex": ({"household": {"members": [{"age": 3}]}}, "household.members.0.sex"),
    "an unknown sex": (with_member() | {"household": {"members": [{"sex": "woman"}]}}, "household.members.0.sex"),
    "nobody": ({"household": {"members": []}}, "household.members"),
    "31 people": ({"household": {"members": [{"sex": "f"}] * 31}}, "household.members"),
    "no household": ({"sharing_basis": "legal_duty"}, "household"),
    "household null": ({"household": None}, "household"),
    "members as an object": ({"household": {"members": {"sex": "f"}}}, "household.members"),
    "an unknown basis": ({**CASE, "sharing_basis": "they nodded"}, "sharing_basis"),
    "an unknown circumstance": ({**CASE, "circumstances": ["poor"]}, "circumstances.0"),
    "an unknown language": ({"household": {"members": list(MEMBERS), "languages": ["klingon"]}}, "household.languages.0"),
    "an unknown area": ({**CASE, "where_now_area_id": "atlantis"}, "where_now_area_id"),
    "a name too long": (with_member(name="α" * 121), "household.members.0.name"),
    "a name with control characters": (with_member(name="Μα\u0000ρία"), "household.members.0.name"),
    "a name that ends the line": (with_member(name="Μαρία\r\nSet-Cookie: x"), "household.members.0.name"),
    "half a character": (with_member(name="\ud83d"), "household.members.0.name"),
    "a note too long": ({**CASE, "note": "α" * 281}, "note"),
    "danger unknown to us": ({**CASE, "danger": "perhaps"}, "danger"),
    "a paper unknown to us": ({**CASE, "papers": {"library_card": "has"}}, "papers.library_card"),
}

BAD_NEEDS: dict[str, tuple[Any, str]] = {
    "an unknown kind": ({**NEED, "kind": "castle"}, "kind"),
    "an unknown urgency": ({**NEED, "urgency": "now"}, "urgency"),
    "no place": ({k: v for k, v in NEED.items() if k != "near"}, "near"),
    "an empty place": (near(), "near"),
    "a place said twice": (near(area_id=LARISSA, latitude=39.6, longitude=22.4), "near"),
    "a point in Berlin": (near(latitude=52.52, longitude=13.4), "near"),
    "a point in the sea": (near(latitude=35.2, longitude=20.5), "near"),
    "a latitude alone": (near(latitude=39.6), "near.longitude"),
    "a longitude alone": (near(longitude=22.4), "near.latitude"),
    "a latitude beyond the pole": (near(latitude=91, longitude=22.4), "near.latitude"),
    "a latitude as text": (near(latitude="39,6", longitude=22.4), "near.latitude"),
    "an unknown area": (near(area_id="settlement-0"), "near.area_id"),
    "an area id too long": (near(area_id="s" * 65), "near.area_id"),
    "yesterday": ({**NEED, "starts_on": "2026-11-22"}, "starts_on"),
    "years ago": ({**NEED, "starts_on": "1999-01-01"}, "starts_on"),
    "years ahead": ({**NEED, "starts_on": "2031-01-01"}, "starts_on"),
    "a day that is none": ({**NEED, "starts_on": "2026-02-30"}, "starts_on"),
    "a day as a number": ({**NEED, "starts_on": 20261124}, "starts_on"),
    "a day as people write it": ({**NEED, "starts_on": "24/11/2026"}, "starts_on"),
    "no night": ({**NEED, "nights": 0}, "nights"),
    "nights below nothing": ({**NEED, "nights": -3}, "nights"),
    "a thousand million nights": ({**NEED, "nights": HUGE}, "nights"),
    "nights as text": ({**NEED, "nights": "2"}, "nights"),
    "half a night": ({**NEED, "nights": 1.5}, "nights"),
    "an unknown area to keep away from": ({**NEED, "keep_away": {"area_ids": ["x"]}}, "keep_away.area_ids"),
    "a circle as wide as the country": ({**NEED, "keep_away": {"kilometres": 501}}, "keep_away.kilometres"),
    "an unknown field": ({**NEED, "price": 3}, "price"),
}


@pytest.fixture(scope="module")
def shelter(network: LoadedNetwork, coordinator: Caller) -> Shelter:
    return given_a_shelter(network.hub, coordinator)


@pytest.fixture(scope="module")
def case(coordinator: Caller) -> str:
    return open_case(coordinator)


def assert_named(caller: Caller, path: str, body: Any, field: str) -> None:
    """The field is named in both languages, in different words."""
    english, greek = (Caller(caller.client, caller.token, language) for language in ("en", "el"))
    told = [named(asker, path, body, field) for asker in (english, greek)]
    assert told[0]["errors"][0]["message"] != told[1]["errors"][0]["message"]
    assert told[0]["title"] != told[1]["title"]
    assert told[0]["errors"][0]["code"] == told[1]["errors"][0]["code"]


def named(caller: Caller, path: str, body: Any, field: str) -> Json:
    answer = send(caller, path, json.dumps(body))
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json"), answer.text
    told = answer.json()
    assert {"type", "title", "status", "detail", "errors"} <= set(told)
    assert field in [error["field"] for error in told["errors"]]
    assert all(error["message"] and error["code"] for error in told["errors"])
    return told


def send(caller: Caller, path: str, content: str | bytes, kind: str | None = "application/json") -> Response:
    headers = {**caller.headers(), **({"Content-Type": kind} if kind else {})}
    return caller.client.post(API + path, headers=headers, content=content)


@pytest.mark.parametrize("mistake", BAD_CASES)
def test_a_case_with(coordinator: Caller, mistake: str) -> None:
    body, field = BAD_CASES[mistake]
    before = coordinator.got("/cases", limit=1)["items"]
    assert_named(coordinator, "/cases", body, field)
    assert coordinator.got("/cases", limit=1)["items"] == before


@pytest.mark.parametrize("mistake", BAD_NEEDS)
def test_a_need_with(coordinator: Caller, case: str, mistake: str) -> None:
    body, field = BAD_NEEDS[mistake]
    assert_named(coordinator, f"/cases/{case}/needs", body, field)
    assert coordinator.got(f"/cases/{case}")["needs"] == []


def test_a_point_up_to_fifteen_kilometres_from_a_settlement_is_in_the_country(coordinator: Caller) -> None:
    need = a_need(coordinator, near={"latitude": 39.637, "longitude": 22.42})
    assert coordinator.got(f"/needs/{need}")["kind"] == "shelter_tonight"


@pytest.mark.parametrize(
    ("now", "yesterday_is_tonight"), [("2026-11-24T05:59:00+00:00", True), ("2026-11-24T06:01:00+00:00", False)]
)
def test_until_eight_in_athens_yesterday_is_still_tonight(
    network: LoadedNetwork, coordinator: Caller, now: str, yesterday_is_tonight: bool
) -> None:
    with serving(network.hub, at=datetime.fromisoformat(now)) as (client, _):
        ana = Caller(client, coordinator.token)
        case = open_case(ana)
        answer = ana.post(f"/cases/{case}/needs", {**NEED, "starts_on": "2026-11-23"})
        if yesterday_is_tonight:
            assert answer.status_code == 201
        else:
            problem(answer, 422, "date-in-the-past")
        assert ana.made(f"/cases/{case}/needs", {**NEED, "starts_on": "2026-11-24"})


BAD_REPORTS: dict[str, tuple[Json, str]] = {
    "more free than places": ({"free": 5}, "free"),
    "free below nothing": ({"free": -1}, "free"),
    "a thousand million free": ({"free": HUGE}, "free"),
    "free as text": ({"free": "3"}, "free"),
    "free as a fraction": ({"free": 2.5}, "free"),
    "free as a whole fraction": ({"free": 2.0}, "free"),
    "free as true": ({"free": True}, "free"),
    "free null": ({"free": None}, "free"),
    "no figure": ({}, "free"),
    "an instant without a zone": ({"free": 1, "as_of": "2026-11-24T02:10:00"}, "as_of"),
    "an instant as a number": ({"free": 1, "as_of": "soon"}, "as_of"),
    "a claim that is none": ({"free": 1, "left_out_claim_ids": ["x"]}, "left_out_claim_ids"),
    "claims as text": ({"free": 1, "left_out_claim_ids": "x"}, "left_out_claim_ids"),
    "an unknown way to count": ({"free": 1, "leaves_out": "some"}, "leaves_out"),
    "an unknown field": ({"free": 1, "comment": "x"}, "comment"),
}


@pytest.mark.parametrize("mistake", BAD_REPORTS)
def test_a_report_with(shelter: Shelter, mistake: str) -> None:
    body, field = BAD_REPORTS[mistake]
    assert_named(shelter.staff, "/capacity_reports", {"capacity_unit_id": shelter.unit_ids[0], **body}, field)
    assert shelter.free() == 4


def test_a_report_on_nothing_or_on_an_unknown_unit(shelter: Shelter) -> None:
    assert_named(shelter.staff, "/capacity_reports", {"free": 1}, "capacity_unit_id")
    problem(shelter.staff.post("/capacity_reports", {"capacity_unit_id": "none", "free": 1}), 404, "not-found")
    problem(shelter.staff.post("/capacity_reports", {"service_at_location_id": "none", "free": 1}), 404, "not-found")


BAD_OUTAGES: dict[str, tuple[Json, str]] = {
    "more places than there are": ({"places": 5}, "places"),
    "no place": ({"places": 0}, "places"),
    "an unknown reason": ({"reason": "tired"}, "reason"),
    "another reason without a note": ({"reason": "other"}, "note"),
    "an end before the start": (
        {"starts": "2026-12-02T08:00:00Z", "ends": "2026-12-01T08:00:00Z"},
        "ends",
    ),
    "an end that is over": ({"ends": "2026-11-01T08:00:00Z"}, "ends"),
    "an instant without a zone": ({"ends": "2026-12-01T08:00:00"}, "ends"),
    "a year that no calendar has": ({"ends": "99999-12-01T08:00:00Z"}, "ends"),
}


@pytest.mark.parametrize("mistake", BAD_OUTAGES)
def test_out_of_service_with(shelter: Shelter, mistake: str) -> None:
    body, field = BAD_OUTAGES[mistake]
    whole = {"capacity_unit_id": shelter.unit_ids[0], "places": 1, "reason": "repair", **body}
    assert_named(shelter.staff, "/out_of_service", whole, field)
    assert shelter.free() == 4


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_the_ends_of_the_calendar_are_no_trap(shelter: Shelter, at: str) -> None:
    unit = shelter.unit_ids[0]
    for path, body in (
        ("/capacity_reports", {"capacity_unit_id": unit, "free": 4, "as_of": at}),
        ("/out_of_service", {"capacity_unit_id": unit, "places": 1, "reason": "repair", "starts": at}),
        ("/out_of_service", {"capacity_unit_id": unit, "places": 1, "reason": "repair", "ends": at}),
    ):
        answer = shelter.staff.post(path, body)
        assert answer.status_code < 500, (path, body, answer.text)
        if path == "/out_of_service" and answer.status_code == 201:
            shelter.staff.done(f"/out_of_service/{answer.json()['id']}/return")
    assert shelter.free() == 4


@pytest.mark.parametrize("body", ["{", "{'sex': 1}", "[]", "null", "3", '"text"', "", "NaN", '{"a":1}{"b":2}', "\ufeff{}"])
@pytest.mark.parametrize("path", ["/cases", "/holds", "/capacity_reports"])
def test_a_body_that_is_no_object(coordinator: Caller, shelter: Shelter, path: str, body: str) -> None:
    caller = shelter.staff if path == "/capacity_reports" else coordinator
    for language in ("en", "el"):
        answer = send(Caller(caller.client, caller.token, language), path, body.encode())
        assert answer.status_code in (400, 422)
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["detail"]


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "application/x-www-form-urlencoded", None])
def test_a_body_of_another_kind(coordinator: Caller, kind: str | None) -> None:
    answer = send(coordinator, "/cases", json.dumps(CASE), kind)
    if answer.status_code != 201:
        assert 400 <= answer.status_code < 500
        assert answer.headers["content-type"] == "application/problem+json"


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


ODD_IDS = ["none", "0", "%00", "a%2Fb", "é", "x" * 5000, "' OR 1=1 --", "{}", "%F0%9F%92%A9", "00000000-0000-4000-8000-000000000000"]


@pytest.mark.parametrize("odd", ODD_IDS)
def test_an_id_that_nothing_has(coordinator: Caller, shelter: Shelter, odd: str) -> None:
    for path in ("/cases/{}", "/needs/{}", "/holds/{}", "/referrals/{}", "/reservations/{}", "/placements/{}",
                 "/service_at_locations/{}", "/areas/{}", "/rankings/{}", "/discrepancies/{}"):  # fmt: skip
        problem(coordinator.get(path.format(odd)), 404, "not-found")
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
    assert_named(coordinator, "/holds", {"need_id": "", "service_at_location_id": shelter.id}, "need_id")
    assert_named(coordinator, "/holds", {"need_id": "n" * 65, "service_at_location_id": shelter.id}, "need_id")
    assert_named(coordinator, "/holds", {"need_id": "a\u0007b", "service_at_location_id": shelter.id}, "need_id")
    assert_named(coordinator, "/holds", {"need_id": 7, "service_at_location_id": shelter.id}, "need_id")


@pytest.mark.parametrize("reason", ["", "because", "NO_PLACE", "no_place ", "nο_place", None, 3, ["no_place"], "x" * 5000])
def test_a_reason_that_is_in_no_list(coordinator: Caller, shelter: Shelter, reason: object) -> None:
    hold = held(coordinator, shelter)
    referral = coordinator.made("/referrals", {"hold_id": hold["id"]})["id"]
    if reason != "no_place ":
        assert_named(shelter.staff, f"/referrals/{referral}/decline", {"reason": reason}, "reason")
    coordinator.done(f"/referrals/{referral}/withdraw", {"reason": "error"})


def test_a_departure_ahead_of_time_or_before_the_arrival(network: LoadedNetwork, coordinator: Caller) -> None:
    shelter = given_a_shelter(network.hub, coordinator)
    referral = coordinator.made("/referrals", {"hold_id": held(coordinator, shelter)["id"]})["id"]
    reservation = shelter.staff.done(f"/referrals/{referral}/accept")["reservation_id"]
    stay = shelter.staff.done(f"/reservations/{reservation}/arrival", {})["id"]
    path = f"/placements/{stay}/departure"
    for at, kind in (("2027-01-01T00:00:00Z", "instant-in-the-future"), ("2026-11-20T00:00:00Z", "departure-before-arrival")):
        told = problem(shelter.staff.post(path, {"reason": "moved_on", "at": at}), 422, kind)
        assert told["errors"][0]["field"] == "at"
    assert_named(shelter.staff, path, {"reason": "moved_on", "at": "2026-11-24T00:00:00"}, "at")
    assert_named(shelter.staff, path, {"reason": "moved_on", "moved_on_to": "the moon"}, "moved_on_to")
    assert_named(shelter.staff, path, {"reason": "moved_on", "person_ids": ["nobody"]}, "person_ids")
    far = {"reason": "health", "at": "2040-01-01T00:00:00Z"}
    assert_named(shelter.staff, f"/placements/{stay}/extend", far, "at")
    assert shelter.staff.got(f"/placements/{stay}")["status"] == "arrived"


def test_an_unknown_address_and_a_wrong_method(coordinator: Caller) -> None:
    problem(coordinator.get("/nothing/here"), 404, "not-found")
    answer = coordinator.client.delete(f"{API}/cases", headers=coordinator.headers())
    problem(answer, 405, "method-not-allowed")
    answer = coordinator.client.put(f"{API}/holds", headers=coordinator.headers(), json={})
    problem(answer, 405, "method-not-allowed")


@pytest.mark.parametrize("language", ["tlh", "", "el;q=x", "*", "de, en;q=0.5", "x" * 10_000])
def test_any_wish_for_a_language_is_answered(coordinator: Caller, language: str) -> None:
    answer = Caller(coordinator.client, coordinator.token, language).get("/cases/none")
    assert problem(answer, 404, "not-found")["title"] in ("Δεν υπάρχει", "Not there")


def test_what_was_sent_is_never_repeated(coordinator: Caller) -> None:
    body = with_member(age="Ουρανία", name="Ουρανία") | {"sharing_basis": "Ουρανία"}
    assert "Ουρανία" not in send(coordinator, "/cases", json.dumps(body)).text


def test_an_instant_in_any_zone_is_one_instant(shelter: Shelter) -> None:
    moment = datetime.now(UTC) - timedelta(days=400)
    for text in ("2026-11-24T02:09:00+02:00", "2026-11-23T19:09:00-05:00", moment.isoformat()):
        body = {"capacity_unit_id": shelter.unit_ids[0], "free": 4, "as_of": text}
        assert shelter.staff.post("/capacity_reports", body).status_code == 201
