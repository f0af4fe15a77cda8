"""The page of a case: where each need stands, the one next thing to do, the way back, and who is turned to next."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from graph.model.account import Account
from graph.model.claims import ClaimKind, ClaimStatus
from graph.model.referral import Referral, ReferralStatus
from graph.repositories.claims import list_claims_of_case
from graph.repositories.referrals import find_referral, list_referrals_of_case
from hub.auth.subject import Subject, subject_of
from hub.bootstrap import Hub
from hub.clock import StandingClock
from hub.matches.taking import Taking, hold_and_refer, hold_only
from hub.placements.service import DepartureSaid, leave
from hub.referrals.service import accept, decline, read
from hub.reservations.service import arrive
from tests.pages.coordinator.country import Call, Country, Desk, given_call, given_coordinator, text_of
from tests.pages.server import given_account

KYKLAMINO, A7 = "Ξενώνας «Κυκλάμινο»", "Καταφύγιο Α7"


@pytest.fixture
def call(hub: Hub, ana: Account) -> Call:
    return given_call(
        hub, ana, "Γ34 Γ6 Α13", "Λάρισα", applies=["violence"], away=["Λάρισα"], nights=90, names=["Ελένη"]
    )


@pytest.fixture
def referral(hub: Hub, ana: Account, country: Country, call: Call) -> Referral:
    return hold_and_refer(hub, subject_of(ana), Taking(call.need_id, country.places[KYKLAMINO]))


@pytest.fixture
def staff(hub: Hub, country: Country) -> Subject:
    """Who answers for the structures of the stories."""
    return subject_of(given_account(hub, "provider_staff", [country.providers[KYKLAMINO]]))


def page_of(desk: Desk, call: Call) -> str:
    return text_of(desk.get(f"/cases/{call.case_id}"))


def now_of(hub: Hub, referral: Referral) -> Referral:
    found = hub.graph.read(lambda tx: find_referral(tx, referral.id))
    assert found is not None
    return found


def test_a_case_without_a_place_has_one_thing_to_do(desk: Desk, call: Call) -> None:
    page = desk.get(f"/cases/{call.case_id}")
    assert page.text.count("button--primary") == 1
    assert f'href="/needs/{call.need_id}/matches"' in page.text


def test_its_own_caseworker_reads_names_telephone_and_what_they_flee(desk: Desk, call: Call) -> None:
    said = page_of(desk, call)
    assert "Γ34 Ελένη" in said
    assert "Τηλέφωνο 6900 000 000" in said
    assert "Κλήση · 08:00–10:00" in said
    assert "Μακριά από Λάρισα" in said
    assert "Βάση κοινοποίησης Προφορική συναίνεση, 20:00" in said


def test_undo_within_ten_seconds_takes_back_referral_and_hold(
    desk: Desk, hub: Hub, clock: StandingClock, call: Call, referral: Referral
) -> None:
    assert "Αναίρεση ως 20:00:10" in page_of(desk, call)
    clock.move(timedelta(seconds=9))
    for _ in range(2):
        answer = desk.post(f"/referrals/{referral.id}/undo")
        assert answer.headers["location"] == f"/cases/{call.case_id}"
    assert now_of(hub, referral).status is ReferralStatus.WITHDRAWN
    [hold] = hub.graph.read(lambda tx: list_claims_of_case(tx, call.case_id))
    assert hold.status is ClaimStatus.RELEASED
    said = page_of(desk, call)
    assert "Ανακάλεσε την παραπομπή: Στάλθηκε από λάθος" in said
    assert "Αναίρεση" not in said


def test_undo_after_ten_seconds_is_too_late_and_says_what_to_do(
    desk: Desk, hub: Hub, clock: StandingClock, call: Call, referral: Referral
) -> None:
    clock.move(timedelta(seconds=10))
    assert "Αναίρεση" not in page_of(desk, call)
    answer = desk.post(f"/referrals/{referral.id}/undo")
    assert answer.status_code == 409
    assert "Ανακαλέστε την με έναν λόγο." in text_of(answer)
    assert now_of(hub, referral).status is ReferralStatus.REQUESTED


def test_a_hold_is_extended_once_and_with_a_reason(desk: Desk, hub: Hub, country: Country, call: Call, ana: Account):
    hold = hold_only(hub, subject_of(ana), Taking(call.need_id, country.places[KYKLAMINO]))
    path = f"/cases/{call.case_id}/holds/{hold.id}/extend"
    without = desk.post(path)
    assert (without.status_code, "Διαλέξτε λόγο." in text_of(without)) == (422, True)
    assert desk.post(path, reason="house_search").status_code == 303
    said = page_of(desk, call)
    assert "Παρέτεινε τη δέσμευση ως 23:00: Αναζήτηση κατοικίας" in said
    assert "Παράταση δέσμευσης" not in said
    assert desk.post(path, reason="health").status_code == 409


def test_a_hold_is_given_back_with_a_reason_that_may_need_a_note(
    desk: Desk, hub: Hub, country: Country, call: Call, ana: Account
) -> None:
    hold = hold_only(hub, subject_of(ana), Taking(call.need_id, country.places[KYKLAMINO]))
    path = f"/cases/{call.case_id}/holds/{hold.id}/release"
    bare = desk.post(path, reason="provider_took", note="")
    assert bare.status_code == 422
    assert '<option value="provider_took" selected>' in bare.text
    assert desk.post(path, reason="provider_took", note="Το ζήτησε η βάρδια.").status_code == 303
    assert "Αποδεσμεύτηκε η θέση: Το ζήτησε η δομή" in page_of(desk, call)


def test_a_hold_is_reached_through_its_own_case_only(
    desk: Desk, hub: Hub, country: Country, call: Call, ana: Account
) -> None:
    hold = hold_only(hub, subject_of(ana), Taking(call.need_id, country.places[KYKLAMINO]))
    other = given_call(hub, ana, "Α30", "Πάτρα")
    assert desk.post(f"/cases/{other.case_id}/holds/{hold.id}/refer").status_code == 404


def test_what_is_held_is_referred_with_one_press(
    desk: Desk, hub: Hub, country: Country, call: Call, ana: Account
) -> None:
    hold = hold_only(hub, subject_of(ana), Taking(call.need_id, country.places[KYKLAMINO]))
    page = desk.get(f"/cases/{call.case_id}")
    assert "Στείλε παραπομπή" in page.text
    assert desk.post(f"/cases/{call.case_id}/holds/{hold.id}/refer").status_code == 303
    assert "Αναίρεση ως 20:00:10" in page_of(desk, call)


def test_after_a_no_one_press_turns_to_the_next(
    desk: Desk, hub: Hub, clock: StandingClock, country: Country, call: Call, referral: Referral, staff: Subject
) -> None:
    clock.move(timedelta(minutes=20))
    decline(hub, staff, referral.id, "staff", None)
    said = page_of(desk, call)
    assert f"Δεν έγινε δεκτή {KYKLAMINO}: Έλλειψη προσωπικού" in said
    assert "Επόμενη κατάλληλη: Προστατευόμενη δομή Α7" in said
    answer = desk.post(f"/referrals/{referral.id}/next", service_at_location_id=country.places[A7])
    assert answer.headers["location"] == f"/cases/{call.case_id}"
    second = hub.graph.read(lambda tx: list_referrals_of_case(tx, call.case_id))[-1]
    assert second.service_at_location_id == country.places[A7]
    assert "Αναίρεση" in page_of(desk, call)


def test_who_said_no_is_not_the_next_one_even_after_a_second_no(
    desk: Desk, hub: Hub, clock: StandingClock, country: Country, call: Call, referral: Referral, ana: Account
) -> None:
    for place, one in ((KYKLAMINO, referral), (A7, None)):
        staff = subject_of(given_account(hub, "provider_staff", [country.providers[place]]))
        sent = one or hold_and_refer(hub, subject_of(ana), Taking(call.need_id, country.places[place]))
        clock.move(timedelta(minutes=5))
        decline(hub, staff, sent.id, "staff", None)
    said = page_of(desk, call)
    following = said[said.index("Επόμενη κατάλληλη:") :].split("·")[0]
    assert KYKLAMINO not in following
    assert "Α7" not in following


def test_silence_past_the_answer_time_offers_the_next_too(
    desk: Desk, clock: StandingClock, call: Call, referral: Referral
) -> None:
    clock.move(timedelta(minutes=91))
    said = page_of(desk, call)
    assert f"Χωρίς απάντηση {KYKLAMINO}: χωρίς απάντηση ως 21:30" in said
    assert "Επόμενη κατάλληλη: Προστατευόμενη δομή Α7" in said


def test_losing_the_next_place_too_leads_to_the_places_that_are_left(
    desk: Desk, hub: Hub, clock: StandingClock, country: Country, call: Call, referral: Referral, staff: Subject
) -> None:
    clock.move(timedelta(minutes=1))
    decline(hub, staff, referral.id, "staff", None)
    other = given_coordinator(hub, country.shift)
    theirs = given_call(hub, other, "Γ30 Γ3", "Κατερίνη", applies=["violence"])
    hold_only(hub, subject_of(other), Taking(theirs.need_id, country.places[A7]))
    answer = desk.post(f"/referrals/{referral.id}/next", service_at_location_id=country.places[A7])
    assert answer.headers["location"] == f"/needs/{call.need_id}/matches?lost={country.places[A7]}"


def test_the_whole_way_is_told_in_both_languages(
    desk: Desk,
    hub: Hub,
    clock: StandingClock,
    country: Country,
    call: Call,
    referral: Referral,
    staff: Subject,
    desk_of: Callable[[Account], Desk],
) -> None:
    english = desk_of(given_coordinator(hub, country.line, "en"))
    clock.move(timedelta(minutes=4))
    read(hub, staff, referral.id)
    assert "διαβάστηκε 20:04, απάντηση ως 21:30" in page_of(desk, call)
    clock.move(timedelta(minutes=6))
    reservation = accept(hub, staff, referral.id).reservation_id or ""
    assert "Περιμένει την άφιξή τους." in page_of(desk, call)
    clock.move(timedelta(hours=1))
    placement = arrive(hub, staff, reservation, None)
    assert "They are there." in page_of(english, call)
    clock.move(timedelta(days=2))
    leave(hub, staff, placement.id, DepartureSaid(reason="moved_on", moved_on_to="rented_private"))
    greek, told = page_of(desk, call), page_of(english, call)
    for sentence in ("Διάβασε την παραπομπή", "Δέχτηκε την παραπομπή", "Κατέγραψε την άφιξη, άτομα: 3"):
        assert f"{KYKLAMINO} : {sentence}" in greek
    for sentence in ("Read the referral", "Accepted the referral", "Recorded the departure: Moved on to housing"):
        assert f"{KYKLAMINO} : {sentence}" in told
    assert "Κλείσιμο με έκβαση" in greek


def test_a_case_is_closed_with_what_became_of_it(desk: Desk, call: Call, country: Country) -> None:
    path = f"/cases/{call.case_id}/close"
    assert desk.post(path).status_code == 422
    assert desk.post(path, outcome="helped_partly").status_code == 303
    said = page_of(desk, call)
    assert "Έκλεισε το περιστατικό: Εξυπηρετήθηκε μερικώς" in said
    assert "Βρες θέση" not in said
    closed = desk.get(f"/needs/{call.need_id}/matches")
    assert "Το περιστατικό είναι κλειστό" in text_of(closed)
    assert "Μόνο δέσμευση" not in text_of(closed)
    assert desk.post(path, outcome="died").status_code == 409


def test_an_unknown_basis_is_refused_beside_its_field(desk: Desk, call: Call) -> None:
    assert desk.post(f"/cases/{call.case_id}/basis", basis="because").status_code == 422
    assert desk.post(f"/cases/{call.case_id}/basis").status_code == 422


def test_recording_a_basis_leads_to_no_other_host(desk: Desk, call: Call) -> None:
    answer = desk.post(f"/cases/{call.case_id}/basis", basis="legal_duty", return_to="//elsewhere.example/")
    assert answer.headers["location"] == f"/cases/{call.case_id}"


def test_a_second_attempt_is_a_track_of_its_own(
    desk: Desk, hub: Hub, country: Country, call: Call, referral: Referral, ana: Account
) -> None:
    second = Taking(call.need_id, country.places[A7], reason="person_wish", second=True)
    hold_only(hub, subject_of(ana), second)
    page = desk.get(f"/cases/{call.case_id}").text
    assert page.count('class="track"') == 2
    kinds = {c.kind for c in hub.graph.read(lambda tx: list_claims_of_case(tx, call.case_id))}
    assert kinds == {ClaimKind.HOLD}
