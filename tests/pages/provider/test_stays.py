"""At the door: arrived in one press, did not come in two, one by one where not all come, and the way out."""

import pytest
from playwright.sync_api import Page, expect

from graph.model.case import Case
from graph.model.service import ServiceAtLocation
from hub.bootstrap import Hub
from tests.pages.browser import Presses, Visitors, assert_everybody_can_use, shot
from tests.pages.provider.structures import (
    beds,
    given_a_referral_of,
    given_a_structure,
    given_people,
    given_staff_of,
    room,
)

pytestmark = pytest.mark.browser

NAMES = ("Ελένη Δ.", "Μυρτώ", "Νίκος")


@pytest.fixture
def faros(hub: Hub) -> ServiceAtLocation:
    return given_a_structure(hub, "Υπνωτήριο Φάρος", [beds("Κρεβάτια", 20), room("Δωμάτιο", 4)], free=4)


def accepted(
    visitors: Visitors, hub: Hub, service: ServiceAtLocation, line: str, *, language: str = "el", nights: int = 3
) -> tuple[Page, Case]:
    """The page of the structure for somebody who has just accepted this household."""
    case = given_people(hub, line, names=NAMES)
    given_a_referral_of(hub, service, case, nights=nights)
    page = visitors.visit(given_staff_of(hub, service, language=language))
    page.goto("/site")
    page.get_by_role("button", name="Δεκτή" if language == "el" else "Accept").click()
    page.wait_for_url("**/referrals/*")
    page.goto("/site")
    return page, case


def test_one_press_says_that_they_arrived(visitors: Visitors, hub: Hub, faros: ServiceAtLocation) -> None:
    page, case = accepted(visitors, hub, faros, "Α41")
    assert_everybody_can_use(page)
    shot(page, "site-coming-el")
    presses = Presses()
    presses.tap(page.get_by_role("button", name="Ήρθε", exact=True))
    expect(page.get_by_text(f"Καταγράφηκε η άφιξη: {case.number} · Α41, 20:00.")).to_be_visible()
    assert presses.count == 1
    expect(page.get_by_text("1 θέση με φιλοξενούμενο")).to_be_visible()
    assert_everybody_can_use(page)
    shot(page, "site-arrived-el")


def test_two_presses_say_that_they_did_not_come(visitors: Visitors, hub: Hub, faros: ServiceAtLocation) -> None:
    page, _ = accepted(visitors, hub, faros, "Α41")
    presses = Presses()
    presses.tap(page.get_by_text("Δεν ήρθε…"))
    shot(page, "site-did-not-come-el")
    assert_everybody_can_use(page)
    presses.tap(page.get_by_role("button", name="Δεν απαντά"))
    expect(page.get_by_text("Δεν αναμένεται κανείς απόψε.")).to_be_visible()
    assert presses.count == 2


def test_one_of_three_comes_later(visitors: Visitors, hub: Hub, faros: ServiceAtLocation) -> None:
    page, case = accepted(visitors, hub, faros, "Γ34 Γ6 Α13")
    page.get_by_role("link", name="Όχι όλοι").click()
    page.get_by_text("Νίκος · Αγόρι, 13").click()
    assert_everybody_can_use(page)
    shot(page, "stay-arrival-el")
    page.get_by_role("button", name="Καταγραφή άφιξης").click()
    expect(page.get_by_role("heading", name=f"{case.number} · Γ34 · Γ6", exact=True)).to_be_visible()
    page.goto("/site/stays?tab=coming")
    expect(page.get_by_text("Α13", exact=True)).to_be_visible()
    assert_everybody_can_use(page)
    shot(page, "stays-coming-el")


def test_nobody_ticked_is_told_and_nothing_changes(visitors: Visitors, hub: Hub, faros: ServiceAtLocation) -> None:
    page, _ = accepted(visitors, hub, faros, "F34 M6", language="en")
    page.get_by_role("link", name="Not all of them").click()
    page.get_by_text("Woman, 34").click()
    page.get_by_text("Boy, 6").click()
    page.get_by_role("button", name="Record the arrival").click()
    expect(page.get_by_text("Tick who it is about.").first).to_be_visible()
    for box in page.get_by_role("checkbox").all():
        expect(box).not_to_be_checked()
    assert_everybody_can_use(page)


