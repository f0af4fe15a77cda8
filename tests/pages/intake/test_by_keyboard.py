"""From the call to a place that is held and referred without leaving the keyboard, every key counted."""

import pytest
from playwright.sync_api import Page, Route, ViewportSize, expect

from graph.model.case import KeepAway
from graph.model.ids import AreaId
from hub.bootstrap import Hub
from tests.pages.browser import Visitors
from tests.pages.intake.given import LARISSA, Coordinator, given_a_coordinator, given_a_place
from tests.pages.intake.keys import Keys
from tests.pages.intake.test_new_case import opened

pytestmark = pytest.mark.browser
DESK = ViewportSize(width=1280, height=800)
KEYS_OF_THE_PLAN = 38
PAGES = 3


def at_the_desk(visitors: Visitors, of: Coordinator) -> tuple[Page, Keys]:
    page = visitors.visit(of.account, size=DESK)
    page.goto("/desk")
    return page, Keys(page)


def seen(page: Page) -> list[str]:
    """The pages that the reader was on, in order, as the server answered them."""
    paths: list[str] = []
    page.on("framenavigated", lambda frame: paths.append(frame.url.split("?")[0]))
    return paths


def test_from_the_call_to_held_and_referred(visitors: Visitors, hub: Hub, maria: Coordinator) -> None:
    given_a_place(hub)
    page, keys = at_the_desk(visitors, maria)
    pages = seen(page)
    keys.press("n")
    page.wait_for_url("**/cases/new")
    keys.press("2")
    assert keys.focused == "caller"
    keys.press("1")
    assert keys.focused == "where"
    keys.type("λα")
    keys.press("Enter")
    assert keys.focused == "household"
    keys.type("Γ34 Γ6 Α13")
    keys.press("Enter")
    assert keys.focused == "kinds"
    keys.press("1", "KeyB", "KeyK", "KeyM", "Enter")
    assert keys.focused == "sharing_basis"
    keys.press("1")
    assert keys.focused == "phone"
    keys.type("6900000000")
    keys.press("Control+Enter")
    page.wait_for_url("**/matches")
    keys.press("1")
    page.wait_for_url("**/cases/*")
    ((case, (need,)),) = opened(hub, maria)
    assert page.url.endswith(f"/cases/{case.id}")
    assert [p.age for p in case.household.members] == [34, 6, 13]
    assert (case.danger, case.caller, case.where_now) == ("no", "self", LARISSA)
    assert (case.circumstances, case.sharing_basis) == ({"violence", "hidden_address"}, "verbal_consent")
    assert (need.kind, need.keep_away) == ("shelter_tonight", KeepAway(frozenset({AreaId("municipality-9100")})))
    assert keys.count == KEYS_OF_THE_PLAN - 3
    assert len(pages) == PAGES


def test_the_next_call_of_the_night_as_the_plan_types_it(visitors: Visitors, hub: Hub, maria: Coordinator) -> None:
    """Who is calling is known from the last call; the place to keep away from is typed."""
    given_a_place(hub)
    page, keys = at_the_desk(visitors, maria)
    open_by_keys(page, keys, caller="1")
    page.goto("/desk")
    keys.count = 0
    open_by_keys(page, keys)
    keys.press("1")
    page.wait_for_url("**/cases/*")
    assert keys.count == KEYS_OF_THE_PLAN
    cases = opened(hub, maria)
    assert [case.caller for case, _ in cases] == ["self", "self"]
    assert {need.keep_away.areas for _, needs in cases for need in needs} == {frozenset({LARISSA})}


def open_by_keys(page: Page, keys: Keys, *, caller: str = "", sends: int = 1) -> None:
    """From the desk to the places, with `λάρ` for where they are and for what to keep away from."""
    keys.press("n")
    page.wait_for_url("**/cases/new")
    keys.press("2", *caller)
    keys.type("λάρ")
    keys.press("Enter")
    keys.type("Γ34 Γ6 Α13")
    keys.press("Enter", "1", "KeyB", "KeyK", "Enter")
    keys.type("λάρ")
    keys.press("Enter", "1")
    keys.type("6900000000")
    keys.press(*["Control+Enter"] * sends)
    page.wait_for_url("**/matches")


