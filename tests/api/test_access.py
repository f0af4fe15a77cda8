"""Who may see what by API: strangers nothing, the receiver little until it accepts, and nobody a person unrecorded."""

from collections.abc import Iterator
from typing import Any

import pytest

from graph import session
from graph.repositories.events import EventType
from tests.api.a_network import LoadedNetwork
from tests.api.calling import Caller, Json, problem
from tests.api.steps import Shelter, given_a_shelter, open_case, record_need

NAME, PHONE, CODE_WORD = "Ουρανία Επινοημένη", "6900000017", "τρία κυπαρίσσια"
MEMBERS = [{"sex": "f", "age": 34, "name": NAME, "pregnant": True}, {"sex": "m", "age": 13, "name": CODE_WORD}]
MORE = {
    "circumstances": ["violence", "hidden_address", "medicines"],
    "safe_contact": {"ways": ["call"], "hours": "08:00–10:00", "phone": PHONE},
    "note": "τηλεφώνησε από τη γειτόνισσα",
    "danger": "yes",
}
SECRETS = (NAME, PHONE, CODE_WORD, "γειτόνισσα", "08:00–10:00")
"""What nobody but the asker may read before acceptance."""


@pytest.fixture
def shelter(network: LoadedNetwork, coordinator: Caller) -> Shelter:
    return given_a_shelter(network.hub, coordinator, units=[4, 4])


@pytest.fixture
def chain(shelter: Shelter, coordinator: Caller) -> Json:
    """Ids of everything that the chain makes, each left in the state that the walk below needs."""
    case = open_case(coordinator, members=MEMBERS, **MORE)
    need = record_need(coordinator, case)
    ids: Json = {"case": case, "need": need}
    ids["ranking"] = coordinator.made(f"/needs/{need}/rankings", {})["id"]
    ids["hold"] = coordinator.made("/holds", {"need_id": need, "service_at_location_id": shelter.id})["id"]
    ids["referral"] = coordinator.made("/referrals", {"hold_id": ids["hold"]})["id"]
    return ids


def after_acceptance(chain: Json, shelter: Shelter) -> Json:
    answered = shelter.staff.done(f"/referrals/{chain['referral']}/accept")
    return {**chain, "reservation": answered["reservation_id"]}


def after_arrival(chain: Json, shelter: Shelter) -> Json:
    ids = after_acceptance(chain, shelter)
    return {**ids, "placement": shelter.staff.done(f"/reservations/{ids['reservation']}/arrival", {})["id"]}


def asking_routes(ids: Json, shelter: Shelter) -> Iterator[tuple[str, str, Any]]:
    """Every route of the asking side that names a record, as a stranger with the same role would call it."""
    reason = {"reason": "need_ended"}
    need = {"kind": "shelter", "urgency": "emergency", "near": {"area_id": "settlement-258576"}, "nights": 1}
    yield from (("get", f"/cases/{ids['case']}", None), ("get", f"/cases/{ids['case']}/timeline", None))
    yield "post", f"/cases/{ids['case']}/needs", need
    yield "post", f"/cases/{ids['case']}/sharing_basis", {"basis": "legal_duty"}
    yield "post", f"/cases/{ids['case']}/close", {"outcome": "died"}
    yield from (("get", f"/needs/{ids['need']}", None), ("post", f"/needs/{ids['need']}/rankings", {}))
    yield "get", f"/rankings/{ids['ranking']}", None
    yield "post", "/holds", {"need_id": ids["need"], "service_at_location_id": shelter.id}
    yield from (("get", f"/holds/{ids['hold']}", None), ("post", f"/holds/{ids['hold']}/release", reason))
    yield "post", f"/holds/{ids['hold']}/extend", {"reason": "health"}
    yield "post", "/referrals", {"hold_id": ids["hold"]}
    yield "post", "/referrals", {"need_id": ids["need"], "service_at_location_id": shelter.id}
    yield "get", f"/referrals/{ids['referral']}", None
    yield "post", f"/referrals/{ids['referral']}/withdraw", {"reason": "error"}
    yield "get", f"/reservations/{ids['reservation']}", None
    yield "post", f"/reservations/{ids['reservation']}/cancel", {"reason": "error"}
    yield "get", f"/placements/{ids['placement']}", None


