"""Free now, one thumb: the page of a structure on a phone."""

from dataclasses import replace
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from graph.model.capacity import LeftOut
from graph.repositories.capacity import list_units_now
from graph.repositories.reports import record_report
from graph.scope import EVERYTHING
from hub.bootstrap import Hub
from hub.capacity.views import shown_free
from hub.clock import StandingClock
from tests.givens.cast import ANA, NOW
from tests.givens.network import a_report
from tests.pages.browser import Presses, Visitors, assert_everybody_can_use, shot, wait_until_live
from tests.pages.provider.structures import (
    beds,
    given_a_hold_for,
    given_a_structure,
    given_people,
    given_staff_of,
    room,
)

pytestmark = pytest.mark.browser

FREE = "ελεύθερες τώρα"
AN_HOUR_AGO = NOW - timedelta(minutes=55)


def free_field(page: Page, label: str = FREE):
    return page.get_by_label(label, exact=True)


def test_story_3_the_night_worker_of_faros(visitors: Visitors, hub: Hub, clock: StandingClock) -> None:
    """32 beds, 4 free said two hours ago: unchanged, someone came, then a number that the hub asks about."""
    faros = given_a_structure(hub, "Υπνωτήριο Φάρος", [beds("Κρεβάτια ανδρών", 32)], free=4, said_at=AN_HOUR_AGO)
    clock.at = NOW + timedelta(minutes=75)
    page = visitors.visit(given_staff_of(hub, faros))
    page.goto("/")
    expect(page.get_by_text("πριν 2 ώρες")).to_be_visible()
    assert_everybody_can_use(page)
    shot(page, "site-one-unit-el")

    presses = Presses()
    presses.tap(page.get_by_role("button", name="Καμία αλλαγή – ισχύει"))
    expect(page.get_by_text("Καταγράφηκε: 4 ελεύθερες, 21:15. Ευχαριστούμε.")).to_be_visible()
    expect(page.get_by_text("μόλις τώρα")).to_be_visible()
    assert presses.count == 1
    assert_everybody_can_use(page)

    clock.move(timedelta(minutes=25))
    presses.tap(page.get_by_role("button", name="Ήρθε κάποιος χωρίς παραπομπή"))
    expect(free_field(page)).to_have_value("3")
    assert presses.count == 2
    shot(page, "site-someone-came-el")

    given_a_hold_for(hub, faros, given_people(hub, "Α41 Α43"))
    clock.move(timedelta(minutes=29))
    page.reload()
    expect(free_field(page)).to_have_value("1")
    free_field(page).fill("5")
    asked = "Λέτε 5 ελεύθερες· το δίκτυο έχει κρατήσει 2 από αυτές. Ελεύθερες για άλλους: 3. Σωστό;"
    expect(page.get_by_text(asked)).to_be_visible()
    assert_everybody_can_use(page)
    shot(page, "site-question-el")
    page.get_by_role("button", name="Ναι – 3 για άλλους").click()
    expect(free_field(page)).to_have_value("3")
    assert _free_for_others(hub, faros.id) == 3


def test_no_means_that_so_many_are_free_beyond_those_on_their_way(visitors: Visitors, hub: Hub) -> None:
    faros = given_a_structure(hub, "Night Shelter Lighthouse", [beds("Beds for men", 32)], free=4)
    given_a_hold_for(hub, faros, given_people(hub, "M41 M43"))
    page = visitors.visit(given_staff_of(hub, faros, language="en"))
    page.goto("/site")
    free_field(page, "free now").fill("5")
    expect(page.get_by_text("the network has promised 2 of them. Free for others: 3.")).to_be_visible()
    assert_everybody_can_use(page)
    shot(page, "site-question-en")
    page.get_by_role("button", name="No – 5 for others, besides the 2").click()
    expect(free_field(page, "free now")).to_have_value("5")
    assert _free_for_others(hub, faros.id) == 5


def test_the_stepper_saves_by_itself_after_one_press_and_can_be_undone(visitors: Visitors, hub: Hub) -> None:
    faros = given_a_structure(hub, "Υπνωτήριο Φάρος", [beds("Κρεβάτια ανδρών", 20)], free=4)
    page = visitors.visit(given_staff_of(hub, faros))
    page.goto("/site")
    page.wait_for_selector("body.js-enabled")
    presses = Presses()
    presses.tap(page.get_by_role("button", name="Ένα λιγότερο"))
    expect(page.get_by_text("Καταγράφηκε: 3 ελεύθερες")).to_be_visible()
    assert presses.count == 1
    page.get_by_role("button", name="Αναίρεση").click()
    expect(page.get_by_text("Καταγράφηκε: 4 ελεύθερες")).to_be_visible()
    expect(page.get_by_role("button", name="Αναίρεση")).to_have_count(0)
    assert _free_for_others(hub, faros.id) == 4


