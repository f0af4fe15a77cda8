"""Rankings by API: what fits, whom to ask, what nearly fits, each with its reasons; kept as they were made."""

import pytest

from tests.api.a_network import LoadedNetwork
from tests.api.calling import Caller, Json, problem
from tests.api.steps import (
    LARISSA,
    a_need,
    given_a_shelter,
    held,
    open_case,
    record_need,
)

FLEEING = [{"sex": "f", "age": 34}, {"sex": "f", "age": 6}, {"sex": "m", "age": 13}]
LISTS = ("matches", "ask_first", "near_misses")


@pytest.fixture(scope="module")
def story(coordinator: Caller) -> Json:
    """The call at 02:10: a woman with a girl of 6 and a boy of 13, away from Larissa."""
    case = open_case(coordinator, members=FLEEING, circumstances=["violence", "hidden_address"])
    need = record_need(coordinator, case, nights=90, keep_away={"area_ids": [LARISSA]})
    return coordinator.made(f"/needs/{need}/rankings", {"limit": 100})


def names(ranking: Json, which: str) -> list[str]:
    return [match["name"] for match in ranking[which]]


def verdicts(match: Json) -> set[str]:
    return {finding["verdict"] for finding in match["findings"]}


def test_each_list_holds_what_its_name_says(story: Json) -> None:
    assert story["matches"]
    assert all(verdicts(match) == {"met"} for match in story["matches"])
    assert all("unmet" not in verdicts(match) and "unknown" in verdicts(match) for match in story["ask_first"])
    assert story["near_misses"]
    assert all("unmet" in verdicts(match) and match["what_would_change_it"] for match in story["near_misses"])
    assert all(count > 0 for count in story["reasons"].values())


def test_every_match_has_a_distance_a_time_and_a_belief(story: Json) -> None:
    for match in (match for which in LISTS for match in story[which]):
        assert match["distance_km"] >= 0
        assert match["travel_minutes"] >= 0
        assert match["mode"] in ("road", "ferry")
        assert 0 <= match["belief"] <= 1
        assert match["free"] >= 0
        assert {"criterion", "verdict", "reason"} == set(match["findings"][0])


def test_the_first_story_comes_out_as_it_is_told(story: Json) -> None:
    assert names(story, "matches")[0] == "Ξενώνας «Κυκλάμινο»"
    assert "Ξενώνας «Ανεμώνη»" in names(story, "near_misses")
    assert "Ιτιά" not in str(story)
    assert "Protected place Α7" in names(story, "matches") + names(story, "ask_first")


def test_a_ranking_is_given_back_as_it_was_made(network: LoadedNetwork, coordinator: Caller) -> None:
    shelter = given_a_shelter(network.hub, coordinator)
    need = a_need(coordinator)
    made = coordinator.made(f"/needs/{need}/rankings", {})
    assert all(len(made[which]) <= 10 for which in LISTS)
    held(coordinator, shelter)
    shelter.staff.made("/capacity_reports", {"capacity_unit_id": shelter.unit_ids[0], "free": 2})
    assert coordinator.got(f"/rankings/{made['id']}") == made
    more = coordinator.got(f"/rankings/{made['id']}", limit=100)
    assert more["matches"][: len(made["matches"])] == made["matches"]
    assert len(more["matches"]) >= len(made["matches"])


def test_each_reader_is_told_in_their_language(coordinator: Caller, story: Json) -> None:
    greek = Caller(coordinator.client, coordinator.token, "el").got(f"/rankings/{story['id']}", limit=100)
    assert [m["service_at_location_id"] for m in greek["matches"]] == [
        m["service_at_location_id"] for m in story["matches"]
    ]
    assert "Προστατευόμενη δομή Α7" in names(greek, "matches") + names(greek, "ask_first")
    near_miss = next(m for m in greek["near_misses"] if m["name"] == "Ξενώνας «Ανεμώνη»")
    told = next(f for f in near_miss["findings"] if f["verdict"] == "unmet")
    assert told["reason"] == "δέχεται αγόρια ως 12· ο γιος είναι 13"


def test_where_there_is_no_other_place_the_next_candidate_is_null(network: LoadedNetwork, coordinator: Caller) -> None:
    many = [{"sex": "f", "age": 34}] * 30
    shelter = given_a_shelter(network.hub, coordinator, units=[30])
    held(coordinator, shelter, a_need(coordinator, members=many))
    body = {"need_id": a_need(coordinator, members=many), "service_at_location_id": shelter.id}
    assert problem(coordinator.post("/holds", body), 409, "no-places-left")["next_candidate"] is None


def test_a_ranking_asks_for_one_to_a_hundred(coordinator: Caller) -> None:
    need = a_need(coordinator)
    for limit in (0, 101, "10", 1.5):
        told = problem(coordinator.post(f"/needs/{need}/rankings", {"limit": limit}), 422, "invalid-request")
        assert told["errors"][0]["field"] == "limit"
