"""Arrivals and departures sent as forms: per person, at an hour, with a reason; what is missing is told and kept."""

from datetime import timedelta

import pytest

from graph.model.account import Account
from graph.model.claims import Claim, ClaimKind, ClaimStatus
from graph.model.service import ServiceAtLocation
from graph.repositories.claims import get_claim
from graph.scope import EVERYTHING
from hub.bootstrap import Hub
from hub.clock import StandingClock
from tests.auth.browser import Browser
from tests.givens.claims import given_a_placement, given_a_reservation
from tests.site.staff import Desk, desk_of

pytestmark = pytest.mark.graph


def claim(hub: Hub, id_: str, kind: ClaimKind) -> Claim:
    return hub.graph.read(lambda tx: get_claim(tx, EVERYTHING, id_, kind))


@pytest.fixture
def expected(hub: Hub, shelter: ServiceAtLocation) -> Claim:
    """A woman and two girls."""
    return given_a_reservation(hub.graph, shelter, ages=(34, 6, 4), at=hub.clock.now())


@pytest.fixture
def resident(hub: Hub, shelter: ServiceAtLocation) -> Claim:
    return given_a_placement(hub.graph, shelter, ages=(34, 6), at=hub.clock.now())


def test_two_of_three_arrive_and_then_the_third(hub: Hub, desk: Desk, expected: Claim) -> None:
    first, second, third = expected.person_ids
    stay = f"/site/stays/{expected.id}"
    answer = desk.post(stay, act="arrive", who=[first, second])
    placement = claim(hub, answer.headers["location"].rsplit("/", 1)[-1], ClaimKind.PLACEMENT)
    assert set(placement.person_ids) == {first, second}
    desk.post(stay, act="arrive", who=[third])
    assert len(claim(hub, placement.id, ClaimKind.PLACEMENT).person_ids) == 3
    assert claim(hub, expected.id, ClaimKind.RESERVATION).status is ClaimStatus.CONVERTED


def test_an_hour_is_meant_by_the_clock_of_athens(hub: Hub, desk: Desk, expected: Claim, clock: StandingClock) -> None:
    clock.move(timedelta(minutes=25))
    answer = desk.post(f"/site/stays/{expected.id}", act="arrive", everyone="true", at="2026-11-24T02:20")
    placement = claim(hub, answer.headers["location"].rsplit("/", 1)[-1], ClaimKind.PLACEMENT)
    assert placement.period.starts.isoformat() == "2026-11-24T00:20:00+00:00"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"act": "arrive"}, "Tick who it is about."),
        ({"act": "arrive", "everyone": "true", "at": "half past two"}, "Write date and hour like this"),
        ({"act": "arrive", "everyone": "true", "at": "2026-11-25T02:20"}, "This has not happened yet"),
        ({"act": "did_not_come"}, "Choose a reason."),
        ({"act": "cancel"}, "Choose a reason."),
        ({"act": "cancel", "reason": "provider_took"}, "A note is missing"),
    ],
)
def test_what_is_missing_is_told_and_nothing_changes(
    hub: Hub, desk: Desk, expected: Claim, fields: dict[str, str], sentence: str
) -> None:
    answer = desk.post(f"/site/stays/{expected.id}", **fields)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert claim(hub, expected.id, ClaimKind.RESERVATION).status is ClaimStatus.MADE


def test_they_did_not_come_and_the_page_says_why(hub: Hub, desk: Desk, expected: Claim) -> None:
    answer = desk.post(f"/site/stays/{expected.id}", act="did_not_come", reason="missed_sailing")
    assert answer.status_code == 303
    page = desk.get(answer.headers["location"]).text
    assert "Missed the sailing, or none sailed" in page


def test_one_leaves_and_the_other_stays(hub: Hub, desk: Desk, resident: Claim, clock: StandingClock) -> None:
    leaving, staying = resident.person_ids
    stay = f"/site/stays/{resident.id}"
    answer = desk.post(stay, act="leave", who=[leaving], reason="moved_on", moved_on_to="rented_private")
    assert answer.headers["location"] == stay
    assert claim(hub, resident.id, ClaimKind.PLACEMENT).person_ids == (staying,)
    clock.move(timedelta(minutes=5))
    desk.post(stay, act="leave", everyone="true", reason="died")
    assert claim(hub, resident.id, ClaimKind.PLACEMENT).status is ClaimStatus.DEPARTED
    # The same fact again is harmless.
    assert desk.post(stay, act="leave", everyone="true", reason="died").status_code == 303


def test_a_stay_is_extended_to_the_turn_of_that_day(hub: Hub, desk: Desk, resident: Claim) -> None:
    stay = f"/site/stays/{resident.id}"
    assert desk.post(stay, act="extend", until="never", reason="health").status_code == 422
    assert desk.post(stay, act="extend", until="2026-12-10", reason="health").status_code == 303
    assert claim(hub, resident.id, ClaimKind.PLACEMENT).period.ends.isoformat() == "2026-12-10T06:00:00+00:00"


def test_a_stay_past_its_end_is_told_in_the_list(
    hub: Hub, browser: Browser, staff: Account, shelter: ServiceAtLocation, clock: StandingClock
) -> None:
    given_a_placement(hub.graph, shelter, nights=1, at=clock.now())
    clock.move(timedelta(days=2))
    assert "past its end" in desk_of(hub, browser, staff).get("/site/stays?tab=here").text
