"""The match page as a browser without scripts sees it: places that suit, taken with one press or not at all."""

from collections.abc import Callable

import pytest

from graph.model.account import Account
from graph.model.claims import Claim
from graph.model.events import EventType
from graph.repositories.capacity import list_units_now
from graph.repositories.claims import list_claims_of_case
from graph.repositories.events import list_events_of_case
from graph.repositories.referrals import list_referrals_of_case, list_referrals_to
from graph.scope import EVERYTHING, VisibleOrganizations
from hub.auth.subject import subject_of
from hub.bootstrap import Hub
from hub.clock import StandingClock
from hub.matches.taking import Taking, hold_only
from tests.pages.coordinator.country import Call, Country, Desk, given_call, given_coordinator, text_of

KYKLAMINO, ANEMONI, ITIA = "Ξενώνας «Κυκλάμινο»", "Ξενώνας «Ανεμώνη»", "Ξενώνας «Ιτιά»"
FAROS, ALKYONA = "Υπνωτήριο «Φάρος»", "Στέγη «Αλκυόνα»"


@pytest.fixture
def call(hub: Hub, ana: Account) -> Call:
    """The call at 02:10."""
    return given_call(hub, ana, "Γ34 Γ6 Α13", "Λάρισα", applies=["violence"], away=["Λάρισα"], nights=90)


@pytest.fixture
def woman(hub: Hub, ana: Account) -> Call:
    """One bed is free for her in Patras."""
    return given_call(hub, ana, "Γ40", "Πάτρα")


def claims_of(hub: Hub, call: Call) -> list[Claim]:
    return hub.graph.read(lambda tx: list_claims_of_case(tx, call.case_id))


def happened_to(hub: Hub, call: Call) -> list[EventType]:
    return [e.type for e in hub.graph.read(lambda tx: list_events_of_case(tx, EVERYTHING, call.case_id))]


def matches_of(call: Call) -> str:
    return f"/needs/{call.need_id}/matches"


def test_the_nearest_that_suits_is_first_and_the_kept_away_is_nowhere(desk: Desk, call: Call) -> None:
    said = text_of(desk.get(matches_of(call)))
    assert f"1. {KYKLAMINO}" in said
    assert "σχεδόν βέβαιο" in said
    assert ITIA not in said


def test_a_near_miss_says_what_would_change_it(desk: Desk, call: Call) -> None:
    said = text_of(desk.get(matches_of(call)))
    near = said[said.index("Παρά λίγο") :]
    assert ANEMONI in near
    assert "δέχεται αγόρια ως 12· ο γιος είναι 13" in near
    assert "Ζητήστε εξαίρεση για 13 αντί για 12" in near


def test_a_protected_place_has_no_name_no_town_and_no_telephone(desk: Desk, call: Call) -> None:
    answer = desk.get(matches_of(call))
    assert "Προστατευόμενη δομή Α7" in text_of(answer)
    assert "Καταφύγιο Α7" not in answer.text
    assert "Κατερίνη" not in answer.text


def test_what_they_flee_stands_on_the_case_page_alone(desk: Desk, hub: Hub, ana: Account) -> None:
    fleeing = given_call(hub, ana, "Γ34", "Λάρισα", applies=["violence"], away=["Τρίκαλα"])
    strip = desk.get(matches_of(fleeing)).text.split("<main")[0]
    assert "τηρείται το «μακριά από»" in strip
    assert "Τρίκαλα" not in strip
    assert "Μακριά από Τρίκαλα" in text_of(desk.get(f"/cases/{fleeing.case_id}"))


def test_a_visit_stores_its_ranking_and_a_live_part_read_again_does_not(desk: Desk, hub: Hub, call: Call) -> None:
    desk.get(matches_of(call))
    part = desk.get(f"{matches_of(call)}?block=capacity")
    desk.get(f"{matches_of(call)}?block=alerts")
    assert KYKLAMINO in part.text
    assert "<main" not in part.text
    assert happened_to(hub, call).count(EventType.NEED_RANKED) == 1


def test_one_press_holds_and_refers_and_leaves_ten_seconds_to_undo(
    desk: Desk, hub: Hub, clock: StandingClock, country: Country, call: Call
) -> None:
    answer = desk.post(f"/needs/{call.need_id}/refer", service_at_location_id=country.places[KYKLAMINO])
    assert (answer.status_code, answer.headers["location"]) == (303, f"/cases/{call.case_id}")
    [hold] = claims_of(hub, call)
    [referral] = hub.graph.read(lambda tx: list_referrals_of_case(tx, call.case_id))
    assert hold.is_live(clock.now())
    assert referral.hold_id == hold.id
    assert (referral.visible_at - referral.sent_at).total_seconds() == 10