def test_letters_of_an_english_page(visitors: Visitors, hub: Hub) -> None:
    page = visitors.visit(given_a_coordinator(hub, language="en").account, size=DESK)
    page.goto("/cases/new")
    page.locator("#kinds").focus()
    Keys(page).press("4", "v", "t", "m", "p")
    chosen = page.locator("input:checked:not([name='languages'], [name='together'], [name='sharing_basis'])")
    assert {one.get_attribute("value") for one in chosen.all()} == {"legal", "trafficking", "yes", "refugee"}


def test_enter_goes_from_field_to_field_and_never_sends(visitors: Visitors, maria: Coordinator) -> None:
    page = visitors.visit(maria.account, size=DESK)
    page.goto("/cases/new")
    keys = Keys(page)
    visited = []
    for _ in range(12):
        visited.append(keys.focused)
        keys.press("Enter")
    assert visited[:10] == [
        *("danger", "caller", "where", "household", "kinds", "circumstances", "away", "sharing_basis", "phone"),
        "safe_ways",
    ]
    assert page.url.endswith("/cases/new")
    expect(page.locator(".govuk-error-summary")).to_have_count(0)


def test_who_types_faster_than_the_suggestions_come_is_not_held_up(visitors: Visitors, maria: Coordinator) -> None:
    page = visitors.visit(maria.account, size=DESK)
    page.goto("/cases/new")
    asked: list[Route] = []
    page.route("**/areas/suggest*", lambda route: asked.append(route))
    page.locator("#where").focus()
    keys = Keys(page)
    keys.type("λάρ")
    keys.press("Enter")
    assert keys.focused == "household"
    keys.type("Γ34")
    for route in asked:
        route.continue_()
    expect(page.locator("#where")).to_have_value("Λάρισα")
    expect(page.locator("#where-id")).to_have_value(LARISSA)
    expect(page.locator("#household")).to_have_value("Γ34")
    expect(page.locator(".suggest__option")).to_have_count(0)


def test_what_is_typed_into_the_household_line_shows_as_people(visitors: Visitors, maria: Coordinator) -> None:
    page = visitors.visit(maria.account, size=DESK)
    page.goto("/cases/new")
    page.locator("#household").focus()
    Keys(page).type("γ34 Γ3α")
    expect(page.locator(".people__one")).to_have_text(["Γ34", "Γ3α δεν το καταλαβαίνω"])


def test_danger_makes_the_numbers_red(visitors: Visitors, maria: Coordinator) -> None:
    page = visitors.visit(maria.account, size=DESK)
    page.goto("/cases/new")
    panel = page.locator(".danger-panel")
    assert [link.get_attribute("href") for link in panel.get_by_role("link").all()] == ["tel:100", "tel:166", "tel:112"]
    calm = panel.evaluate("one => getComputedStyle(one).backgroundColor")
    Keys(page).press("1")
    assert panel.evaluate("one => getComputedStyle(one).backgroundColor") != calm


def test_the_page_works_without_its_script(visitors: Visitors, hub: Hub, maria: Coordinator) -> None:
    page = visitors.visit(maria.account, size=DESK, scripts=False)
    page.goto("/cases/new")
    for field in ("danger", "caller", "kinds"):
        page.locator(f"#{field}").check()
    page.locator("#where").fill("larisa")
    page.locator("#household").fill("Γ34")
    page.get_by_role("button", name="Βρες θέση").click()
    page.wait_for_url("**/matches")
    ((case, _),) = opened(hub, maria)
    assert case.where_now == LARISSA


def test_a_double_press_opens_one_case(visitors: Visitors, hub: Hub, maria: Coordinator) -> None:
    page, keys = at_the_desk(visitors, maria)
    open_by_keys(page, keys, caller="1", sends=2)
    assert len(opened(hub, maria)) == 1


def test_letters_of_the_next_question_act_before_its_turn_and_take_the_focus(
    visitors: Visitors, maria: Coordinator
) -> None:
    page = visitors.visit(maria.account, size=DESK)
    page.goto("/cases/new")
    page.locator("#kinds").focus()
    keys = Keys(page)
    keys.press("1", "KeyZ", "3")
    assert keys.focused == "circumstances"
    expect(page.locator("[name='kinds']:checked")).to_have_count(1)
    expect(page.locator("[value='pet']")).to_be_checked()
