"""The whole chain in real browsers: from a provider's own file to a person who has arrived and, one day, left.

The coordinator sits at a desk-sized page and uses the keyboard, the provider holds a telephone.
"""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from graph.repositories.capacity import list_units_now
from graph.repositories.checks import broken_invariants
from hub.bootstrap import Hub
from hub.capacity.views import shown_free
from hub.clock import StandingClock
from tests.givens.fixtures import wipe
from tests.pages.browser import DESK, PHONE, Visitors, assert_everybody_can_use, shot
from tests.pages.intake.given import Place, given_a_coordinator, given_a_place
from tests.pages.intake.keys import Keys
from tests.pages.provider.structures import given_staff_of

pytestmark = pytest.mark.browser

AFTER_THE_UNDO = timedelta(seconds=11)


@dataclass(frozen=True)
class Words:
    """What the two of them read and type."""

    headings: str
    household: str
    check: str
    take: str
    refer: str
    accept: str
    arrived: str
    left: str
    story: tuple[str, ...]


WORDS = {
    "el": Words(
        headings="Δομή;Κλίνες;Ελεύθερες κλίνες",
        household="Γ34 Γ6 Α13",
        check="Έλεγχος αρχείου",
        take="Λήψη της μίας",
        refer="Δέσμευση και παραπομπή",
        accept="Δεκτή",
        arrived="Ήρθαν όλοι",
        left="Καταγραφή αποχώρησης",
        story=("Άνοιξε το περιστατικό", "Δέσμευσε", "Έστειλε την παραπομπή"),
    ),
    "en": Words(
        headings="Structure;Places;Free",
        household="F34 F6 M13",
        check="Check the file",
        take="Take the one row",
        refer="Hold and refer",
        accept="Accept",
        arrived="All arrived",
        left="Record the departure",
        story=("Opened the case", "Held a place", "Sent the referral"),
    ),
}


@pytest.fixture(autouse=True)
def nothing_else(hub: Hub) -> None:
    """Other tests' structures would fill the page before the one of this test."""
    wipe(hub.graph)


@pytest.mark.parametrize("language", ["el", "en"])
def test_from_upload_to_departure(
    visitors: Visitors, hub: Hub, clock: StandingClock, tmp_path: Path, language: str
) -> None:
    words = WORDS[language]
    place = given_a_place(hub, f"Ξενώνας Κυκλάμινο {language}", places=20)
    phone = visitors.visit(given_staff_of(hub, place.service, language=language), size=PHONE)
    upload(phone, words, tmp_path, f"{place.service.name};20;5")
    assert free(hub, place) == 5

    desk = visitors.visit(given_a_coordinator(hub, language=language).account, size=DESK)
    hold_and_refer(desk, words, place)
    assert free(hub, place) == 2
    shot(desk, f"chain-{language}-case")
    case_page = desk.url

    clock.move(AFTER_THE_UNDO)
    answer_and_receive(phone, words, clock)
    assert free(hub, place) == 2
    leave(phone, words)
    assert free(hub, place) == 5

    desk.goto(case_page)
    for sentence in words.story:
        expect(desk.get_by_text(sentence).first).to_be_visible()
    assert_everybody_can_use(desk)
    shot(desk, f"chain-{language}-story")
    assert hub.graph.read(lambda tx: broken_invariants(tx, now=hub.clock.now())) == []


def upload(page: Page, words: Words, folder: Path, row: str) -> None:
    file = folder / "places.csv"
    file.write_bytes("\r\n".join([words.headings, row, ""]).encode("cp1253"))
    page.goto("/site/files")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name=words.check).click()
    page.get_by_role("button", name=words.take).click()
    page.wait_for_load_state()


def hold_and_refer(page: Page, words: Words, place: Place) -> None:
    """A new case by keys alone, then one press on the card of the place."""
    page.goto("/desk")
    keys = Keys(page)
    keys.press("n")
    page.wait_for_url("**/cases/new")
    keys.press("2", "1")
    keys.type("λάρ")
    keys.press("Enter")
    keys.type(words.household)
    keys.press("Enter", "1", "Enter", "Enter", "Enter", "1")
    keys.press("Control+Enter")
    page.wait_for_url("**/matches")
    assert_everybody_can_use(page)
    card = page.locator("article.result", has_text=place.service.name)
    card.get_by_role("button", name=words.refer).click()
    page.wait_for_url("**/cases/*")


def answer_and_receive(page: Page, words: Words, clock: StandingClock) -> None:
    page.goto("/site")
    page.get_by_role("button", name=words.accept).first.click()
    page.wait_for_url("**/referrals/*")
    assert_everybody_can_use(page)
    clock.move(timedelta(minutes=15))
    page.goto("/site")
    page.get_by_role("button", name=words.arrived).click()
    page.wait_for_load_state()


def leave(page: Page, words: Words) -> None:
    page.goto("/site/stays?tab=here")
    page.locator("main a[href^='/site/stays/']").first.click()
    page.locator("#leave-reason").select_option("goal_reached")
    page.get_by_role("button", name=words.left).click()
    page.wait_for_load_state()


def free(hub: Hub, place: Place) -> int:
    now = hub.clock.now()
    units = hub.graph.read(lambda tx: list_units_now(tx, now=now, service_ids=[place.service.id]))
    return sum(shown_free(unit, now) for unit in units)
