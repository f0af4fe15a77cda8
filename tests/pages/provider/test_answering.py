"""A referral on the receiving side: the least before the answer, one press to accept, names after it."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from graph.model.service import ServiceAtLocation
from graph.repositories.referral_decisions import withdraw_referral
from hub.bootstrap import Hub
from hub.clock import StandingClock
from tests.givens.cast import ANA
from tests.pages.browser import Presses, Visitors, assert_everybody_can_use, shot, wait_until_live
from tests.pages.provider.structures import (
    beds,
    given_a_referral_of,
    given_a_structure,
    given_people,
    given_staff_of,
    room,
)

pytestmark = pytest.mark.browser

ELENI = ("Ελένη Δ.", "Μυρτώ", "Νίκος")
HER_PHONE = "6900000000"


@pytest.fixture
def kyklamino(hub: Hub) -> ServiceAtLocation:
    units = [room("Δωμάτιο 4 θέσεων", 4), beds("Θάλαμος γυναικών", 6)]
    return given_a_structure(hub, "Ξενώνας Κυκλάμινο", units)


def open_site(visitors: Visitors, hub: Hub, service: ServiceAtLocation, language: str = "el") -> Page:
    page = visitors.visit(given_staff_of(hub, service, language=language))
    page.goto("/site")
    return page


def test_a_referral_comes_by_itself_and_is_accepted_in_one_press(
    visitors: Visitors, hub: Hub, kyklamino: ServiceAtLocation
) -> None:
    page = open_site(visitors, hub, kyklamino)
    wait_until_live(page)
    expect(page.get_by_text("Δεν έχετε παραπομπές που περιμένουν.")).to_be_visible()
    given_a_referral_of(hub, kyklamino, given_people(hub, "Γ34 Γ6 Α13", names=ELENI, phone=HER_PHONE))
    expect(page.get_by_role("heading", name="Γ34 · Γ6 · Α13")).to_be_visible()
    assert_everybody_can_use(page)
    shot(page, "site-with-a-referral-el")
    assert _private_on(page) == []

    presses = Presses()
    presses.tap(page.get_by_role("button", name="Δεκτή"))
    expect(page.get_by_role("heading", name="Κατοχυρώθηκε: Δωμάτιο 4 θέσεων")).to_be_visible()
    assert presses.count == 1
    expect(page.get_by_text("Ελένη Δ. · Γυναίκα, 34")).to_be_visible()
    expect(page.get_by_text("6900 000 000")).to_be_visible()
    assert_everybody_can_use(page)
    shot(page, "referral-accepted-el")


@pytest.mark.parametrize("language", ["el", "en"])
def test_before_the_answer_its_page_gives_ages_sex_needs_and_dates_only(
    visitors: Visitors, hub: Hub, kyklamino: ServiceAtLocation, language: str
) -> None:
    case = given_people(hub, "Γ34 Γ6 Α13", names=ELENI, phone=HER_PHONE)
    referral = given_a_referral_of(hub, kyklamino, case)
    page = open_site(visitors, hub, kyklamino, language)
    page.get_by_role("link", name="Αναλυτικά" if language == "el" else "All of it").click()
    expect(page.get_by_text("Γυναίκα, 34" if language == "el" else "Woman, 34")).to_be_visible()
    assert _private_on(page) == []
    assert case.number not in page.content()
    assert_everybody_can_use(page)
    shot(page, f"referral-waiting-{language}")
    page.goto("/referrals")
    assert_everybody_can_use(page)
    shot(page, f"referrals-{language}")
    page.get_by_role("button", name="Δεκτή" if language == "el" else "Accept").click()
    assert page.url.endswith(f"/referrals/{referral.id}")
    page.goto("/referrals")
    expect(page.get_by_text(case.number)).to_be_visible()


def test_declining_because_nothing_is_free_leads_to_the_figure(
    visitors: Visitors, hub: Hub, kyklamino: ServiceAtLocation
) -> None:
    given_a_referral_of(hub, kyklamino, given_people(hub, "Γ34"))
    page = open_site(visitors, hub, kyklamino)
    page.get_by_text("Δεν μπορούμε…").click()
    page.get_by_role("button", name="Δεν μπορούμε να τους δεχτούμε").click()
    expect(page.get_by_text("Διαλέξτε λόγο.").first).to_be_visible()
    assert_everybody_can_use(page)
    shot(page, "referral-decline-without-reason-el")
    page.get_by_label("Γιατί δεν μπορείτε;").select_option("no_place")
    page.get_by_role("button", name="Δεν μπορούμε να τους δεχτούμε").click()
    expect(page.get_by_role("heading", name="Πόσες είναι ελεύθερες τώρα;")).to_be_visible()
    assert_everybody_can_use(page)
    shot(page, "site-figure-was-wrong-el")


def test_other_needs_a_note_and_what_was_chosen_stays(
    visitors: Visitors, hub: Hub, kyklamino: ServiceAtLocation
) -> None:
    referral = given_a_referral_of(hub, kyklamino, given_people(hub, "F34"))
    page = visitors.visit(given_staff_of(hub, kyklamino, language="en"))
    page.goto(f"/referrals/{referral.id}")
    page.get_by_text("We cannot…").click()
    page.get_by_label("Why can you not?").select_option("other")
    page.get_by_role("button", name="We cannot take them").click()
    expect(page.get_by_label("Why can you not?")).to_have_value("other")
    expect(page.get_by_text("A note is missing").first).to_be_visible()
    page.get_by_label("Note").fill("The lift is being repaired.")
    page.get_by_role("button", name="We cannot take them").click()
    expect(page.get_by_text("you cannot take them: Other")).to_be_visible()
    assert_everybody_can_use(page)


def test_withdrawn_names_are_gone_from_an_open_page_at_once(
    visitors: Visitors, hub: Hub, kyklamino: ServiceAtLocation
) -> None:
    referral = given_a_referral_of(hub, kyklamino, given_people(hub, "Γ34", names=ELENI, phone=HER_PHONE))
    page = open_site(visitors, hub, kyklamino)
    page.get_by_role("button", name="Δεκτή").click()
    expect(page.get_by_text("Ελένη Δ.")).to_be_visible()
    wait_until_live(page)
    at = ANA.at(hub.clock.now())
    hub.graph.write(at, lambda tx: withdraw_referral(tx, ANA.scope, referral.id, reason="person_left", note=None))
    expect(page.get_by_text("Η παραπομπή ανακλήθηκε. Δεν αναμένεται πια κανείς.")).to_be_visible()
    assert _private_on(page) == []


def test_too_late_is_said_and_nothing_can_be_pressed(
    visitors: Visitors, hub: Hub, clock: StandingClock, kyklamino: ServiceAtLocation
) -> None:
    referral = given_a_referral_of(hub, kyklamino, given_people(hub, "Γ34"))
    clock.move(timedelta(minutes=91))
    page = visitors.visit(given_staff_of(hub, kyklamino))
    page.goto(f"/referrals/{referral.id}")
    expect(page.get_by_text("Η παραπομπή έληξε στις 21:30.")).to_be_visible()
    expect(page.get_by_role("button", name="Δεκτή")).to_have_count(0)
    assert_everybody_can_use(page)


def test_a_stranger_finds_nothing_there(visitors: Visitors, hub: Hub, kyklamino: ServiceAtLocation) -> None:
    referral = given_a_referral_of(hub, kyklamino, given_people(hub, "Γ34"))
    other = given_a_structure(hub, "Ξενώνας Ανεμώνη", [beds("Κλίνες", 4)])
    page = visitors.visit(given_staff_of(hub, other))
    for address in (f"/referrals/{referral.id}", f"/site/{kyklamino.id}", "/referrals/no-such-one"):
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 404


def _private_on(page: Page) -> list[str]:
    """What of the people's names and telephone the page holds anywhere."""
    text = page.content()
    return [private for private in (*ELENI, HER_PHONE, "6900 000 000") if private in text]
