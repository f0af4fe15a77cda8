"""Whose pages these are, and what of people they hold before somebody has said yes."""

from dataclasses import replace

import pytest

from graph.model.case import Household, SafeContact
from graph.model.service import ServiceAtLocation
from graph.repositories.cases import open_case
from graph.repositories.referral_decisions import send_referral
from hub.bootstrap import Hub
from tests.auth.browser import Browser
from tests.givens.cases import a_case, given_a_need
from tests.givens.cast import ANA
from tests.givens.claims import a_referral, given_a_hold, given_a_reservation
from tests.givens.network import given_a_service
from tests.pages.provider.structures import given_a_body
from tests.pages.server import given_account
from tests.site.staff import Desk, desk_of

pytestmark = pytest.mark.graph

PRIVATE = ("Eleni of Larissa", "6900000000", "6900 000 000", "hidden address")


@pytest.fixture
def referral(hub: Hub, shelter: ServiceAtLocation):
    """A woman whose name, telephone and reasons are sealed from the receiving side until it accepts."""
    now = hub.clock.now()
    drawn = a_case(at=now)
    person = replace(drawn.household.members[0], sealed_name=hub.vault.seal("Eleni of Larissa"))
    case = replace(
        drawn,
        household=Household((person,)),
        safe_contact=SafeContact(("call",), None, hub.vault.seal("6900000000")),
        circumstances=frozenset({"violence", "hidden_address", "step_free"}),
    )
    hub.graph.write(ANA.at(now), lambda tx: open_case(tx, case))
    need = given_a_need(hub.graph, case, at=now)
    sent = a_referral(shelter, need, at=now)
    return case, hub.graph.write(ANA.at(now), lambda tx: send_referral(tx, ANA.scope, sent))


def test_before_acceptance_no_page_holds_more_than_ages_sex_needs_and_dates(
    desk: Desk, shelter: ServiceAtLocation, referral
) -> None:
    case, sent = referral
    for path in ("/referrals", f"/referrals/{sent.id}", f"/site/{shelter.id}", "/site/stays?tab=coming"):
        page = desk.get(path)
        assert page.status_code == 200, path
        assert [p for p in (*PRIVATE, case.number) if p in page.text] == [], path
    assert "step-free" in desk.get(f"/referrals/{sent.id}").text


def test_acceptance_opens_name_and_telephone(desk: Desk, referral) -> None:
    _, sent = referral
    answer = desk.post(f"/referrals/{sent.id}", answer="accept")
    assert answer.headers["location"] == f"/referrals/{sent.id}"
    page = desk.get(answer.headers["location"]).text
    assert "Eleni of Larissa" in page
    assert "6900 000 000" in page
    again = desk.post(f"/referrals/{sent.id}", answer="accept")
    assert again.status_code == 303


def test_a_full_structure_is_told_to_say_its_figure_first(
    hub: Hub, desk: Desk, shelter: ServiceAtLocation, referral
) -> None:
    desk.post(f"/site/{shelter.id}", unit=shelter.units[0].id, stood=4, say="typed", free="0")
    _, sent = referral
    answer = desk.post(f"/referrals/{sent.id}", answer="accept")
    assert answer.status_code == 409
    assert "no place is free that fits these people" in answer.text
    assert "Eleni" not in answer.text


def test_strangers_find_nothing(hub: Hub, browser: Browser, shelter: ServiceAtLocation, referral) -> None:
    _, sent = referral
    reservation = given_a_reservation(hub.graph, shelter, at=hub.clock.now())
    other = given_a_service(hub.graph, ANA.at(hub.clock.now()))
    stranger = desk_of(hub, browser, given_account(hub, "provider_staff", [other.organization_id]))
    for path in (f"/site/{shelter.id}", f"/referrals/{sent.id}", f"/site/stays/{reservation.id}", "/site/no-such"):
        assert stranger.get(path).status_code == 404, path
    unit = shelter.units[0].id
    assert stranger.post(f"/site/{shelter.id}", unit=unit, stood=4, say="same").status_code == 404
    assert stranger.post(f"/site/{other.id}", unit=unit, stood=4, say="same").status_code == 404
    assert stranger.post(f"/site/{shelter.id}/unchanged").status_code == 404
    assert stranger.post("/organization", place=shelter.id).status_code == 404
    assert stranger.post(f"/referrals/{sent.id}", answer="accept").status_code == 404
    assert stranger.post(f"/site/stays/{reservation.id}", act="arrive", everyone="true").status_code == 404


def test_a_hold_is_no_stay(hub: Hub, desk: Desk, shelter: ServiceAtLocation) -> None:
    held = given_a_hold(hub.graph, shelter, at=hub.clock.now())
    assert desk.get(f"/site/stays/{held.id}").status_code == 404


def test_the_asking_side_has_no_such_pages(hub: Hub, browser: Browser, shelter: ServiceAtLocation) -> None:
    line = given_a_body(hub, "Line 197", id_=ANA.organization_id)
    coordinator = given_account(hub, "intake_coordinator", [line.id], language="en")
    browser.keep_session(hub.sessions.start(coordinator.id, hub.clock.now()).id)
    for path in ("/site", f"/site/{shelter.id}", "/site/stays", "/site/files", "/organization", "/referrals"):
        assert browser.get(path).status_code == 403, path


def test_nothing_is_taken_without_the_token_of_the_form(desk: Desk, shelter: ServiceAtLocation, referral) -> None:
    _, sent = referral
    desk.token = ""
    assert desk.post(f"/site/{shelter.id}", unit=shelter.units[0].id, stood=4, say="same").status_code == 403
    assert desk.post(f"/referrals/{sent.id}", answer="accept").status_code == 403
    assert desk.post("/site/files").status_code == 403


@pytest.mark.parametrize("block", ["capacity", "claims", "referrals", "cases"])
def test_a_live_block_comes_alone(desk: Desk, shelter: ServiceAtLocation, referral, block: str) -> None:
    part = desk.get(f"/site/{shelter.id}?block={block}").text
    assert part.count("data-block=") == 1
    assert f'data-block="{block}"' in part
    assert "<html" not in part


def test_the_other_pages_have_their_live_blocks(hub: Hub, desk: Desk, shelter: ServiceAtLocation, referral) -> None:
    _, sent = referral
    reservation = given_a_reservation(hub.graph, shelter, at=hub.clock.now())
    for path, block in (
        ("/referrals", "referrals"),
        (f"/referrals/{sent.id}", "referrals"),
        ("/site/stays?tab=coming", "claims"),
        (f"/site/stays/{reservation.id}", "claims"),
        ("/site/files", "files"),
        ("/organization", "capacity"),
    ):
        separator = "&" if "?" in path else "?"
        part = desk.get(f"{path}{separator}block={block}")
        assert part.status_code == 200, path
        assert f'data-block="{block}"' in part.text
        assert "<html" not in part.text
