"""Referrals by API: sent, taken back in time, answered, or out of time; each side sees what is meant for it."""

from datetime import timedelta

import pytest

from tests.api.a_network import LoadedNetwork, serving
from tests.api.calling import Caller, instant, problem
from tests.api.steps import KYTHIRA, NEAR_KYTHIRA, a_need, accepted, given_a_shelter, held, referred


def test_no_referral_leaves_without_a_basis_for_sharing(network: LoadedNetwork, coordinator: Caller) -> None:
    shelter = given_a_shelter(network.hub, coordinator)
    need = a_need(coordinator, basis=None)
    hold = held(coordinator, shelter, need)["id"]
    problem(coordinator.post("/referrals", {"hold_id": hold}), 409, "sharing-basis-missing")
    case = coordinator.got(f"/needs/{need}")["case_id"]
    coordinator.done(f"/cases/{case}/sharing_basis", {"basis": "written_consent"})
    assert coordinator.made("/referrals", {"hold_id": hold})["status"] == "requested"


def test_a_referral_moves_the_end_of_its_hold_to_the_time_to_answer(
    network: LoadedNetwork, coordinator: Caller
) -> None:
    referral = referred(coordinator, given_a_shelter(network.hub, coordinator))
    hold = coordinator.got(f"/holds/{referral['hold_id']}")
    assert hold["expires_at"] == referral["answer_by"]
    assert hold["referral_id"] == referral["id"]


@pytest.mark.both_servers
def test_a_decline_gives_the_place_back_and_offers_the_next_to_the_asker_alone(
    network: LoadedNetwork, coordinator: Caller
) -> None:
    shelter, other = given_a_shelter(network.hub, coordinator), given_a_shelter(network.hub, coordinator)
    referral = referred(coordinator, shelter)
    declined = shelter.staff.done(f"/referrals/{referral['id']}/decline", {"reason": "nursing"})
    assert (declined["status"], declined["reason"]) == ("declined", "nursing")
    assert declined["next_candidate"] is None
    seen = coordinator.got(f"/referrals/{referral['id']}")
    assert seen["next_candidate"]["service_at_location_id"] != shelter.id
    assert seen["next_candidate"]["findings"]
    assert coordinator.got(f"/holds/{referral['hold_id']}")["status"] == "released"
    assert (shelter.free(), other.free()) == (4, 4)


def test_a_place_that_has_declined_is_not_offered_for_the_same_need_again(
    network: LoadedNetwork, coordinator: Caller
) -> None:
    shelters = [given_a_shelter(network.hub, coordinator, spot=KYTHIRA) for _ in range(2)]
    nearest = {shelter.id: shelter for shelter in shelters}
    need = a_need(coordinator, near=NEAR_KYTHIRA)
    offered = next(iter(nearest))
    for _ in nearest:
        shelter = nearest[offered]
        referral = coordinator.made("/referrals", {"hold_id": held(coordinator, shelter, need)["id"]})["id"]
        shelter.staff.done(f"/referrals/{referral}/decline", {"reason": "staff"})
        following = coordinator.got(f"/referrals/{referral}")["next_candidate"]
        offered = following and following["service_at_location_id"]
    assert offered not in nearest


def test_a_decline_for_another_reason_needs_a_note(network: LoadedNetwork, coordinator: Caller) -> None:
    shelter = given_a_shelter(network.hub, coordinator)
    referral = referred(coordinator, shelter)["id"]
    problem(shelter.staff.post(f"/referrals/{referral}/decline", {"reason": "other"}), 422, "note-required")
    body = {"reason": "other", "note": "the lift is being repaired"}
    assert shelter.staff.done(f"/referrals/{referral}/decline", body)["status"] == "declined"


def test_an_unanswered_referral_expires_with_its_hold_and_offers_the_next(
    network: LoadedNetwork, coordinator: Caller
) -> None:
    shelter = given_a_shelter(network.hub, coordinator)
    given_a_shelter(network.hub, coordinator)
    with serving(network.hub) as (client, clock):
        ana, bram = Caller(client, coordinator.token), Caller(client, shelter.staff.token)
        referral = referred(ana, shelter)
        clock.move(timedelta(minutes=91))
        seen = ana.got(f"/referrals/{referral['id']}")
        assert seen["status"] == "expired"
        assert seen["next_candidate"]["service_at_location_id"] != shelter.id
        assert ana.got(f"/holds/{referral['hold_id']}")["status"] == "expired"
        assert bram.got(f"/referrals/{referral['id']}")["next_candidate"] is None
        problem(bram.post(f"/referrals/{referral['id']}/accept"), 409, "referral-has-moved-on")


