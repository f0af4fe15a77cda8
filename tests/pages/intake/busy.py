"""A desk with a row in every state, as a night has them."""

from collections.abc import Sequence
from datetime import timedelta

from graph.model.account import Account
from graph.model.events import EventType
from hub.bootstrap import Hub
from hub.clock import StandingClock
from hub.referrals.service import withdraw
from tests.givens.cast import NOW
from tests.pages.intake.given import (
    Coordinator,
    given_a_case,
    given_a_place,
    given_accepted,
    given_an_alert,
    given_arrived,
    given_declined,
    given_held,
    given_left,
    given_referred,
)
from tests.pages.server import given_account


def given_a_busy_night(hub: Hub, clock: StandingClock, of: Coordinator) -> None:
    """Everything that a desk can show at eight in the evening."""
    place, other = given_a_place(hub), given_a_place(hub, "Υπνωτήριο Φάρος")
    _at(clock, hours=3)
    given_referred(hub, of, "Α58@", other)
    given_left(hub, of, "Χ19", place)
    _at(clock, hours=1, minutes=20)
    given_held(hub, of, "Γ28ε", place)
    _at(clock, hours=0, minutes=40)
    given_accepted(hub, of, "Γ34 Γ6 Α13", place)
    given_declined(hub, of, "Α41", other)
    _, referral = given_referred(hub, of, "Γ~30 Α7μ", place)
    withdraw(hub, of.subject, referral.id, "found_elsewhere", None)
    given_referred(hub, of, "Α22", other)
    given_arrived(hub, of, "Γ45", place)
    _at(clock, hours=0, minutes=5)
    given_held(hub, of, "Γ52 Γ17", place)
    given_a_case(hub, of, "Γ71 Α74", "shelter_tonight", "psychosocial")
    given_a_case(hub, of, "Γ19")
    for event in (EventType.REFERRAL_ACCEPTED, EventType.REFERRAL_DECLINED, EventType.ARRIVAL_RECORDED):
        given_an_alert(hub, of, event)
    _at(clock, hours=0)


def readers(hub: Hub, of: Coordinator) -> dict[str, Account]:
    """Two who sit at the same desk, by language."""
    bodies: Sequence[str] = of.account.organization_ids
    return {language: given_account(hub, "intake_coordinator", bodies, language=language) for language in ("el", "en")}


def _at(clock: StandingClock, *, hours: int, minutes: int = 0) -> None:
    """So long before eight in the evening."""
    clock.at = NOW - timedelta(hours=hours, minutes=minutes)