def receiving_routes(ids: Json, shelter: Shelter) -> Iterator[tuple[str, str, Any]]:
    """The same for the receiving side."""
    unit = shelter.unit_ids[0]
    yield from (("get", f"/holds/{ids['hold']}", None), ("get", f"/referrals/{ids['referral']}", None))
    yield "post", f"/referrals/{ids['referral']}/accept", None
    yield "post", f"/referrals/{ids['referral']}/decline", {"reason": "staff"}
    yield "get", f"/reservations/{ids['reservation']}", None
    yield "post", f"/reservations/{ids['reservation']}/arrival", {}
    yield "post", f"/reservations/{ids['reservation']}/non_arrival", {"reason": "unknown"}
    yield "post", f"/reservations/{ids['reservation']}/cancel", {"reason": "staff"}
    yield "get", f"/placements/{ids['placement']}", None
    yield "post", f"/placements/{ids['placement']}/departure", {"reason": "moved_on"}
    yield "post", f"/placements/{ids['placement']}/extend", {"at": "2026-12-24T06:00:00Z", "reason": "health"}
    yield "post", f"/placements/{ids['placement']}/transfer", {"capacity_unit_id": unit, "reason": "moved_room"}
    yield "post", "/capacity_reports", {"capacity_unit_id": unit, "free": 1}
    yield "get", f"/capacity_reports/{ids['report']}", None
    yield "post", "/out_of_service", {"capacity_unit_id": unit, "places": 1, "reason": "repair"}
    yield "get", f"/out_of_service/{ids['outage']}", None
    yield "post", f"/out_of_service/{ids['outage']}/return", None


@pytest.mark.both_servers
def test_strangers_of_the_asking_side_find_nothing_and_change_nothing(
    chain: Json, shelter: Shelter, coordinator: Caller, chidi: Caller
) -> None:
    ids = after_arrival(chain, shelter)
    for method, path, body in asking_routes(ids, shelter):
        answer = chidi.get(path) if method == "get" else chidi.post(path, body)
        told = problem(answer, 404, "not-found")
        assert set(told) == {"type", "title", "status", "detail"}, path
        missing = path.replace(
            next((i for i in ids.values() if i in path), "-"), "00000000-0000-4000-8000-000000000000"
        )
        if missing != path:
            same = chidi.get(missing) if method == "get" else chidi.post(missing, body)
            assert same.json() == told, path
    assert coordinator.got(f"/placements/{ids['placement']}")["status"] == "arrived"
    assert coordinator.got(f"/cases/{ids['case']}")["closed_at"] is None


@pytest.mark.both_servers
def test_strangers_of_the_receiving_side_find_nothing_and_change_nothing(
    chain: Json, shelter: Shelter, other_staff: Caller
) -> None:
    ids = after_arrival(chain, shelter)
    unit = shelter.unit_ids[1]
    ids["report"] = shelter.staff.made("/capacity_reports", {"capacity_unit_id": unit, "free": 4})["id"]
    outage = {"capacity_unit_id": unit, "places": 1, "reason": "repair"}
    ids["outage"] = shelter.staff.made("/out_of_service", outage)["id"]
    before = shelter.staff.got(f"/service_at_locations/{shelter.id}")
    for method, path, body in receiving_routes(ids, shelter):
        answer = other_staff.get(path) if method == "get" else other_staff.post(path, body)
        told = problem(answer, 404, "not-found")
        assert set(told) == {"type", "title", "status", "detail"}, path
    assert shelter.staff.got(f"/service_at_locations/{shelter.id}") == before
    assert shelter.staff.got(f"/placements/{ids['placement']}")["status"] == "arrived"