def test_the_same_form_sent_twice_has_one_effect(desk: Desk, hub: Hub, country: Country, call: Call) -> None:
    for _ in range(2):
        answer = desk.post(
            f"/needs/{call.need_id}/refer", service_at_location_id=country.places[KYKLAMINO], once="this form"
        )
        assert answer.headers["location"] == f"/cases/{call.case_id}"
    assert len(claims_of(hub, call)) == 1
    assert len(hub.graph.read(lambda tx: list_referrals_of_case(tx, call.case_id))) == 1


def test_hold_only_tells_nobody(desk: Desk, hub: Hub, country: Country, call: Call) -> None:
    answer = desk.post(f"/needs/{call.need_id}/hold", service_at_location_id=country.places[KYKLAMINO])
    assert answer.status_code == 303
    provider = VisibleOrganizations(frozenset({country.providers[KYKLAMINO]}))
    assert len(claims_of(hub, call)) == 1
    assert not hub.graph.read(lambda tx: list_referrals_to(tx, provider, awaiting_only=True, limit=10))


def test_without_a_basis_one_press_records_it_and_only_then_a_referral_leaves(
    desk: Desk, hub: Hub, country: Country, ana: Account
) -> None:
    call = given_call(hub, ana, "Γ34 Γ6 Α13", "Λάρισα", applies=["violence"], basis=None)
    page = text_of(desk.get(matches_of(call)))
    assert "Με ποια βάση κοινοποιούνται τα στοιχεία;" in page
    assert "Δέσμευση και παραπομπή" not in page
    place = country.places[KYKLAMINO]
    refused = desk.post(f"/needs/{call.need_id}/refer", service_at_location_id=place)
    assert refused.status_code == 409
    assert "Δεν έχει καταχωριστεί η βάση για την κοινοποίηση στοιχείων" in text_of(refused)
    assert claims_of(hub, call) == []
    back = desk.post(f"/cases/{call.case_id}/basis", basis="vital_interest", return_to=matches_of(call))
    assert back.headers["location"] == matches_of(call)
    assert "Δέσμευση και παραπομπή" in text_of(desk.get(matches_of(call)))
    assert desk.post(f"/needs/{call.need_id}/refer", service_at_location_id=place).status_code == 303


def test_a_place_to_ask_first_is_held_only_with_a_reason(desk: Desk, hub: Hub, country: Country, ana: Account) -> None:
    call = given_call(hub, ana, "Γ40", "Πάτρα", applies=["care_needed"])
    page = desk.get(matches_of(call))
    assert "Ρωτήστε πρώτα" in text_of(page)
    assert "→ καλέστε" in text_of(page)
    fields = {"service_at_location_id": country.places[ALKYONA], "asks_reason": "yes"}
    refused = desk.post(f"/needs/{call.need_id}/refer", **fields)
    assert refused.status_code == 422
    assert "Πείτε γιατί δεσμεύεται αυτή η θέση τώρα." in text_of(refused)
    assert claims_of(hub, call) == []
    desk.post(f"/needs/{call.need_id}/refer", **fields, reason="phone_confirmed")
    assert [c.second_reason for c in claims_of(hub, call)] == ["phone_confirmed"]
    assert "Λόγος: Επιβεβαιώθηκε τηλεφωνικά" in text_of(desk.get(f"/cases/{call.case_id}"))


def test_a_number_heard_by_telephone_is_recorded_and_ranks_anew(
    desk: Desk, hub: Hub, country: Country, call: Call
) -> None:
    place = country.places[KYKLAMINO]
    units = hub.graph.read(lambda tx: list_units_now(tx, now=hub.clock.now(), service_ids=[place]))
    big = next(u.state.id for u in units if u.state.places == 4)
    fields = {"capacity_unit_id": big, "most": "4"}
    wrong = desk.post(f"/needs/{call.need_id}/figure", **fields, free="9", speaker="κα Μαρία")
    assert wrong.status_code == 422
    assert "Γράψτε ακέραιο αριθμό από 0 ως 4." in text_of(wrong)
    assert 'value="κα Μαρία"' in wrong.text
    nameless = desk.post(f"/needs/{call.need_id}/figure", **fields, free="0", speaker=" ")
    assert "Γράψτε ποιος το είπε στο τηλέφωνο." in text_of(nameless)
    heard = desk.post(f"/needs/{call.need_id}/figure", **fields, free="0", speaker="κα Μαρία")
    assert heard.headers["location"] == matches_of(call)
    try:
        assert f"1. {KYKLAMINO}" not in text_of(desk.get(matches_of(call)))
        assert "τηλεφωνικά, κα Μαρία" in text_of(desk.get(f"/structures/{place}"))
    finally:
        desk.post(f"/needs/{call.need_id}/figure", **fields, free="4", speaker="κα Μαρία")