@pytest.mark.parametrize("language", ["el", "en"])
def test_residents_leave_one_by_one_with_a_reason(
    visitors: Visitors, hub: Hub, faros: ServiceAtLocation, language: str
) -> None:
    greek = language == "el"
    page, case = accepted(visitors, hub, faros, "Γ34 Γ6", language=language)
    page.get_by_role("button", name="Ήρθαν όλοι" if greek else "All arrived").click()
    page.goto("/site/stays")
    assert_everybody_can_use(page)
    shot(page, f"stays-here-{language}")
    page.get_by_role("link", name=case.number).click()
    expect(page.get_by_role("heading", name=case.number)).to_be_visible()
    assert_everybody_can_use(page)
    shot(page, f"stay-here-{language}")
    leave = page.get_by_role("button", name="Καταγραφή αποχώρησης" if greek else "Record the departure")
    leave.click()
    expect(page.get_by_text("Διαλέξτε λόγο." if greek else "Choose a reason.").first).to_be_visible()
    page.get_by_text("Μυρτώ").click()
    page.locator("#leave-reason").select_option("moved_on")
    page.locator("#moved_on_to").select_option("rented_private")
    leave.click()
    expect(page.get_by_label("Μυρτώ")).to_be_visible()
    expect(page.get_by_label("Ελένη Δ.")).to_have_count(0)
    page.locator("#leave-reason").select_option("reunited")
    leave.click()
    over = "Έχει λήξει. Τα ονόματα δεν εμφανίζονται πια." if greek else "This is over. Names are no longer shown."
    expect(page.get_by_text(over)).to_be_visible()
    assert "Μυρτώ" not in page.content()
    assert_everybody_can_use(page)
    shot(page, f"stay-over-{language}")


def test_a_stay_is_extended_and_moved_to_another_room(visitors: Visitors, hub: Hub, faros: ServiceAtLocation) -> None:
    page, _ = accepted(visitors, hub, faros, "Γ34")
    page.get_by_role("button", name="Ήρθε", exact=True).click()
    page.goto("/site/stays")
    page.get_by_role("rowheader").get_by_role("link").click()
    page.get_by_text("Παράταση διαμονής…").click()
    page.get_by_label("Ως την ημέρα*").fill("2026-12-10")
    page.locator("#extend-reason").select_option("house_search")
    page.get_by_role("button", name="Παράταση", exact=True).click()
    expect(page.get_by_text("10/12/2026")).to_be_visible()
    page.get_by_text("Αλλαγή δωματίου…").click()
    assert_everybody_can_use(page)
    shot(page, "stay-move-el")
    page.get_by_text("Δωμάτιο · 4").click()
    page.get_by_role("button", name="Μετακίνηση").click()
    expect(page.get_by_text("Υπνωτήριο Φάρος · Δωμάτιο · από 20:00, ως 10/12/2026")).to_be_visible()


def test_an_end_that_is_not_later_is_refused_and_kept(visitors: Visitors, hub: Hub, faros: ServiceAtLocation) -> None:
    page, _ = accepted(visitors, hub, faros, "F34", language="en")
    page.get_by_role("button", name="Arrived", exact=True).click()
    page.goto("/site/stays")
    page.get_by_role("rowheader").get_by_role("link").click()
    page.get_by_text("They stay longer…").click()
    page.get_by_label("Until the day*").fill("2026-11-25")
    page.locator("#extend-reason").select_option("health")
    page.get_by_role("button", name="Extend the stay").click()
    expect(page.get_by_text("The new end is not later than the old one").first).to_be_visible()
    expect(page.get_by_label("Until the day*")).to_have_value("2026-11-25")
    expect(page.get_by_role("checkbox")).to_be_checked()
    assert_everybody_can_use(page)
    shot(page, "stay-extension-refused-en")
