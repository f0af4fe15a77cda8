"""Stories 1, 2 and 5 of the demonstration on real pages: pressed by key, followed live, with nobody left out."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from graph.model.account import Account
from graph.repositories.referrals import list_referrals_of_case
from hub.auth.subject import subject_of
from hub.bootstrap import Hub
from hub.clock import StandingClock
from hub.matches.taking import Taking, hold_and_refer
from hub.referrals.service import decline, read
from tests.pages.browser import Visitors, assert_everybody_can_use, shot, wait_until_live
from tests.pages.coordinator.country import Call, Country, given_call, given_coordinator
from tests.pages.server import given_account

pytestmark = pytest.mark.browser
DESK = ViewportSize(width=1280, height=800)
KYKLAMINO, A7, FAROS, ALKYONA = "Ξενώνας «Κυκλάμινο»", "Καταφύγιο Α7", "Υπνωτήριο «Φάρος»", "Στέγη «Αλκυόνα»"


def call_at_night(hub: Hub, account: Account) -> Call:
    return given_call(
        hub, account, "Γ34 Γ6 Α13", "Λάρισα", applies=["violence", "hidden_address"], away=["Λάρισα"], nights=90
    )


def staff_of(hub: Hub, country: Country, place: str) -> Account:
    return given_account(hub, "provider_staff", [country.providers[place]])


def open_matches(page: Page, call: Call) -> None:
    page.goto(f"/needs/{call.need_id}/matches")
    wait_until_live(page)


def test_story_1_one_key_holds_the_room_and_sends_the_referral(
    visitors: Visitors, hub: Hub, clock: StandingClock, country: Country, ana: Account
) -> None:
    call = call_at_night(hub, ana)
    page = visitors.visit(ana, size=DESK)
    open_matches(page, call)
    first = page.locator("#match-1")
    expect(first).to_contain_text(KYKLAMINO)
    expect(first).to_contain_text("περίπου 1 ώρα – 1 ώρα 20′")
    expect(first).to_contain_text("σχεδόν βέβαιο")
    page.keyboard.press("1")
    page.wait_for_url(f"**/cases/{call.case_id}")
    expect(page.get_by_role("button", name="Αναίρεση ως 20:00:10")).to_be_visible()
    expect(page.locator(".track")).to_contain_text("ως 21:30")
    shot(page, "coordinator/story-1-case")
    assert_everybody_can_use(page)

    # Its receiver sees it once the ten seconds are over, and the page tells that it was read without being touched.
    wait_until_live(page)
    clock.move(timedelta(seconds=11))
    [referral] = hub.graph.read(lambda tx: list_referrals_of_case(tx, call.case_id))
    read(hub, subject_of(staff_of(hub, country, KYKLAMINO)), referral.id)
    expect(page.locator(".track")).to_contain_text("διαβάστηκε 20:00", timeout=5000)
    expect(page.locator(".timeline")).to_contain_text("Διάβασε την παραπομπή")


def test_the_key_does_nothing_where_a_number_is_typed(visitors: Visitors, hub: Hub, ana: Account) -> None:
    call = call_at_night(hub, ana)
    page = visitors.visit(ana, size=DESK)
    open_matches(page, call)
    page.locator("#match-1").get_by_text("Κάλεσα: άλλο νούμερο").click()
    page.locator("#match-1").get_by_label("Ποιος το είπε").press_sequentially("1")
    assert page.url.endswith("/matches")


def test_undo_is_one_press_and_gives_the_room_back(visitors: Visitors, hub: Hub, ana: Account) -> None:
    call = call_at_night(hub, ana)
    page = visitors.visit(ana, size=DESK)
    open_matches(page, call)
    page.keyboard.press("1")
    page.get_by_role("button", name="Αναίρεση").click()
    expect(page.get_by_role("link", name="Βρες θέση")).to_be_visible()
    expect(page.locator(".timeline")).to_contain_text("Ανακάλεσε την παραπομπή")


def test_story_2_the_second_desk_reads_who_is_next_and_stands_on_it(
    visitors: Visitors, hub: Hub, country: Country, ana: Account
) -> None:
    """One free bed, two desks on the same card."""
    other = given_coordinator(hub, country.shift)
    calls = [given_call(hub, ana, "Γ40", "Πάτρα"), given_call(hub, other, "Γ50", "Πάτρα")]
    pages = [visitors.visit(account, size=DESK) for account in (ana, other)]
    for page, call in zip(pages, calls, strict=True):
        open_matches(page, call)
        expect(page.locator("#match-1")).to_contain_text(FAROS)
        # No news of the other's press arrives before one's own.
        page.route("**/matches?block=*", lambda route: route.fulfill(status=204))
    for page in pages:
        page.keyboard.press("1")
    for page in pages:
        page.wait_for_url(lambda url: "/cases/" in url or "lost=" in url)
    [loser] = [page for page in pages if "lost=" in page.url]
    banner = loser.get_by_role("status").filter(has_text="μόλις δεσμεύτηκε από άλλον συντονιστή")
    expect(banner).to_have_text(f"{FAROS}: μόλις δεσμεύτηκε από άλλον συντονιστή. Η επόμενη κατάλληλη:")
    expect(loser.locator("#match-1")).to_contain_text(ALKYONA)
    expect(loser.locator("#match-1")).to_be_focused()
    shot(loser, "coordinator/story-2-lost")
    assert_everybody_can_use(loser)
    loser.keyboard.press("1")
    loser.wait_for_url("**/cases/*")
    expect(loser.locator(".track-place")).to_contain_text(ALKYONA)


def test_a_card_goes_from_every_open_page_when_its_place_is_taken(
    visitors: Visitors, hub: Hub, country: Country, ana: Account
) -> None:
    other = given_coordinator(hub, country.shift)
    watching, taking = given_call(hub, ana, "Γ40", "Πάτρα"), given_call(hub, other, "Γ50", "Πάτρα")
    page = visitors.visit(ana, size=DESK)
    open_matches(page, watching)
    expect(page.locator("#match-1")).to_contain_text(FAROS)
    hold_and_refer(hub, subject_of(other), Taking(taking.need_id, country.places[FAROS]))
    expect(page.locator("#match-1")).to_contain_text(ALKYONA, timeout=5000)


def test_after_a_no_two_presses_ask_the_next(
    visitors: Visitors, hub: Hub, clock: StandingClock, country: Country, ana: Account
) -> None:
    call = call_at_night(hub, ana)
    referral = hold_and_refer(hub, subject_of(ana), Taking(call.need_id, country.places[KYKLAMINO]))
    clock.move(timedelta(minutes=1))
    page = visitors.visit(ana, size=DESK)
    page.goto(f"/cases/{call.case_id}")
    wait_until_live(page)
    decline(hub, subject_of(staff_of(hub, country, KYKLAMINO)), referral.id, "staff", None)
    send = page.get_by_role("button", name="Στείλε στην επόμενη")
    send.click(timeout=5000)
    expect(page.locator(".track-place")).to_contain_text("Προστατευόμενη δομή Α7")
    expect(page.get_by_role("button", name="Αναίρεση")).to_be_visible()


def test_everything_works_without_scripts(visitors: Visitors, hub: Hub, ana: Account) -> None:
    call = call_at_night(hub, ana)
    page = visitors.visit(ana, size=DESK, scripts=False)
    page.goto(f"/needs/{call.need_id}/matches")
    page.locator("#match-1").get_by_role("button", name="Δέσμευση και παραπομπή").click()
    page.get_by_role("button", name="Αναίρεση").click()
    page.get_by_role("link", name="Βρες θέση").click()
    expect(page.locator("#match-1")).to_contain_text(KYKLAMINO)