def test_strangers_see_no_trace_in_lists_and_events(chain: Json, shelter: Shelter, chidi: Caller) -> None:
    ids = after_arrival(chain, shelter)
    for path in ("/cases", "/referrals", "/events", "/discrepancies"):
        seen = chidi.get(path, limit=1000).text
        assert not [i for i in ids.values() if i in seen], path


def test_before_acceptance_the_receiver_knows_ages_sex_needs_and_dates_only(chain: Json, shelter: Shelter) -> None:
    seen = shelter.staff.got(f"/referrals/{chain['referral']}")
    assert [(p["sex"], p["age"], p["name"]) for p in seen["people"]] == [("f", 34, None), ("m", 13, None)]
    assert seen["need"] == {
        "kind": "shelter_tonight", "urgency": "emergency", "starts_on": "2026-11-23", "nights": 3,
        "languages": ["el"], "circumstances": ["medicines"],
    }  # fmt: skip
    assert (seen["phone"], seen["case_id"]) == (None, None)
    everything = "".join(
        shelter.staff.get(path, limit=1000).text
        for path in (f"/referrals/{chain['referral']}", f"/holds/{chain['hold']}", "/referrals", "/events")
    )
    assert not [secret for secret in (*SECRETS, "violence", "hidden_address") if secret in everything]


def test_acceptance_opens_name_and_telephone_to_the_receiver_and_withdrawal_closes_them(
    chain: Json, shelter: Shelter, coordinator: Caller
) -> None:
    path = f"/referrals/{chain['referral']}"
    accepted = shelter.staff.done(f"{path}/accept")
    assert [p["name"] for p in accepted["people"]] == [NAME, CODE_WORD]
    assert accepted["phone"] == PHONE
    assert shelter.staff.got(path)["phone"] == PHONE
    assert "γειτόνισσα" not in shelter.staff.get(path).text
    coordinator.done(f"{path}/withdraw", {"reason": "consent_withdrawn"})
    seen = shelter.staff.got(path)
    assert ([p["name"] for p in seen["people"]], seen["phone"], seen["status"]) == ([None, None], None, "withdrawn")
    for where in (path, "/referrals", "/events", f"/reservations/{accepted['reservation_id']}"):
        assert not [secret for secret in SECRETS if secret in shelter.staff.get(where, limit=1000).text], where


def test_a_decline_or_a_missed_arrival_closes_names_too(chain: Json, shelter: Shelter) -> None:
    ids = after_acceptance(chain, shelter)
    shelter.staff.done(f"/reservations/{ids['reservation']}/non_arrival", {"reason": "no_contact"})
    seen = shelter.staff.got(f"/referrals/{ids['referral']}")
    assert ([p["name"] for p in seen["people"]], seen["phone"]) == ([None, None], None)


def test_names_and_numbers_are_in_no_event_and_in_no_line_of_the_log(
    chain: Json, shelter: Shelter, coordinator: Caller, capfd: pytest.CaptureFixture[str]
) -> None:
    ids = after_arrival(chain, shelter)
    told = coordinator.get(f"/cases/{ids['case']}/timeline").text + coordinator.get("/events", limit=1000).text
    coordinator.post("/cases", {"household": {"members": [{"sex": "f", "age": NAME}]}, NAME: PHONE})
    written = capfd.readouterr()
    for secret in SECRETS:
        assert secret not in told
        assert secret not in written.out + written.err


READS = [
    ("coordinator", "/cases/{case}"),
    ("coordinator", "/cases/{case}/timeline"),
    ("coordinator", "/cases"),
    ("coordinator", "/referrals/{referral}"),
    ("staff", "/referrals/{referral}"),
]


