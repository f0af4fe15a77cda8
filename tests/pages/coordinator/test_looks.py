"""Every page of a coordinator as it looks, in both languages, at a desk and on a phone, with nobody left out."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from graph.model.account import Account
from hub.auth.subject import subject_of
from hub.bootstrap import Hub
from hub.clock import StandingClock
from hub.matches import reading
from hub.matches.taking import Taking, hold_and_refer, hold_only
from hub.referrals.service import decline
from tests.pages.browser import PHONE, Visitors, assert_everybody_can_use, shot
from tests.pages.coordinator.country import Call, Country, given_call, given_coordinator
from tests.pages.server import given_account

pytestmark = pytest.mark.browser
DESK = ViewportSize(width=1280, height=800)
SIZES = {"desk": DESK, "phone": PHONE}


@pytest.fixture(params=["el", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(params=["desk", "phone"])
def size(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def reader(country: Country, hub: Hub, language: str) -> Account:
    return given_coordinator(hub, country.line, language)


@pytest.fixture
def page(visitors: Visitors, reader: Account, size: str) -> Page:
    return visitors.visit(reader, size=SIZES[size])


def the_call_at_night(hub: Hub, reader: Account, *, basis: str | None = "verbal_consent") -> Call:
    return given_call(
        hub, reader, "Γ34 Γ6 Α13", "Λάρισα", applies=["violence", "hidden_address"], away=["Λάρισα"],
        names=["Ελένη"], nights=90, basis=basis,
    )  # fmt: skip


def look_at(page: Page, name: str, language: str, size: str) -> None:
    shot(page, f"coordinator/{name}-{language}-{size}")
    assert_everybody_can_use(page)


def test_the_board(page: Page, language: str, size: str) -> None:
    page.goto("/capacity")
    look_at(page, "board", language, size)


def test_a_structure(page: Page, country: Country, language: str, size: str) -> None:
    page.goto(f"/structures/{country.places['Υπνωτήριο «Φάρος»']}")
    look_at(page, "structure", language, size)


def test_the_matches_of_the_call_at_night(page: Page, hub: Hub, reader: Account, language: str, size: str) -> None:
    page.goto(f"/needs/{the_call_at_night(hub, reader).need_id}/matches")
    look_at(page, "matches", language, size)
    for summary in page.locator("summary:visible").all()[:6]:
        summary.click()
    look_at(page, "matches-open", language, size)


def test_matches_of_a_country_too_large_to_look_at_whole(
    page: Page, hub: Hub, reader: Account, language: str, size: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "NEAREST", 60)
    page.goto(f"/needs/{given_call(hub, reader, 'Γ40', 'Αθήνα').need_id}/matches")
    said = {"el": "πιο μακριά, δεν εξετάστηκαν", "en": "further away, not looked at"}[language]
    expect(page.locator(".match-counts")).to_contain_text(said)
    look_at(page, "matches-large-country", language, size)


def test_matches_without_a_basis(page: Page, hub: Hub, reader: Account, language: str, size: str) -> None:
    page.goto(f"/needs/{the_call_at_night(hub, reader, basis=None).need_id}/matches")
    look_at(page, "matches-basis", language, size)


def test_whom_to_ask_first(page: Page, hub: Hub, reader: Account, language: str, size: str) -> None:
    call = given_call(hub, reader, "Γ Α5", "Βόλος", applies=["mental_health_support"])
    page.goto(f"/needs/{call.need_id}/matches")
    look_at(page, "matches-ask", language, size)


def test_nobody_takes_them(page: Page, hub: Hub, reader: Account, language: str, size: str) -> None:
    call = given_call(hub, reader, " ".join(["Α40"] * 26), "Άγιος Κήρυκος")
    page.goto(f"/needs/{call.need_id}/matches")
    look_at(page, "matches-none", language, size)


def test_a_case_with_the_way_back_open(
    page: Page, hub: Hub, country: Country, reader: Account, language: str, size: str
) -> None:
    call = the_call_at_night(hub, reader)
    hold_and_refer(hub, subject_of(reader), Taking(call.need_id, country.places["Ξενώνας «Κυκλάμινο»"]))
    page.goto(f"/cases/{call.case_id}")
    look_at(page, "case-undo", language, size)


def test_a_case_with_a_hold(page: Page, hub: Hub, country: Country, reader: Account, language: str, size: str) -> None:
    call = the_call_at_night(hub, reader)
    hold_only(hub, subject_of(reader), Taking(call.need_id, country.places["Ξενώνας «Κυκλάμινο»"]))
    page.goto(f"/cases/{call.case_id}")
    look_at(page, "case-hold", language, size)


def test_a_case_and_its_referral_that_was_not_accepted(
    page: Page, hub: Hub, clock: StandingClock, country: Country, reader: Account, language: str, size: str
) -> None:
    call = the_call_at_night(hub, reader)
    place = "Ξενώνας «Κυκλάμινο»"
    referral = hold_and_refer(hub, subject_of(reader), Taking(call.need_id, country.places[place]))
    clock.move(timedelta(minutes=20))
    page.goto(f"/referrals/{referral.id}")
    look_at(page, "referral-waiting", language, size)
    staff = given_account(hub, "provider_staff", [country.providers[place]])
    decline(hub, subject_of(staff), referral.id, "staff", None)
    page.goto(f"/cases/{call.case_id}")
    look_at(page, "case-declined", language, size)
    page.goto(f"/referrals/{referral.id}")
    look_at(page, "referral-declined", language, size)
