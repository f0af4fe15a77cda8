"""`Idempotency-Key` by API: the same request twice has one effect and one answer; another one is refused (INV-8)."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import pytest

from tests.api.a_network import LoadedNetwork, serving
from tests.api.calling import API, Caller, Json, instant, problem
from tests.api.steps import (
    LARISSA,
    MEMBERS,
    Shelter,
    a_need,
    accepted,
    arrived,
    given_a_shelter,
    held,
    open_case,
    referred,
)

REPLAYS = 20
Step = tuple[Caller, str, object]
"""Who asks for what, with which body."""


def a_key() -> str:
    return f"k-{uuid4()}"


def _case(ana: Caller, shelter: Shelter) -> Step:
    return ana, "/cases", {"household": {"members": list(MEMBERS)}}


def _need(ana: Caller, shelter: Shelter) -> Step:
    body = {"kind": "shelter", "urgency": "emergency", "near": {"area_id": LARISSA}, "nights": 2}
    return ana, f"/cases/{open_case(ana)}/needs", body


def _ranking(ana: Caller, shelter: Shelter) -> Step:
    return ana, f"/needs/{a_need(ana)}/rankings", {"limit": 3}


def _hold(ana: Caller, shelter: Shelter) -> Step:
    return ana, "/holds", {"need_id": a_need(ana), "service_at_location_id": shelter.id}


def _referral(ana: Caller, shelter: Shelter) -> Step:
    return ana, "/referrals", {"hold_id": held(ana, shelter)["id"]}


def _report(ana: Caller, shelter: Shelter) -> Step:
    return shelter.staff, "/capacity_reports", {"capacity_unit_id": shelter.unit_ids[0], "free": 2}


def _by_phone(ana: Caller, shelter: Shelter) -> Step:
    return ana, "/capacity_reports/by_phone", {"capacity_unit_id": shelter.unit_ids[0], "free": 2, "speaker": "M."}


def _outage(ana: Caller, shelter: Shelter) -> Step:
    return shelter.staff, "/out_of_service", {"capacity_unit_id": shelter.unit_ids[0], "places": 1, "reason": "repair"}


CREATING = [_case, _need, _ranking, _hold, _referral, _report, _by_phone, _outage]


def _basis(ana: Caller, shelter: Shelter) -> Step:
    return ana, f"/cases/{open_case(ana)}/sharing_basis", {"basis": "legal_duty"}


def _close(ana: Caller, shelter: Shelter) -> Step:
    return ana, f"/cases/{open_case(ana)}/close", {"outcome": "information_given"}


def _release(ana: Caller, shelter: Shelter) -> Step:
    return ana, f"/holds/{held(ana, shelter)['id']}/release", {"reason": "need_ended"}


def _extend_hold(ana: Caller, shelter: Shelter) -> Step:
    return ana, f"/holds/{held(ana, shelter)['id']}/extend", {"reason": "health"}


def _accept(ana: Caller, shelter: Shelter) -> Step:
    return shelter.staff, f"/referrals/{referred(ana, shelter)['id']}/accept", None


def _decline(ana: Caller, shelter: Shelter) -> Step:
    return shelter.staff, f"/referrals/{referred(ana, shelter)['id']}/decline", {"reason": "staff"}


def _withdraw(ana: Caller, shelter: Shelter) -> Step:
    return ana, f"/referrals/{referred(ana, shelter)['id']}/withdraw", {"reason": "duplicate"}


def _arrival(ana: Caller, shelter: Shelter) -> Step:
    return shelter.staff, f"/reservations/{accepted(ana, shelter)['reservation_id']}/arrival", {}


def _non_arrival(ana: Caller, shelter: Shelter) -> Step:
    return shelter.staff, f"/reservations/{accepted(ana, shelter)['reservation_id']}/non_arrival", {"reason": "unknown"}


def _cancel(ana: Caller, shelter: Shelter) -> Step:
    return ana, f"/reservations/{accepted(ana, shelter)['reservation_id']}/cancel", {"reason": "error"}


def _departure(ana: Caller, shelter: Shelter) -> Step:
    return shelter.staff, f"/placements/{arrived(ana, shelter)['id']}/departure", {"reason": "moved_on"}


def _extend_stay(ana: Caller, shelter: Shelter) -> Step:
    stay = arrived(ana, shelter)
    until = (instant(stay["ends"]) + timedelta(days=1)).isoformat()
    return shelter.staff, f"/placements/{stay['id']}/extend", {"at": until, "reason": "health"}


def _transfer(ana: Caller, shelter: Shelter) -> Step:
    stay = arrived(ana, shelter)
    other = next(u for u in shelter.unit_ids if u != stay["lines"][0]["capacity_unit_id"])
    return shelter.staff, f"/placements/{stay['id']}/transfer", {"capacity_unit_id": other, "reason": "moved_room"}


def _return(ana: Caller, shelter: Shelter) -> Step:
    who, path, body = _outage(ana, shelter)
    return who, f"{path}/{who.made(path, body)['id']}/return", None


CHANGING = [
    _basis, _close, _release, _extend_hold, _accept, _decline, _withdraw, _arrival, _non_arrival, _cancel, _departure,
    _extend_stay, _transfer, _return,
]  # fmt: skip


@pytest.fixture
def shelter(network: LoadedNetwork, coordinator: Caller) -> Shelter:
    return given_a_shelter(network.hub, coordinator, units=[4, 4])


def happened(shelter: Shelter, ana: Caller) -> int:
    """How many events both sides have seen of what they may see."""
    return sum(len(all_events(reader)) for reader in (ana, shelter.staff))


def all_events(reader: Caller) -> set[str]:
    seen: set[str] = set()
    after: str | None = None
    while True:
        page = reader.got("/events", limit=1000, **({"after": after} if after else {}))
        new = {event["id"] for event in page["items"]} - seen
        if not new:
            return seen
        seen |= new
        after = page["after"]


def without_moving_parts(answer: Json) -> Json:
    """Reading a referral or a case is told with what the reader may see now; the rest of the answer stands."""
    return {name: value for name, value in answer.items() if name not in ("people", "need", "phone")}


@pytest.mark.parametrize("step", CREATING + CHANGING, ids=lambda step: step.__name__.strip("_"))
def test_the_same_request_again_has_one_effect_and_the_same_answer(
    shelter: Shelter, coordinator: Caller, step: Callable[[Caller, Shelter], Step]
) -> None:
    who, path, body = step(coordinator, shelter)
    key = a_key()
    first = who.post(path, body, key=key)
    assert first.status_code in (200, 201), first.text
    before = happened(shelter, coordinator)
    again = who.post(path, body, key=key)
    assert (again.status_code, without_moving_parts(again.json())) == (
        first.status_code,
        without_moving_parts(first.json()),
    )
    assert happened(shelter, coordinator) == before


@pytest.mark.parametrize("step", CREATING + CHANGING, ids=lambda step: step.__name__.strip("_"))
def test_the_same_key_for_another_request_is_refused(
    shelter: Shelter, coordinator: Caller, step: Callable[[Caller, Shelter], Step]
) -> None:
    who, path, body = step(coordinator, shelter)
    key = a_key()
    if who is coordinator:
        who.made("/cases", {"household": {"members": [{"sex": "x", "age": 40}]}}, key=key)
    else:
        who.made("/capacity_reports", {"capacity_unit_id": shelter.unit_ids[1], "free": 3}, key=key)
    before = happened(shelter, coordinator)
    problem(who.post(path, body, key=key), 409, "idempotency-key-reused")
    assert happened(shelter, coordinator) == before


@pytest.mark.both_servers
@pytest.mark.parametrize("step", [_case, _hold, _referral, _accept, _report], ids=lambda step: step.__name__.strip("_"))
def test_twenty_at_once_have_one_effect(
    shelter: Shelter, coordinator: Caller, step: Callable[[Caller, Shelter], Step]
) -> None:
    who, path, body = step(coordinator, shelter)
    key = a_key()
    before = len(all_events(who))
    with ThreadPoolExecutor(REPLAYS) as pool:
        answers = list(pool.map(lambda _: who.post(path, body, key=key), range(REPLAYS)))
    assert {answer.status_code for answer in answers} <= {200, 201}, [a.text for a in answers if a.status_code > 201]
    assert len({answer.json()["id"] for answer in answers}) == 1
    during = len(all_events(who))
    again = who.post(path, body, key=key)
    assert again.json()["id"] == answers[0].json()["id"]
    assert len(all_events(who)) == during
    assert during - before <= 4


def test_without_a_key_a_request_is_taken_each_time(coordinator: Caller) -> None:
    body = {"household": {"members": list(MEMBERS)}}
    assert coordinator.made("/cases", body)["id"] != coordinator.made("/cases", body)["id"]


def test_a_refusal_leaves_no_key(network: LoadedNetwork, coordinator: Caller) -> None:
    shelter, key = given_a_shelter(network.hub, coordinator, units=[2]), a_key()
    first = held(coordinator, shelter)
    body = {"need_id": a_need(coordinator), "service_at_location_id": shelter.id}
    problem(coordinator.post("/holds", body, key=key), 409, "no-places-left")
    coordinator.done(f"/holds/{first['id']}/release", {"reason": "need_ended"})
    assert coordinator.made("/holds", body, key=key)["status"] == "held"


def test_a_mistake_leaves_no_key(coordinator: Caller) -> None:
    key = a_key()
    problem(coordinator.post("/cases", {"household": {"members": []}}, key=key), 422, "invalid-request")
    coordinator.made("/cases", {"household": {"members": list(MEMBERS)}}, key=key)


def test_each_account_has_its_own_keys(network: LoadedNetwork, coordinator: Caller, chidi: Caller) -> None:
    key, body = a_key(), {"household": {"members": list(MEMBERS)}}
    colleague = Caller(coordinator.client, network.tokens["colleague"])
    made = {who.made("/cases", body, key=key)["id"] for who in (coordinator, colleague, chidi)}
    assert len(made) == 3


def test_the_key_is_of_method_path_and_body_whatever_their_form(coordinator: Caller) -> None:
    key = a_key()
    body = {"household": {"members": [{"sex": "f", "age": 30}]}, "danger": "no"}
    first = coordinator.made("/cases", body, key=key)
    turned = b'{ "danger": "no", "household": {"members": [ {"age": 30, "sex": "f"} ] } }'
    headers = {**coordinator.headers(key), "Content-Type": "application/json"}
    again = coordinator.client.post(f"{API}/cases", headers=headers, content=turned)
    assert (again.status_code, again.json()) == (201, first)


def test_a_replay_is_answered_after_the_record_has_moved_on(shelter: Shelter, coordinator: Caller) -> None:
    key = a_key()
    body = {"need_id": a_need(coordinator), "service_at_location_id": shelter.id}
    hold = coordinator.made("/holds", body, key=key)
    coordinator.done(f"/holds/{hold['id']}/release", {"reason": "need_ended"})
    assert coordinator.made("/holds", body, key=key)["id"] == hold["id"]
    assert shelter.free() == 8


def test_a_move_said_again_does_not_move_them_back(
    network: LoadedNetwork, shelter: Shelter, coordinator: Caller
) -> None:
    key = a_key()
    who, path, there = _transfer(coordinator, shelter)
    moved = who.done(path, there, key=key)
    first_unit = next(u for u in shelter.unit_ids if u != moved["lines"][0]["capacity_unit_id"])
    who.done(path, {"capacity_unit_id": first_unit, "reason": "moved_room"})
    assert who.done(path, there, key=key)["lines"][0]["capacity_unit_id"] == first_unit


def test_a_need_said_again_the_next_day_is_not_a_mistake(network: LoadedNetwork, coordinator: Caller) -> None:
    key, case = a_key(), open_case(coordinator)
    near = {"area_id": LARISSA}
    body = {"kind": "shelter", "urgency": "standard", "near": near, "nights": 1, "starts_on": "2026-11-23"}
    first = coordinator.made(f"/cases/{case}/needs", body, key=key)
    with serving(network.hub, at=instant("2026-11-25T12:00:00Z")) as (client, _):
        tomorrow = Caller(client, coordinator.token)
        assert tomorrow.made(f"/cases/{case}/needs", body, key=key) == first


def test_a_ranking_said_again_is_told_in_the_language_asked_for(shelter: Shelter, coordinator: Caller) -> None:
    key, path = a_key(), f"/needs/{a_need(coordinator)}/rankings"
    english = coordinator.made(path, {"limit": 2}, key=key)
    greek_reader = Caller(coordinator.client, coordinator.token, "el")
    greek = greek_reader.made(path, {"limit": 2}, key=key)
    assert greek["id"] == english["id"]
    assert [m["service_at_location_id"] for m in greek["matches"]] == [
        m["service_at_location_id"] for m in english["matches"]
    ]
    assert greek["matches"][0]["findings"][0]["reason"] != english["matches"][0]["findings"][0]["reason"]
    assert greek_reader.got(f"/rankings/{greek['id']}", limit=2) == greek