def persons_read(network: LoadedNetwork) -> list[Json]:
    rows = network.hub.graph.read(
        lambda tx: tx.rows(
            "MATCH (e:Event {type: $type}) RETURN e.actor_id AS actor, e.data AS data, e.recorded_at AS at ORDER BY at",
            type=str(EventType.PERSONS_READ),
        )
    )
    return [dict(row) for row in rows]


@pytest.mark.parametrize(("who", "path"), READS)
def test_each_page_with_people_leaves_one_audit_event_with_their_ids(
    network: LoadedNetwork, chain: Json, shelter: Shelter, coordinator: Caller, who: str, path: str
) -> None:
    reader = coordinator if who == "coordinator" else shelter.staff
    people = {m["id"] for m in coordinator.got(f"/cases/{chain['case']}")["members"]}
    before = len(persons_read(network))
    assert reader.get(path.format(**chain)).status_code == 200
    (event,) = persons_read(network)[before:]
    assert all(person in event["data"] for person in people)


def test_a_ranking_and_a_hold_read_people_and_leave_their_trace(
    network: LoadedNetwork, chain: Json, coordinator: Caller
) -> None:
    before = len(persons_read(network))
    coordinator.made(f"/needs/{chain['need']}/rankings", {})
    assert len(persons_read(network)) == before + 1


def test_where_no_audit_event_can_be_written_there_is_no_answer(
    chain: Json, coordinator: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(session, "append", broken)
    for path in (f"/cases/{chain['case']}", "/cases", f"/referrals/{chain['referral']}"):
        answer = coordinator.get(path)
        assert answer.status_code >= 500, path
        assert NAME not in answer.text


@pytest.mark.parametrize("part", ["planner", "auditor", "administrator", "staff", "manager"])
def test_only_the_asking_side_reads_cases(network: LoadedNetwork, chain: Json, coordinator: Caller, part: str) -> None:
    reader = Caller(coordinator.client, network.tokens[part])
    for path in ("/cases", f"/cases/{chain['case']}", f"/needs/{chain['need']}", f"/rankings/{chain['ranking']}"):
        problem(reader.get(path), 403, "not-permitted")
    problem(reader.post("/cases", {"household": {"members": [{"sex": "f"}]}}), 403, "not-permitted")
    problem(reader.post(f"/needs/{chain['need']}/rankings", {}), 403, "not-permitted")


@pytest.mark.parametrize("part", ["planner", "auditor", "administrator"])
def test_those_who_neither_ask_nor_receive_read_no_referral(
    network: LoadedNetwork, chain: Json, coordinator: Caller, part: str
) -> None:
    reader = Caller(coordinator.client, network.tokens[part])
    for path in ("/referrals", f"/referrals/{chain['referral']}", f"/holds/{chain['hold']}"):
        problem(reader.get(path), 403, "not-permitted")


def test_the_asking_side_never_answers_and_the_receiving_side_never_asks(
    chain: Json, shelter: Shelter, coordinator: Caller
) -> None:
    path = f"/referrals/{chain['referral']}"
    problem(coordinator.post(f"{path}/accept"), 403, "not-permitted")
    problem(coordinator.post(f"{path}/decline", {"reason": "staff"}), 403, "not-permitted")
    problem(shelter.staff.post(f"{path}/withdraw", {"reason": "error"}), 403, "not-permitted")
    hold = {"need_id": chain["need"], "service_at_location_id": shelter.id}
    problem(shelter.staff.post("/holds", hold), 403, "not-permitted")
    problem(shelter.staff.post(f"/holds/{chain['hold']}/release", {"reason": "need_ended"}), 403, "not-permitted")


@pytest.mark.parametrize("header", [{}, {"Authorization": "Bearer nothing"}, {"Authorization": "Basic YTpi"}])
def test_without_a_token_there_is_nothing(coordinator: Caller, header: dict[str, str]) -> None:
    for path in ("/cases", "/service_at_locations", "/events", "/openapi.json"):
        problem(coordinator.client.get(f"/api/v1{path}", headers=header), 401, "not-signed-in")