def test_a_number_over_the_places_keeps_what_was_typed_and_says_the_largest(visitors: Visitors, hub: Hub) -> None:
    faros = given_a_structure(hub, "Υπνωτήριο Φάρος", [beds("Κρεβάτια ανδρών", 20)], free=4)
    page = visitors.visit(given_staff_of(hub, faros))
    page.goto("/site")
    free_field(page).fill("25")
    free_field(page).press("Enter")
    wrong = page.get_by_text("Δηλώσατε 25 ελεύθερες σε 20 θέσεις. Ο μεγαλύτερος αριθμός είναι 20.")
    expect(wrong.first).to_be_visible()
    expect(free_field(page)).to_have_value("25")
    assert_everybody_can_use(page)
    shot(page, "site-wrong-number-el")
    assert _free_for_others(hub, faros.id) == 4


def test_everything_works_without_scripts(visitors: Visitors, hub: Hub) -> None:
    faros = given_a_structure(hub, "Night Shelter Lighthouse", [beds("Beds for men", 20)], free=4)
    page = visitors.visit(given_staff_of(hub, faros, language="en"), scripts=False)
    page.goto("/site")
    shot(page, "site-without-scripts-en")
    free_field(page, "free now").fill("6")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Recorded: 6 free")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(free_field(page, "free now")).to_have_value("4")
    page.get_by_role("button", name="Someone left").click()
    expect(free_field(page, "free now")).to_have_value("5")


def test_another_phone_sees_each_change_without_touching_anything(visitors: Visitors, hub: Hub) -> None:
    faros = given_a_structure(hub, "Υπνωτήριο Φάρος", [beds("Κρεβάτια ανδρών", 20)], free=4)
    hers, his = (visitors.visit(given_staff_of(hub, faros)) for _ in range(2))
    his.goto("/site")
    wait_until_live(his)
    hers.goto("/site")
    hers.get_by_role("button", name="Ήρθε κάποιος χωρίς παραπομπή").click()
    expect(free_field(his)).to_have_value("3")
    given_a_hold_for(hub, faros, given_people(hub, "Α41"))
    expect(free_field(his)).to_have_value("2")
    expect(his.get_by_text("1 θέση · ως 21:30")).to_be_visible()


def test_a_room_is_free_or_not_and_all_units_are_confirmed_in_one_press(
    visitors: Visitors, hub: Hub, clock: StandingClock
) -> None:
    units = [room("Δωμάτιο 4 θέσεων · 1", 4), room("Δωμάτιο 3 θέσεων · 2", 3), beds("Θάλαμος γυναικών", 6)]
    hostel = given_a_structure(hub, "Ξενώνας Κυκλάμινο", units)
    given_a_hold_for(hub, hostel, given_people(hub, "Γ34 Γ6 Α13"))
    page = visitors.visit(given_staff_of(hub, hostel))
    page.goto("/site")
    first = page.get_by_role("region", name="Δωμάτιο 3 θέσεων · 2")
    first.get_by_role("button", name="Ήρθε κάποιος χωρίς παραπομπή").click()
    expect(first.get_by_text("κατειλημμένη", exact=True)).to_be_visible()
    first.get_by_role("button", name="Έφυγε κάποιος").click()
    expect(first.get_by_text("ελεύθερη", exact=True)).to_be_visible()
    clock.move(timedelta(minutes=20))
    page.reload()
    presses = Presses()
    presses.tap(page.get_by_role("button", name="Καμία αλλαγή – ισχύουν και οι 3"))
    expect(page.get_by_text("Καταγράφηκε: καμία αλλαγή σε 3 μονάδες, 20:20. Ευχαριστούμε.")).to_be_visible()
    expect(page.get_by_text("μόλις τώρα")).to_have_count(3)
    assert presses.count == 1
    assert_everybody_can_use(page)
    shot(page, "site-three-units-el")


def _free_for_others(hub: Hub, place_id: str) -> int:
    now = hub.clock.now()
    units = hub.graph.read(lambda tx: list_units_now(tx, now=now))
    return sum(shown_free(u, now) for u in units if u.state.service_at_location_id == place_id)


def test_a_disputed_figure_is_told_and_settled_by_the_right_number(visitors: Visitors, hub: Hub) -> None:
    hostel = given_a_structure(hub, "Ξενώνας Δάφνη", [beds("Κλίνες", 4)])
    given_a_hold_for(hub, hostel, given_people(hub, "Γ34 Γ6 Α13"))
    page = visitors.visit(given_staff_of(hub, hostel))
    page.goto("/site")
    wait_until_live(page)
    nothing_left_out = replace(
        a_report(hostel.units[0], free=0, actor=ANA.at(hub.clock.now())), leaves_out=LeftOut.NOTHING
    )
    hub.graph.write(ANA.at(hub.clock.now()), lambda tx: record_report(tx, EVERYTHING, nothing_left_out))
    expect(page.get_by_role("heading", name="Ασυμφωνία")).to_be_visible()
    assert_everybody_can_use(page)
    shot(page, "site-disputed-el")
    page.get_by_role("button", name="Καμία αλλαγή – ισχύει").click()
    expect(page.get_by_text("Καταγράφηκε: 0 ελεύθερες")).to_be_visible()
    expect(page.get_by_role("heading", name="Ασυμφωνία")).to_have_count(0)
