"""Lists by API: `{items, next}`, where `next` is given back until it is null, and every row comes once."""

from collections.abc import Iterator

import pytest

from tests.api.a_network import LoadedNetwork, a_token, store_organization
from tests.api.calling import Caller, Json, problem
from tests.api.steps import given_a_shelter, open_case, referred


def pages(reader: Caller, path: str, limit: int, cursor_name: str = "cursor", **more: object) -> Iterator[list[Json]]:
    mark: dict[str, object] = {}
    while True:
        page = reader.got(path, limit=limit, **mark, **more)
        assert set(page) == {"items", "next"}
        assert len(page["items"]) <= limit
        yield page["items"]
        if page["next"] is None:
            return
        mark = {cursor_name: page["next"]}


def all_ids(reader: Caller, path: str, limit: int, cursor_name: str = "cursor", **more: object) -> list[str]:
    return [item["id"] for page in pages(reader, path, limit, cursor_name, **more) for item in page]


@pytest.mark.parametrize("name", ["cursor", "next", "after"])
def test_all_places_come_once_whatever_the_mark_is_called(coordinator: Caller, name: str) -> None:
    whole = [place["id"] for place in coordinator.got("/service_at_locations", limit=1000)["items"]]
    assert len(whole) > 400
    assert all_ids(coordinator, "/service_at_locations", 150, name) == whole == sorted(set(whole))


@pytest.fixture
def own_desk(network: LoadedNetwork, coordinator: Caller) -> Caller:
    """A coordinator of a body that has no record yet."""
    organization = store_organization(network.hub, "Line West")
    return Caller(coordinator.client, a_token(network.hub, "intake_coordinator", [organization]))


def test_cases_come_page_by_page_the_newest_first(own_desk: Caller) -> None:
    made = [open_case(own_desk) for _ in range(5)]
    assert all_ids(own_desk, "/cases", 2) == made[::-1]
    assert all_ids(own_desk, "/cases", 5) == made[::-1]


def test_a_case_opened_meanwhile_disturbs_no_page(own_desk: Caller) -> None:
    made = [open_case(own_desk) for _ in range(3)]
    first = own_desk.got("/cases", limit=2)
    open_case(own_desk)
    rest = own_desk.got("/cases", limit=2, cursor=first["next"])
    assert [case["id"] for case in first["items"] + rest["items"]] == made[::-1]
    assert rest["next"] is None


@pytest.mark.both_servers
def test_referrals_come_page_by_page_to_either_side(network: LoadedNetwork, own_desk: Caller) -> None:
    shelter = given_a_shelter(network.hub, own_desk, units=[2, 2, 2])
    made = [referred(own_desk, shelter)["id"] for _ in range(3)]
    assert all_ids(own_desk, "/referrals", 2) == made[::-1]
    assert all_ids(shelter.staff, "/referrals", 2) == made[::-1]
    shelter.staff.done(f"/referrals/{made[0]}/decline", {"reason": "staff"})
    assert all_ids(shelter.staff, "/referrals", 1, awaiting=True) == [made[2], made[1]]
    assert all_ids(shelter.staff, "/referrals", 1, side="asking") == []


def test_settlements_come_page_by_page(coordinator: Caller) -> None:
    found = all_ids(coordinator, "/areas", 900, kind="settlement")
    assert len(found) == len(set(found)) > 1800


def test_the_thirteen_regions_and_the_seventy_four_units_are_there(coordinator: Caller) -> None:
    assert len(all_ids(coordinator, "/areas", 100, kind="region")) == 13
    assert len(all_ids(coordinator, "/areas", 100, kind="regional_unit")) == 74


@pytest.mark.parametrize("mark", ["x", "!!!!", "eyJhIjoxfQ", "W10", "WzFd", "WyJhIiwiYiIsImMiXQ", "W251bGxd"])
@pytest.mark.parametrize("path", ["/service_at_locations", "/cases", "/referrals", "/events"])
def test_a_mark_of_ones_own_making_is_a_mistake_or_a_page_but_never_worse(
    coordinator: Caller, path: str, mark: str
) -> None:
    name = "after" if path == "/events" else "cursor"
    answer = coordinator.get(path, **{name: mark})
    assert answer.status_code == 200 or problem(answer, 422, "cursor-malformed")["errors"][0]["field"] in (
        name,
        "cursor",
    )


@pytest.mark.parametrize("limit", ["0", "-1", "1001", "many", "1e3", ""])
def test_a_page_has_one_to_a_thousand_rows(coordinator: Caller, limit: str) -> None:
    told = problem(coordinator.get("/service_at_locations", limit=limit), 422, "invalid-request")
    assert told["errors"][0]["field"] == "limit"


def test_events_are_followed_by_a_mark_and_dropped_by_their_id(network: LoadedNetwork, own_desk: Caller) -> None:
    shelter = given_a_shelter(network.hub, own_desk, units=[2])
    referral = referred(own_desk, shelter)["id"]
    seen: dict[str, Json] = {}
    mark: dict[str, str] = {}
    for _ in range(20):
        page = own_desk.got("/events", limit=1, **mark)
        assert set(page) == {"items", "after"}
        seen |= {event["id"]: event for event in page["items"]}
        mark = {"after": page["after"]}
    assert all({"id", "type", "recorded_at", "subject_id"} <= set(event) for event in seen.values())
    assert [e["type"] for e in sorted(seen.values(), key=lambda e: e["recorded_at"])] == [
        "account_created", "case_opened", "need_recorded", "hold_placed", "referral_sent",
    ]  # fmt: skip
    shelter.staff.done(f"/referrals/{referral}/accept")
    new = {e["type"] for e in own_desk.got("/events", **mark)["items"] if e["id"] not in seen}
    assert new == {"referral_received", "hold_converted", "reservation_made", "referral_accepted"}


def test_more_events_of_one_instant_than_a_page_holds_are_all_read(network: LoadedNetwork, own_desk: Caller) -> None:
    """A provider's file is taken in one transaction: all its events bear the same instant."""
    shelter = given_a_shelter(network.hub, own_desk, units=[1] * 12)
    seen: set[str] = set()
    mark: dict[str, str] = {}
    for _ in range(12):
        page = shelter.staff.got("/events", limit=2, **mark)
        seen |= {event["subject_id"] for event in page["items"]}
        mark = {"after": page["after"]}
    assert set(shelter.unit_ids) <= seen


def test_a_provider_asks_for_its_own_places_alone(network: LoadedNetwork, coordinator: Caller) -> None:
    shelter = given_a_shelter(network.hub, coordinator)
    assert all_ids(shelter.staff, "/service_at_locations", 1, mine=True) == [shelter.id]
    assert all_ids(coordinator, "/service_at_locations", 10, mine=True) == []
