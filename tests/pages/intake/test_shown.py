"""Every page of the desk in both languages, at a desk and on a phone: everybody can use it."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from graph.model.account import Account
from hub.bootstrap import Hub
from hub.referrals.service import decline
from tests.pages.browser import PHONE, Visitors, assert_everybody_can_use, shot, wait_until_live
from tests.pages.intake.busy import given_a_busy_night, readers
from tests.pages.intake.given import Coordinator, given_a_coordinator, given_a_place, given_referred
from tests.pages.server import Served

pytestmark = pytest.mark.browser
DESK = ViewportSize(width=1280, height=800)
READERS = [(language, size) for language in ("el", "en") for size in (DESK, PHONE)]
IDS = [f"{language}-{size['width']}" for language, size in READERS]


@dataclass(frozen=True)
class Desks:
    quiet: dict[str, Account]
    busy: dict[str, Account]


@pytest.fixture(scope="module")
def desks(running_hub: Served) -> Desks:
    hub = running_hub.hub
    quiet, busy = given_a_coordinator(hub), given_a_coordinator(hub)
    given_a_busy_night(hub, running_hub.clock, busy)
    return Desks(readers(hub, quiet), readers(hub, busy))


@pytest.mark.parametrize(("language", "size"), READERS, ids=IDS)
def test_a_quiet_desk(visitors: Visitors, desks: Desks, language: str, size: ViewportSize) -> None:
    page = visitors.visit(desks.quiet[language], size=size)
    for name, path in (
        *(("desk-empty", "/desk"), ("cases-empty", "/cases"), ("alerts-empty", "/alerts")),
        *(("search", "/search"), ("search-nothing", "/search?q=K-000000")),
        *(("accessibility", "/accessibility"), ("privacy", "/privacy"), ("new", "/cases/new")),
    ):
        page.goto(path)
        _shown(page, name, language)


@pytest.mark.parametrize(("language", "size"), READERS, ids=IDS)
def test_a_busy_desk(visitors: Visitors, desks: Desks, language: str, size: ViewportSize) -> None:
    page = visitors.visit(desks.busy[language], size=size)
    for name, path in (("desk", "/desk"), ("cases", "/cases"), ("alerts", "/alerts")):
        page.goto(path)
        _shown(page, name, language)


@pytest.mark.parametrize(("language", "size"), READERS, ids=IDS)
def test_a_new_case_with_mistakes_and_filled_in(
    visitors: Visitors, desks: Desks, language: str, size: ViewportSize
) -> None:
    page = visitors.visit(desks.quiet[language], size=size)
    page.goto("/cases/new")
    page.locator("#household").fill("Γ34 Γ3α Α134")
    page.locator("#away").fill("Ατλαντίς")
    page.locator("[data-submit-key]").click()
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    _shown(page, "new-mistakes", language)
    page.locator("#danger").check()
    for field in ("caller", "kinds", "circumstances", "sharing_basis", "away_here"):
        page.locator(f"#{field}").check()
    page.locator("#household").fill("Γ34 Γ6 Α13")
    page.locator("#where").fill("λάρ")
    for summary in page.locator("details:not(.phone-menu) summary").all():
        summary.click()
    _shown(page, "new-filled", language)


def _shown(page: Page, name: str, language: str) -> None:
    assert_everybody_can_use(page)
    width = page.viewport_size
    shot(page, f"{name}-{language}-{width['width'] if width else ''}")


def test_what_happens_elsewhere_appears_by_itself(visitors: Visitors, hub: Hub, maria: Coordinator) -> None:
    place = given_a_place(hub)
    opened, referral = given_referred(hub, maria, "Γ34", place)
    page = visitors.visit(maria.account, size=DESK)
    page.goto("/desk")
    row = page.locator("#now tr", has_text=opened.number)
    expect(row).to_have_count(0)
    wait_until_live(page)
    decline(hub, place.staff, referral.id, "no_place", None)
    expect(row).to_contain_text("μη δεκτή")
