"""A number said on the page of a structure, and what the hub makes of it."""

from datetime import timedelta

import pytest

from graph.model.account import Account
from graph.model.claims import ClaimKind
from graph.model.period import tonight
from graph.model.service import ServiceAtLocation
from graph.repositories.reports import list_past_figures
from hub.auth.subject import Subject, subject_of
from hub.bootstrap import Hub
from hub.clock import StandingClock
from hub.site.service import Site, read_site
from hub.web.i18n import Language
from tests.auth.browser import Browser
from tests.givens.claims import given_a_hold, given_a_placement, given_a_reservation
from tests.site.staff import Desk, desk_of

pytestmark = pytest.mark.graph


def site_of(hub: Hub, shelter: ServiceAtLocation, subject: Subject) -> Site:
    return read_site(hub, subject, Language.EN, shelter.id)


@pytest.fixture
def subject(staff: Account) -> Subject:
    return subject_of(staff)


def say(desk: Desk, site: Site, say: str, free: str = "", **fields: object):
    unit = site.units[0]
    listed = [claim.id for claim in unit.claims]
    return desk.post(
        f"/site/{site.place.id}", unit=unit.id, stood=unit.free, listed=listed, say=say, free=free, **fields
    )


def free_of(hub: Hub, shelter: ServiceAtLocation, subject: Subject) -> int:
    return site_of(hub, shelter, subject).units[0].free


@pytest.mark.parametrize("hours", [0, 5, 6, 12, 21])
def test_the_number_that_is_said_is_the_number_that_is_shown_and_stays_so(
    hub: Hub, browser: Browser, shelter: ServiceAtLocation, staff: Account, clock: StandingClock, hours: int
) -> None:
    """With somebody here, somebody on the way, somebody held and somebody promised for later, at any hour."""
    clock.move(timedelta(hours=hours))
    at, subject, desk = clock.now(), subject_of(staff), desk_of(hub, browser, staff)
    given_a_placement(hub.graph, shelter, nights=1, at=at)
    given_a_reservation(hub.graph, shelter, at=at)
    given_a_hold(hub.graph, shelter, minutes=90, at=at)
    for days in (1, 4):
        given_a_hold(hub.graph, shelter, starts_on=tonight(at) + timedelta(days=days), minutes=300, at=at)
    for free in (2, 2, 0, 3):
        assert say(desk, site_of(hub, shelter, subject), "beyond", str(free)).status_code == 303
        assert free_of(hub, shelter, subject) == free
        assert say(desk, site_of(hub, shelter, subject), "same").status_code == 303
        assert free_of(hub, shelter, subject) == free


def test_unchanged_says_the_same_number_now(
    hub: Hub, desk: Desk, shelter: ServiceAtLocation, subject: Subject, clock: StandingClock
) -> None:
    clock.move(timedelta(minutes=20))
    answer = say(desk, site_of(hub, shelter, subject), "same")
    assert answer.status_code == 303
    unit = shelter.units[0].id
    said = hub.graph.read(lambda tx: list_past_figures(tx, [unit], limit=1))[0]
    assert (said.free, said.as_of, said.channel) == (4, clock.now(), "own_page")


def test_one_came_and_one_left(hub: Hub, desk: Desk, shelter: ServiceAtLocation, subject: Subject) -> None:
    say(desk, site_of(hub, shelter, subject), "came")
    assert free_of(hub, shelter, subject) == 3
    say(desk, site_of(hub, shelter, subject), "left")
    say(desk, site_of(hub, shelter, subject), "left")
    assert free_of(hub, shelter, subject) == 5


def test_a_rising_number_is_asked_about_while_somebody_is_on_the_way(
    hub: Hub, desk: Desk, shelter: ServiceAtLocation, subject: Subject
) -> None:
    given_a_hold(hub.graph, shelter, ages=(30, 31), at=hub.clock.now())
    site = site_of(hub, shelter, subject)
    assert site.units[0].free == 2
    answer = say(desk, site, "typed", "5")
    assert answer.headers["location"].startswith(f"/site/{shelter.id}?unit={site.units[0].id}&free=5")
    assert free_of(hub, shelter, subject) == 2
    page = desk.get(answer.headers["location"]).text
    assert "You say 5 free; the network has promised 2 of them. Free for others: 3. Right?" in page
    say(desk, site, "within", "5")
    assert free_of(hub, shelter, subject) == 3
    say(desk, site_of(hub, shelter, subject), "beyond", "5")
    assert free_of(hub, shelter, subject) == 5


def test_a_falling_number_is_taken_without_a_question(
    hub: Hub, desk: Desk, shelter: ServiceAtLocation, subject: Subject
) -> None:
    given_a_hold(hub.graph, shelter, at=hub.clock.now())
    say(desk, site_of(hub, shelter, subject), "typed", "1")
    assert free_of(hub, shelter, subject) == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("25", "You said 25 free of 20 places. The largest number is 20."),
        ("-1", "Fewer than 0 cannot be free."),
        ("five", "Write how many are free as a whole number, for example 3."),
        ("1,5", "Write how many are free as a whole number, for example 3."),
        ("", "Write how many are free as a whole number, for example 3."),
        ("9" * 15, "Write how many are free as a whole number, for example 3."),
    ],
)
def test_a_number_that_cannot_be_is_told_and_kept(
    hub: Hub, desk: Desk, shelter: ServiceAtLocation, subject: Subject, typed: str, sentence: str
) -> None:
    answer = say(desk, site_of(hub, shelter, subject), "typed", typed)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert f'value="{typed}"' in answer.text
    assert free_of(hub, shelter, subject) == 4


def test_more_than_residents_leave_room_for_leads_to_the_departure(
    hub: Hub, desk: Desk, shelter: ServiceAtLocation, subject: Subject
) -> None:
    given_a_placement(hub.graph, shelter, ages=(30, 31), at=hub.clock.now())
    answer = say(desk, site_of(hub, shelter, subject), "typed", "19")
    assert answer.status_code == 422
    assert "18 at most can be free" in answer.text


def test_undo_says_the_number_before_again(
    hub: Hub, desk: Desk, shelter: ServiceAtLocation, subject: Subject, clock: StandingClock
) -> None:
    told = say(desk, site_of(hub, shelter, subject), "typed", "9").headers["location"]
    page = desk.get(told).text
    assert "Recorded: 9 free" in page
    assert 'name="free" value="4"' in page
    say(desk, site_of(hub, shelter, subject), "back", "4")
    assert free_of(hub, shelter, subject) == 4
    clock.move(timedelta(seconds=31))
    assert "Recorded" not in desk.get(told).text


def test_claims_of_others_in_the_form_change_nothing(
    hub: Hub, desk: Desk, shelter: ServiceAtLocation, subject: Subject
) -> None:
    site = site_of(hub, shelter, subject)
    answer = desk.post(
        f"/site/{shelter.id}", unit=site.units[0].id, stood=4, say="typed", free="3", listed=["no-such-claim"]
    )
    assert answer.status_code == 422
    assert free_of(hub, shelter, subject) == 4


def test_what_is_for_a_later_night_is_not_listed_beside_the_number(
    hub: Hub, shelter: ServiceAtLocation, subject: Subject
) -> None:
    later = tonight(hub.clock.now()) + timedelta(days=3)
    given_a_reservation(hub.graph, shelter, starts_on=later, at=hub.clock.now())
    unit = site_of(hub, shelter, subject).units[0]
    assert [c.kind for c in unit.later] == [ClaimKind.RESERVATION]
    assert (unit.claims, unit.free, unit.coming) == ((), 4, 0)
