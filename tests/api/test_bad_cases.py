"""Bad input at intake: each mistake is a problem with a type, a sentence in the reader's language, and its field named.

Nothing is changed by any of them, and none of them is an error of the hub.
"""

import json
from datetime import datetime
from typing import Any

import pytest

from tests.api.a_network import LoadedNetwork, serving
from tests.api.bad_input import CASE, HUGE, NEED, assert_named, near, send, with_member
from tests.api.calling import Caller, problem
from tests.api.steps import LARISSA, MEMBERS, a_need, open_case

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
    "an unknown sex": ({"household": {"members": [{"sex": "woman"}]}}, "household.members.0.sex"),
    "nobody": ({"household": {"members": []}}, "household.members"),
    "31 people": ({"household": {"members": [{"sex": "f"}] * 31}}, "household.members"),
    "no household": ({"sharing_basis": "legal_duty"}, "household"),
    "household null": ({"household": None}, "household"),
    "members as an object": ({"household": {"members": {"sex": "f"}}}, "household.members"),
    "an unknown basis": ({**CASE, "sharing_basis": "they nodded"}, "sharing_basis"),
    "an unknown circumstance": ({**CASE, "circumstances": ["poor"]}, "circumstances.0"),
    "an unknown language": (
        {"household": {"members": list(MEMBERS), "languages": ["klingon"]}},
        "household.languages.0",
    ),
    "an unknown area": ({**CASE, "where_now_area_id": "atlantis"}, "where_now_area_id"),
    "a name too long": (with_member(name="α" * 121), "household.members.0.name"),
    "a name with control characters": (with_member(name="Μα\u0000ρία"), "household.members.0.name"),
    "a name that ends the line": (with_member(name="Μαρία\r\nSet-Cookie: x"), "household.members.0.name"),
    "half a character": (with_member(name="\ud83d"), "household.members.0.name"),
    "a note too long": ({**CASE, "note": "α" * 281}, "note"),
    "a note with control characters": ({**CASE, "note": "α\u0007"}, "note"),
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
    "a latitude that is none": (near(latitude=float("nan"), longitude=22.4), "near.latitude"),
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
def case(coordinator: Caller) -> str:
    return open_case(coordinator)


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


def test_every_mistake_is_told_at_once(coordinator: Caller) -> None:
    body = {"household": {"members": [{"sex": "f", "age": 134}, {"sex": "f", "age": "6"}]}, "xx": 1}
    told = problem(coordinator.post("/cases", body), 422, "invalid-request")
    assert {e["field"] for e in told["errors"]} == {"household.members.0.age", "household.members.1.age", "xx"}


def test_a_point_near_a_settlement_is_in_the_country(coordinator: Caller) -> None:
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


def test_what_was_sent_is_never_repeated(coordinator: Caller) -> None:
    body = with_member(age="Ουρανία", name="Ουρανία") | {"sharing_basis": "Ουρανία"}
    assert "Ουρανία" not in send(coordinator, "/cases", json.dumps(body)).text


def test_a_note_may_have_several_lines(coordinator: Caller) -> None:
    coordinator.made("/cases", {**CASE, "note": "first line\nsecond line"})