@pytest.mark.both_servers
def test_accepting_without_a_hold_claims_the_place(network: LoadedNetwork, coordinator: Caller) -> None:
    shelter = given_a_shelter(network.hub, coordinator)
    body = {"need_id": a_need(coordinator), "service_at_location_id": shelter.id}
    referral = coordinator.made("/referrals", body)
    assert referral["hold_id"] is None
    assert shelter.free() == 4
    answered = shelter.staff.done(f"/referrals/{referral['id']}/accept")
    assert coordinator.got(f"/reservations/{answered['reservation_id']}")["places"] == 2
    assert shelter.free() == 2


@pytest.mark.both_servers
def test_where_nothing_fits_any_more_accepting_leaves_the_referral_received(
    network: LoadedNetwork, coordinator: Caller
) -> None:
    shelter = given_a_shelter(network.hub, coordinator, units=[2])
    body = {"need_id": a_need(coordinator), "service_at_location_id": shelter.id}
    referral = coordinator.made("/referrals", body)["id"]
    held(coordinator, shelter)
    told = problem(shelter.staff.post(f"/referrals/{referral}/accept"), 409, "no-places-left")
    assert "next_candidate" not in told
    assert shelter.staff.got(f"/referrals/{referral}")["status"] == "received"


def test_withdrawing_releases_the_hold(network: LoadedNetwork, coordinator: Caller) -> None:
    shelter = given_a_shelter(network.hub, coordinator)
    referral = referred(coordinator, shelter)
    withdrawn = coordinator.done(f"/referrals/{referral['id']}/withdraw", {"reason": "found_elsewhere"})
    assert (withdrawn["status"], withdrawn["reason"]) == ("withdrawn", "found_elsewhere")
    assert coordinator.got(f"/holds/{referral['hold_id']}")["status"] == "released"
    assert shelter.free() == 4


def test_withdrawing_after_acceptance_cancels_the_reservation(network: LoadedNetwork, coordinator: Caller) -> None:
    shelter = given_a_shelter(network.hub, coordinator)
    answered = accepted(coordinator, shelter)
    coordinator.done(f"/referrals/{answered['id']}/withdraw", {"reason": "consent_withdrawn"})
    assert coordinator.got(f"/reservations/{answered['reservation_id']}")["status"] == "cancelled"
    assert shelter.free() == 4


@pytest.mark.both_servers
def test_the_receiver_learns_of_a_referral_only_when_it_can_no_longer_be_undone(
    network: LoadedNetwork, coordinator: Caller
) -> None:
    shelter = given_a_shelter(network.hub, coordinator)
    with serving(network.hub) as (client, clock):
        ana, bram = Caller(client, coordinator.token), Caller(client, shelter.staff.token)
        referral = referred(ana, shelter, undo_seconds=10)["id"]
        problem(bram.get(f"/referrals/{referral}"), 404, "not-found")
        problem(bram.post(f"/referrals/{referral}/accept"), 404, "not-found")
        assert referral not in _ids(bram, "/referrals")
        assert referral not in {event["subject_id"] for event in bram.got("/events")["items"]}
        assert referral in _ids(ana, "/referrals")
        clock.move(timedelta(seconds=11))
        assert bram.got(f"/referrals/{referral}")["status"] == "received"
        assert referral in _ids(bram, "/referrals")


def test_a_referral_undone_in_time_was_never_there_for_the_receiver(
    network: LoadedNetwork, coordinator: Caller
) -> None:
    shelter = given_a_shelter(network.hub, coordinator)
    with serving(network.hub) as (client, clock):
        ana, bram = Caller(client, coordinator.token), Caller(client, shelter.staff.token)
        referral = referred(ana, shelter, undo_seconds=10)
        ana.done(f"/referrals/{referral['id']}/withdraw", {"reason": "error"})
        assert ana.got(f"/holds/{referral['hold_id']}")["status"] == "released"
        clock.move(timedelta(seconds=11))
        assert referral["id"] not in {event["subject_id"] for event in bram.got("/events")["items"]}
        assert referral["id"] not in _ids(bram, "/referrals")
        problem(bram.get(f"/referrals/{referral['id']}"), 404, "not-found")


def test_the_time_to_answer_begins_when_the_receiver_can_see_it(network: LoadedNetwork, coordinator: Caller) -> None:
    shelter = given_a_shelter(network.hub, coordinator)
    referral = referred(coordinator, shelter, undo_seconds=10)
    assert instant(referral["answer_by"]) - instant(referral["sent_at"]) == timedelta(minutes=90, seconds=10)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "need_id"),
        ({"need_id": "n"}, "service_at_location_id"),
        ({"hold_id": "h", "need_id": "n"}, "hold_id"),
        ({"hold_id": "h", "undo_seconds": 61}, "undo_seconds"),
    ],
)
def test_a_referral_names_a_hold_or_a_need_and_a_place(
    coordinator: Caller, body: dict[str, object], field: str
) -> None:
    answer = coordinator.post("/referrals", body)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == field


def _ids(reader: Caller, path: str) -> set[str]:
    return {item["id"] for item in reader.got(path, limit=1000)["items"]}
