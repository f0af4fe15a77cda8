"""Those who act for several structures: finding the one, and all figures in one screen."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from hub.bootstrap import Hub
from hub.clock import StandingClock
from tests.givens.cast import NOW
from tests.pages.browser import DESK, PHONE, Presses, Visitors, assert_everybody_can_use, shot
from tests.pages.provider.structures import (
    beds,
    given_a_body,
    given_a_referral_of,
    given_a_structure,
    given_people,
    given_staff_of,
    room,
)
from tests.pages.server import given_account

pytestmark = pytest.mark.browser

NAMES = ("Κυκλάμινο", "Ανεμώνη", "Δάφνη", "Γλάρος", "Ιτιά", "Ροδιά", "Πλάτανος")


@pytest.fixture
def services(hub: Hub):
    body = given_a_body(hub, "Δήμος Καλλιρρόης")
    said = NOW - timedelta(hours=14)
    return [
        given_a_structure(hub, f"Ξενώνας «{name}»", [room("Δωμάτιο", 4), beds("Κλίνες", 10)], said_at=said, of=body)
        for name in NAMES
    ]


@pytest.mark.parametrize("language", ["el", "en"])
def test_the_structure_is_found_however_it_is_typed(visitors: Visitors, hub: Hub, services, language: str) -> None:
    given_a_referral_of(hub, services[4], given_people(hub, "Γ34"))
    page = visitors.visit(given_staff_of(hub, *services, language=language))
    page.goto("/site")
    expect(page.get_by_role("listitem").filter(has_text="«").first).to_contain_text("Ιτιά")
    assert_everybody_can_use(page)
    shot(page, f"site-choose-{language}")
    for typed in ("ροδιά", "ΡΟΔΙΑ", "rodia", "rodi", "ροδ"):
        page.get_by_role("searchbox").last.fill(typed)
        page.get_by_role("searchbox").last.press("Enter")
        expect(page.get_by_role("link", name="Ξενώνας «Ροδιά»")).to_be_visible()
        expect(page.get_by_role("link", name="Ξενώνας «Δάφνη»")).to_have_count(0)
    page.get_by_role("link", name="Ξενώνας «Ροδιά»").click()
    expect(page.get_by_role("heading", name="Ξενώνας «Ροδιά»")).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_one_press_for_each_unchanged_structure(visitors: Visitors, hub: Hub, services, size) -> None:
    given_a_referral_of(hub, services[4], given_people(hub, "Γ34"))
    page = visitors.visit(given_staff_of(hub, *services, role="provider_manager"), size=size)
    page.goto("/")
    expect(page.get_by_role("heading", name="Δήμος Καλλιρρόης")).to_be_visible()
    assert_everybody_can_use(page)
    shot(page, f"organization-{'phone' if size is PHONE else 'desk'}-el")
    presses = Presses()
    presses.tap(page.get_by_role("button", name="Καμία αλλαγή: Ξενώνας «Δάφνη»"))
    expect(page.get_by_text("Καταγράφηκε: καμία αλλαγή, Ξενώνας «Δάφνη», 20:00. Ευχαριστούμε.")).to_be_visible()
    assert presses.count == 1
    expect(page.get_by_text("μόλις τώρα")).to_have_count(1)


def test_all_figures_in_one_screen(visitors: Visitors, hub: Hub, services, clock: StandingClock) -> None:
    manager = given_staff_of(hub, *services, role="provider_manager", language="en")
    page = visitors.visit(manager)
    page.goto("/organization")
    shot(page, "organization-phone-en")
    page.get_by_role("link", name="Update all").click()
    assert_everybody_can_use(page)
    shot(page, "organization-update-en")
    beds_fields = page.get_by_label("Κλίνες", exact=True)
    expect(beds_fields).to_have_count(7)
    beds_fields.nth(0).fill("12")
    beds_fields.nth(1).fill("3")
    page.get_by_role("button", name="Save all").click()
    expect(page.get_by_text("You said 12 free of 10 places. The largest number is 10.").first).to_be_visible()
    expect(beds_fields.nth(0)).to_have_value("12")
    assert_everybody_can_use(page)
    shot(page, "organization-update-wrong-en")
    beds_fields.nth(0).fill("2")
    page.get_by_role("button", name="Save all").click()
    page.wait_for_url("**/organization")
    expect(page.get_by_text("just now")).to_have_count(7)


def test_somebody_without_a_structure_is_told_so(visitors: Visitors, hub: Hub) -> None:
    body = given_a_body(hub)
    for role, address in (("provider_staff", "/site"), ("provider_manager", "/organization")):
        page = visitors.visit(given_account(hub, role, [body.id]))
        page.goto(address)
        expect(page.get_by_text("Δεν έχετε δομή ακόμη.")).to_be_visible()
        assert_everybody_can_use(page)
