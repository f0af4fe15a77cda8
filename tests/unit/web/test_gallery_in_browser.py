"""The gallery in a real browser: nothing breaks the policy, nothing is inaccessible, and the scripts do their part."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from hub.assets.sources import MODULES
from tests.unit.web.conftest import Gallery

pytestmark = pytest.mark.browser

DESK, PHONE = ViewportSize(width=1280, height=900), ViewportSize(width=360, height=740)


@pytest.fixture
def page(chromium: Browser, gallery: Gallery) -> Iterator[Page]:
    context = chromium.new_context(viewport=DESK, base_url=gallery.address)
    yield context.new_page()
    context.close()


def opened(page: Page, query: str = "") -> Page:
    page.goto(f"/?{query}")
    page.wait_for_selector("body.js-enabled")
    return page


def live(page: Page) -> Page:
    opened(page, "live=1&language=en")
    expect(page.locator("[data-live-state]")).to_have_text("· updates by itself")
    return page


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("query", ["language=el", "language=en", "language=el&night=1", "language=en&public=1"])
def test_everybody_can_use_the_page(chromium: Browser, gallery: Gallery, query: str, size: ViewportSize):
    context = chromium.new_context(viewport=size, base_url=gallery.address, bypass_csp=True)
    page = opened(context.new_page(), query)
    page.add_script_tag(path=MODULES / "axe-core" / "axe.min.js")
    found = page.evaluate(
        "axe.run().then((told) => told.violations.map((one) => [one.id, one.nodes.map((node) => node.target)]))"
    )
    too_wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    context.close()
    assert found == []
    assert too_wide <= 0


def test_the_page_keeps_to_its_own_policy_and_asks_no_other_host(page: Page, gallery: Gallery):
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    opened(page, "live=1")
    page.wait_for_load_state("load")
    assert said == []
    assert all(url.startswith(gallery.address) for url in asked)


def test_the_page_is_whole_without_scripts(chromium: Browser, gallery: Gallery):
    context = chromium.new_context(java_script_enabled=False, base_url=gallery.address)
    page = context.new_page()
    page.goto("/?language=en")
    expect(page.get_by_role("link", name="Refresh").first).to_be_visible()
    expect(page.get_by_label("free now", exact=True)).to_have_value("3")
    expect(page.get_by_role("button", name="One more")).to_have_count(0)
    page.get_by_role("button", name="No change").click()
    expect(page.get_by_text("taken")).to_be_visible()
    context.close()


def test_a_digit_presses_its_button_unless_somebody_is_typing(page: Page, gallery: Gallery):
    opened(page)
    gallery.posted.clear()
    page.locator("#note").press("a")
    page.locator("#note").press("Shift+?")
    assert gallery.posted == []
    expect(page.locator("dialog")).to_have_count(0)
    page.locator("h1").click()
    with page.expect_navigation():
        page.keyboard.press("a")
    assert gallery.posted == ["/x"]


def test_a_key_of_a_group_acts_while_the_group_has_focus_in_either_layout(page: Page):
    opened(page)
    page.locator("#applies").focus()
    page.locator("#applies").dispatch_event("keydown", {"key": "ζ", "code": "KeyZ"})
    expect(page.locator("[name=applies][value=pet]")).to_be_checked()
    page.keyboard.press("z")
    expect(page.locator("[name=applies][value=pet]")).not_to_be_checked()
    page.locator("#danger").focus()
    page.keyboard.press("3")
    expect(page.locator("[name=danger][value=not_known]")).to_be_checked()
    expect(page.locator("#where")).to_be_focused()


def test_slash_searches_and_control_enter_sends(page: Page, gallery: Gallery):
    opened(page)
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    gallery.posted.clear()
    with page.expect_navigation():
        page.locator("#note").press("Control+Enter")
    assert gallery.posted == ["/x"]


def test_the_question_mark_lists_the_keys_and_escape_closes_the_list(page: Page):
    opened(page, "language=en")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys on this page")
    expect(dialog).to_contain_text("Search the network")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


def test_escape_twice_hides_everything_and_twice_more_shows_it(page: Page):
    opened(page, "language=en")
    for _ in range(2):
        page.keyboard.press("Escape")
    expect(page.locator(".curtain")).to_be_visible()
    expect(page).not_to_have_title("Suitable places – Referral Network")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.body")
    for _ in range(2):
        page.keyboard.press("Escape")
    expect(page.locator(".curtain")).to_have_count(0)
    expect(page).to_have_title("Suitable places – Referral Network")


def test_enter_takes_the_first_suggestion_even_when_typed_faster_than_the_answer(page: Page):
    opened(page)
    page.locator("#where").fill("")
    page.locator("#where").press_sequentially("λάρ")
    page.keyboard.press("Enter")
    expect(page.locator("#where")).to_have_value("Λάρισα, Δ. Λαρισαίων")
    expect(page.locator("#where-id")).to_have_value("area-0")
    expect(page.locator("#household")).to_be_focused()


def test_arrows_mark_a_suggestion_and_typing_on_forgets_the_choice(page: Page):
    opened(page)
    field = page.locator("#where")
    field.fill("λάρ")
    expect(page.locator("#where-list li")).to_have_count(2)
    field.press("ArrowDown")
    field.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "where-option-1")
    field.press("Enter")
    expect(page.locator("#where-id")).to_have_value("area-1")
    field.fill("λάρι")
    expect(page.locator("#where-id")).to_have_value("")
    expect(page.locator("#where-list li")).to_have_count(2)
    expect(page.locator("#where-list")).to_be_visible()
    field.press("Escape")
    expect(page.locator("#where-list")).to_be_hidden()
    expect(field).to_have_value("λάρι")


def test_the_household_is_read_while_it_is_typed(page: Page):
    opened(page)
    page.locator("#household").fill("Γ34 Γ3α")
    chips = page.locator("[data-household-chips] li")
    expect(chips).to_have_text(["Γ34", "Γ3α δεν το καταλαβαίνω"])
    expect(chips.nth(1)).to_have_class("people__one people__one--wrong")


def test_the_stepper_stops_at_its_ends_and_sends_itself_after_a_rest(page: Page, gallery: Gallery):
    opened(page, "language=en")
    nights = page.get_by_label("Nights", exact=True)
    less = page.get_by_role("button", name="One less: Nights")
    expect(less).to_be_disabled()
    page.get_by_role("button", name="One more: Nights").click()
    expect(nights).to_have_value("2")
    expect(less).to_be_enabled()
    gallery.posted.clear()
    with page.expect_navigation():
        page.get_by_role("button", name="One more: free now").click()
    assert gallery.posted == ["/x"]


def test_an_announced_block_is_fetched_and_replaced(page: Page, gallery: Gallery):
    live(page)
    rows = page.locator("[data-block=claims] tbody tr")
    expect(rows).to_have_count(2)
    gallery.news.put(["claims", "no such block"])
    expect(rows).to_have_count(1)


def test_nothing_moves_under_the_finger(page: Page, gallery: Gallery):
    live(page)
    rows = page.locator("[data-block=claims] tbody tr")
    rows.first.get_by_role("button").focus()
    gallery.news.put(["claims"])
    offer = page.get_by_role("button", name="Something is new – show")
    expect(offer).to_be_visible(timeout=15_000)
    expect(rows).to_have_count(2)
    offer.click()
    expect(rows).to_have_count(1)
    expect(page.locator("[data-block=claims]")).to_be_focused()


def test_a_lost_line_is_said_and_leaves_a_way(page: Page):
    page.route("**/stream", lambda route: route.abort())
    opened(page, "live=1&language=en")
    expect(page.locator("[data-page-time]")).to_contain_text("Automatic updating stopped at")
    expect(page.locator("[data-page-time]").get_by_role("link", name="Refresh")).to_be_visible()
    expect(page.locator("#announcer")).to_contain_text("Automatic updating stopped at")


def test_a_countdown_speaks_at_five_minutes_and_not_before(page: Page):
    page.clock.install()
    opened(page, "language=en")
    left = page.locator("td .countdown").first
    expect(left).to_have_text("0:12")
    page.clock.run_for(60_000 * 6 - 20_000)
    expect(left).to_have_text("0:06")
    expect(page.locator("#announcer")).to_have_text("")
    page.clock.run_for(60_000 + 20_000)
    expect(page.locator("#announcer")).to_have_text("K-2418 5 min left")
    page.clock.run_for(60_000 * 4)
    expect(left).to_have_text("less than a minute")
    page.clock.run_for(60_000 * 2)
    expect(left).to_contain_text("+0:0")