def test_who_comes_too_late_is_told_so_and_offered_the_next(
    desk: Desk, hub: Hub, country: Country, woman: Call, desk_of: Callable[[Account], Desk]
) -> None:
    other = desk_of(given_coordinator(hub, country.shift))
    theirs = given_call(hub, given_coordinator(hub, country.shift), "Γ50", "Πάτρα")
    place = country.places[FAROS]
    assert other.post(f"/needs/{theirs.need_id}/refer", service_at_location_id=place).status_code == 303
    lost = desk.post(f"/needs/{woman.need_id}/refer", service_at_location_id=place)
    assert (lost.status_code, lost.headers["location"]) == (303, f"{matches_of(woman)}?lost={place}")
    page = desk.get(lost.headers["location"])
    said = text_of(page)
    assert f"{FAROS}: μόλις δεσμεύτηκε από άλλον συντονιστή. Η επόμενη κατάλληλη:" in said
    assert "1. Στέγη «Αλκυόνα»" in said
    assert page.text.count(" autofocus") == 1
    assert EventType.HOLD_LOST in happened_to(hub, woman)
    assert claims_of(hub, woman) == []


def test_a_need_that_has_a_place_takes_a_second_one_only_with_a_reason(
    desk: Desk, hub: Hub, country: Country, call: Call, ana: Account
) -> None:
    hold_only(hub, subject_of(ana), Taking(call.need_id, country.places[KYKLAMINO]))
    assert f"Υπάρχει ήδη θέση για αυτό το αίτημα {KYKLAMINO}" in text_of(desk.get(matches_of(call)))
    second = {"service_at_location_id": country.places["Καταφύγιο Α7"]}
    refused = desk.post(f"/needs/{call.need_id}/hold", **second)
    assert refused.status_code == 409
    # A reason to hold what is not fully known is none to hold a second place.
    assert desk.post(f"/needs/{call.need_id}/hold", **second, reason="person_wish").status_code == 409
    agreed = desk.post(f"/needs/{call.need_id}/hold", **second, reason="person_wish", second="yes")
    assert agreed.status_code == 303
    assert len(claims_of(hub, call)) == 2


def test_when_nobody_takes_them_the_reasons_are_counted_and_the_need_stays_open(
    desk: Desk, hub: Hub, ana: Account
) -> None:
    call = given_call(hub, ana, " ".join(["Α40"] * 26), "Πάτρα")
    said = text_of(desk.get(matches_of(call)))
    assert "Καμία θέση για Α40" in said
    assert "Σύνθεση του νοικοκυριού" in said
    assert "Το αίτημα μένει ανοιχτό." in said


def test_a_stranger_reads_what_a_wrong_address_reads(
    hub: Hub, country: Country, call: Call, desk_of: Callable[[Account], Desk]
) -> None:
    stranger = desk_of(given_coordinator(hub, country.shift))
    nowhere = Call("none", "none")
    for path, wrong in ((matches_of(call), matches_of(nowhere)), (f"/cases/{call.case_id}", "/cases/none")):
        theirs, nothing = stranger.get(path), stranger.get(wrong)
        assert theirs.status_code == nothing.status_code == 404
        assert text_of(theirs) == text_of(nothing)
    answer = stranger.post(f"/needs/{call.need_id}/refer", service_at_location_id=country.places[KYKLAMINO])
    assert answer.status_code == 404
    assert claims_of(hub, call) == []


def test_a_form_without_its_token_changes_nothing(desk: Desk, hub: Hub, country: Country, call: Call) -> None:
    path = f"/needs/{call.need_id}/refer"
    assert desk.without_token(path, service_at_location_id=country.places[KYKLAMINO]).status_code == 403
    assert claims_of(hub, call) == []
