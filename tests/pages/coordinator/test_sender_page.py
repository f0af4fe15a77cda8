"""The page of a referral for those who sent it."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from graph.model.account import Account
from graph.model.claims import ClaimStatus
from graph.model.referral import Referral, ReferralStatus
from graph.repositories.claims import list_claims_of_case
from graph.repositories.referrals import find_referral
from hub.auth.subject import Subject, subject_of
from hub.bootstrap import Hub
from hub.clock import StandingClock
from hub.matches.taking import Taking, hold_and_refer
from hub.referrals.service import accept, decline
from tests.pages.coordinator.country import Call, Country, Desk, given_call, text_of
from tests.pages.server import given_account

KYKLAMINO = "Ξενώνας «Κυκλάμινο»"


@pytest.fixture
def call(hub: Hub, ana: Account) -> Call:
    return given_call(
        hub, ana, "Γ34 Γ6 Α13", "Λάρισα", applies=["violence"], away=["Λάρισα"], nights=90, names=["Ελένη"]
    )


@pytest.fixture
def referral(hub: Hub, clock: StandingClock, ana: Account, country: Country, call: Call) -> Referral:
    """One that its receiver can see."""
    sent = hold_and_refer(hub, subject_of(ana), Taking(call.need_id, country.places[KYKLAMINO]))
    clock.move(timedelta(minutes=1))
    return sent


@pytest.fixture
def staff(hub: Hub, country: Country) -> Subject:
    return subject_of(given_account(hub, "provider_staff", [country.providers[KYKLAMINO]]))


def page_of(desk: Desk, referral: Referral) -> str:
    return text_of(desk.get(f"/referrals/{referral.id}"))


def test_it_says_how_far_it_has_come_and_what_was_shared(desk: Desk, referral: Referral) -> None:
    said = page_of(desk, referral)
    assert "Στάλθηκε, δεν έχει διαβαστεί ακόμη. Απάντηση ως 21:30" in said
    assert "Νοικοκυριό Γ34 · Γ6 · Α13" in said
    assert "Ονόματα και τηλέφωνο ανοίγουν με την αποδοχή." in said
    assert "Ελένη" not in said


def test_withdrawing_says_first_what_it_does(desk: Desk, hub: Hub, referral: Referral, staff: Subject) -> None:
    assert "4 θέσεις ελευθερώνονται." in page_of(desk, referral)
    accept(hub, staff, referral.id)
    said = page_of(desk, referral)
    assert "Ονόματα και τηλέφωνο κλείνουν ξανά για τη δομή." in said
    assert "Ονόματα και τηλέφωνο είναι ανοιχτά στη δομή." in said


def test_withdrawing_takes_a_reason_and_gives_the_place_back(
    desk: Desk, hub: Hub, call: Call, referral: Referral, staff: Subject
) -> None:
    accept(hub, staff, referral.id)
    path = f"/referrals/{referral.id}/withdraw"
    bare = desk.post(path)
    assert (bare.status_code, "Διαλέξτε λόγο." in text_of(bare)) == (422, True)
    assert desk.post(path, reason="nonsense").status_code == 422
    answer = desk.post(path, reason="person_changed_mind")
    assert answer.headers["location"] == f"/cases/{call.case_id}"
    found = hub.graph.read(lambda tx: find_referral(tx, referral.id))
    assert found is not None
    assert found.status is ReferralStatus.WITHDRAWN
    claims = hub.graph.read(lambda tx: list_claims_of_case(tx, call.case_id))
    assert {c.status for c in claims} == {ClaimStatus.CONVERTED, ClaimStatus.CANCELLED}
    said = page_of(desk, referral)
    assert "ανακλήθηκε Το άτομο άλλαξε γνώμη" in said
    assert "Τι θα γίνει:" not in said


def test_after_a_no_the_next_place_stands_here_too(
    desk: Desk, hub: Hub, country: Country, call: Call, referral: Referral, staff: Subject
) -> None:
    decline(hub, staff, referral.id, "staff", None)
    said = page_of(desk, referral)
    assert "μη δεκτή Έλλειψη προσωπικού" in said
    assert "Επόμενη κατάλληλη: Προστατευόμενη δομή Α7" in said
    desk.post(f"/referrals/{referral.id}/next", service_at_location_id=country.places["Καταφύγιο Α7"])
    # Somebody else is asked by now: nobody is offered a third.
    assert "Επόμενη κατάλληλη" not in page_of(desk, referral)


def test_the_other_side_may_not_take_it_back(
    hub: Hub, country: Country, referral: Referral, desk_of: Callable[[Account], Desk]
) -> None:
    theirs = desk_of(given_account(hub, "provider_staff", [country.providers[KYKLAMINO]]))
    for act in ("withdraw", "undo", "next"):
        assert theirs.post(f"/referrals/{referral.id}/{act}", reason="error").status_code == 403
