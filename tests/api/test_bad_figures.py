"""Bad input about capacity: figures and outages that cannot be, each told with its field, and nothing changed."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.api.a_network import LoadedNetwork
from tests.api.bad_input import HUGE, assert_named
from tests.api.calling import Caller, Json, problem
from tests.api.steps import Shelter, given_a_shelter

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
    "an instant as a word": ({"free": 1, "as_of": "soon"}, "as_of"),
    "a claim that is none": ({"free": 1, "left_out_claim_ids": ["x"]}, "left_out_claim_ids"),
    "claims as text": ({"free": 1, "left_out_claim_ids": "x"}, "left_out_claim_ids"),
    "an unknown way to count": ({"free": 1, "leaves_out": "some"}, "leaves_out"),
    "an unknown field": ({"free": 1, "comment": "x"}, "comment"),
}

BAD_OUTAGES: dict[str, tuple[Json, str]] = {
    "more places than there are": ({"places": 5}, "places"),
    "no place": ({"places": 0}, "places"),
    "an unknown reason": ({"reason": "tired"}, "reason"),
    "another reason without a note": ({"reason": "other"}, "note"),
    "an end before the start": ({"starts": "2026-12-02T08:00:00Z", "ends": "2026-12-01T08:00:00Z"}, "ends"),
    "an end that is over": ({"ends": "2026-11-01T08:00:00Z"}, "ends"),
    "an instant without a zone": ({"ends": "2026-12-01T08:00:00"}, "ends"),
    "a year that no calendar has": ({"ends": "99999-12-01T08:00:00Z"}, "ends"),
}


@pytest.fixture(scope="module")
def shelter(network: LoadedNetwork, coordinator: Caller) -> Shelter:
    return given_a_shelter(network.hub, coordinator)


@pytest.mark.parametrize("mistake", BAD_REPORTS)
def test_a_report_with(shelter: Shelter, mistake: str) -> None:
    body, field = BAD_REPORTS[mistake]
    assert_named(shelter.staff, "/capacity_reports", {"capacity_unit_id": shelter.unit_ids[0], **body}, field)
    assert shelter.free() == 4


def test_a_report_on_nothing_or_on_an_unknown_unit(shelter: Shelter) -> None:
    assert_named(shelter.staff, "/capacity_reports", {"free": 1}, "capacity_unit_id")
    problem(shelter.staff.post("/capacity_reports", {"capacity_unit_id": "none", "free": 1}), 404, "not-found")
    problem(shelter.staff.post("/capacity_reports", {"service_at_location_id": "none", "free": 1}), 404, "not-found")


def test_a_report_on_a_unit_of_another_place(network: LoadedNetwork, coordinator: Caller, shelter: Shelter) -> None:
    other = given_a_shelter(network.hub, coordinator)
    body = {"service_at_location_id": shelter.id, "capacity_unit_id": other.unit_ids[0], "free": 1}
    assert_named(shelter.staff, "/capacity_reports", body, "capacity_unit_id")


@pytest.mark.parametrize("mistake", BAD_OUTAGES)
def test_out_of_service_with(shelter: Shelter, mistake: str) -> None:
    body, field = BAD_OUTAGES[mistake]
    whole = {"capacity_unit_id": shelter.unit_ids[0], "places": 1, "reason": "repair", **body}
    assert_named(shelter.staff, "/out_of_service", whole, field)
    assert shelter.free() == 4


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_the_ends_of_the_calendar_are_no_trap(shelter: Shelter, at: str) -> None:
    unit = shelter.unit_ids[0]
    outage = {"capacity_unit_id": unit, "places": 1, "reason": "repair"}
    assert_named(shelter.staff, "/capacity_reports", {"capacity_unit_id": unit, "free": 4, "as_of": at}, "as_of")
    assert_named(shelter.staff, "/out_of_service", {**outage, "starts": at}, "starts")
    assert_named(shelter.staff, "/out_of_service", {**outage, "ends": at}, "ends")
    assert shelter.free() == 4


def test_an_instant_in_any_zone_is_one_instant(shelter: Shelter) -> None:
    long_ago = (datetime(2025, 11, 24, tzinfo=UTC) - timedelta(days=400)).isoformat()
    for text in ("2026-11-24T02:09:00+02:00", "2026-11-23T19:09:00-05:00", long_ago):
        body = {"capacity_unit_id": shelter.unit_ids[0], "free": 4, "as_of": text}
        assert shelter.staff.post("/capacity_reports", body).status_code == 201
