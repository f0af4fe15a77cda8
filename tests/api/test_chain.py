"""The chain by API, call by call, with exactly the names and fields that outside clients rely on."""

from datetime import timedelta

import pytest

from tests.api.a_network import LoadedNetwork
from tests.api.calling import Caller, instant
from tests.api.steps import LARISSA, given_a_shelter

pytestmark = pytest.mark.both_servers

PLACE_FIELDS = {"id", "name", "organization", "places", "free", "as_of", "capacity_units"}
UNIT_FIELDS = {"id", "kind", "places", "free", "sharing"}
MATCH_FIELDS = {
    "service_at_location_id", "capacity_unit_ids", "distance_km", "travel_minutes", "mode", "as_of", "belief",
    "findings",
}  # fmt: skip


def test_the_chain_from_a_call_to_a_departure(network: LoadedNetwork, coordinator: Caller) -> None:
    shelter = given_a_shelter(network.hub, coordinator)
    staff = shelter.staff

    place = coordinator.got(f"/service_at_locations/{shelter.id}")
    assert set(place) >= PLACE_FIELDS
    assert set(place["capacity_units"][0]) >= UNIT_FIELDS
    assert (place["places"], place["free"]) == (4, 4)

    report = staff.made("/capacity_reports", {"capacity_unit_id": shelter.unit_ids[0], "free": 3})
    assert set(report) >= {"id", "taken", "discrepancy"}
    assert (report["taken"], report["discrepancy"]) == (True, None)
    assert shelter.free() == 3

    household = {
        "members": [{"sex": "f", "age": 34, "name": "Μαρία"}, {"sex": "female", "age": 6}],
        "languages": ["el"],
    }
    case = coordinator.made("/cases", {"household": household, "sharing_basis": "verbal_consent"})["id"]
    near = {"area_id": LARISSA}
    wanted = {"kind": "shelter", "urgency": "emergency", "near": near, "starts_on": "2026-11-23", "nights": 3}
    need = coordinator.made(f"/cases/{case}/needs", wanted)["id"]

    ranking = coordinator.made(f"/needs/{need}/rankings", {"limit": 100})
    assert {"id", "policy", "matches", "ask_first", "near_misses", "reasons"} <= set(ranking)
    found = next(m for m in ranking["matches"] + ranking["ask_first"] if m["service_at_location_id"] == shelter.id)
    assert set(found) >= MATCH_FIELDS
    assert found["capacity_unit_ids"] == shelter.unit_ids
    assert all(set(f) == {"criterion", "verdict", "reason"} and f["reason"] for f in found["findings"])

    hold = coordinator.made("/holds", {"need_id": need, "service_at_location_id": shelter.id})
    assert (hold["status"], hold["places"]) == ("held", 2)
    assert instant(hold["expires_at"]) - instant(hold["made_at"]) == timedelta(minutes=90)
    assert shelter.free() == 1

    referral = coordinator.made("/referrals", {"hold_id": hold["id"]})
    assert referral["status"] == "requested"
    assert staff.got(f"/referrals/{referral['id']}")["status"] == "received"

    answered = staff.done(f"/referrals/{referral['id']}/accept")
    assert answered["status"] == "accepted"
    assert coordinator.got(f"/holds/{hold['id']}")["status"] == "converted"
    reservation = coordinator.got(f"/reservations/{answered['reservation_id']}")
    assert (reservation["status"], reservation["places"]) == ("made", 2)

    stay = staff.done(f"/reservations/{reservation['id']}/arrival", {})
    assert (stay["kind"], stay["status"]) == ("placement", "arrived")
    assert coordinator.got(f"/reservations/{reservation['id']}")["status"] == "converted"
    assert coordinator.got(f"/referrals/{referral['id']}")["status"] == "in_progress"

    left = staff.done(
        f"/placements/{stay['id']}/departure", {"reason": "goal_reached", "moved_on_to": "rented_private"}
    )
    assert (left["status"], left["reason"], left["moved_on_to"]) == ("departed", "goal_reached", "rented_private")
    assert coordinator.got(f"/placements/{stay['id']}")["status"] == "departed"
    assert coordinator.got(f"/referrals/{referral['id']}")["status"] == "completed"
    assert shelter.free() == 3

    told = [event["type"] for event in coordinator.got(f"/cases/{case}/timeline")["items"]]
    assert [t for t in told if t != "persons_read"] == [
        "case_opened", "need_recorded", "need_ranked", "hold_placed", "referral_sent", "referral_received",
        "hold_converted", "reservation_made", "referral_accepted", "arrival_recorded", "departure_recorded",
    ]  # fmt: skip
