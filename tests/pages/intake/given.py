"""A coordinator with a desk of her own, and cases that have come as far as a test wants, step by step as people go."""

from dataclasses import dataclass

from graph.model.account import Account
from graph.model.case import Danger, Household
from graph.model.referral import Referral
from graph.model.service import ServiceAtLocation
from graph.repositories.cases import get_case
from graph.repositories.claims import list_claims_of_case
from graph.repositories.needs import list_needs
from hub.auth.subject import Subject, subject_of
from hub.bootstrap import Hub
from hub.cases.household_line import people_of, read_line
from hub.cases.service import Intake, NeedSaid, open_intake
from hub.holds.service import HoldAsked, hold
from hub.placements.service import DepartureSaid, leave
from hub.referrals.service import ReferralAsked, accept, decline, send
from hub.reservations.service import arrive
from tests.pages.provider.structures import beds, given_a_body, given_a_structure, given_staff_of
from tests.pages.server import given_account

LARISSA = "settlement-258576"


@dataclass(frozen=True, slots=True)
class Coordinator:
    account: Account
    subject: Subject


@dataclass(frozen=True, slots=True)
class Place:
    """A structure and the account of somebody who works there."""

    service: ServiceAtLocation
    staff: Subject


@dataclass(frozen=True, slots=True)
class Opened:
    case_id: str
    number: str
    need_id: str


def given_a_coordinator(hub: Hub, *, language: str = "el") -> Coordinator:
    body = given_a_body(hub, "Γραμμή 197")
    account = given_account(hub, "intake_coordinator", [body.id], language=language)
    return Coordinator(account, subject_of(account))


def given_a_place(hub: Hub, name: str = "Ξενώνας Κυκλάμινο", *, places: int = 20) -> Place:
    service = given_a_structure(hub, name, [beds("Κρεβάτια", places)])
    return Place(service, subject_of(given_staff_of(hub, service)))


def given_a_case(hub: Hub, of: Coordinator, line: str, *kinds: str) -> Opened:
    """With a need for each of `kinds`; none makes a case that nothing is asked for yet."""
    needs = [NeedSaid(kind, "emergency", LARISSA, None, None, 3) for kind in kinds]
    intake = Intake(
        Household(people_of(read_line(line))),
        danger=Danger.NO,
        caller="self",
        where_now=LARISSA,
        sharing_basis="verbal_consent",
    )
    case_id = open_intake(hub, of.subject, intake, needs=needs)
    case = hub.graph.write(
        of.subject.actor(hub.clock.now()), lambda tx: get_case(tx, of.subject.scope, case_id, purpose="test")
    )
    found = hub.graph.read(lambda tx: list_needs(tx, [case_id]))
    return Opened(case_id, case.number, found[0].id if found else "")


def given_held(hub: Hub, of: Coordinator, line: str, place: Place) -> Opened:
    opened = given_a_case(hub, of, line, "shelter_tonight")
    hold(hub, of.subject, HoldAsked(opened.need_id, place.service.id))
    return opened


def given_referred(hub: Hub, of: Coordinator, line: str, place: Place) -> tuple[Opened, Referral]:
    opened = given_a_case(hub, of, line, "shelter_tonight")
    held = hold(hub, of.subject, HoldAsked(opened.need_id, place.service.id))
    return opened, send(hub, of.subject, ReferralAsked(hold_id=held.id))


def given_declined(hub: Hub, of: Coordinator, line: str, place: Place) -> Opened:
    opened, referral = given_referred(hub, of, line, place)
    decline(hub, place.staff, referral.id, "full", None)
    return opened


def given_accepted(hub: Hub, of: Coordinator, line: str, place: Place) -> Opened:
    opened, referral = given_referred(hub, of, line, place)
    accept(hub, place.staff, referral.id)
    return opened


def given_arrived(hub: Hub, of: Coordinator, line: str, place: Place) -> Opened:
    opened, referral = given_referred(hub, of, line, place)
    reservation_id = accept(hub, place.staff, referral.id).reservation_id
    assert reservation_id
    arrive(hub, place.staff, reservation_id, None)
    return opened


def given_left(hub: Hub, of: Coordinator, line: str, place: Place) -> Opened:
    opened = given_arrived(hub, of, line, place)
    claims = hub.graph.read(lambda tx: list_claims_of_case(tx, opened.case_id))
    leave(hub, place.staff, claims[-1].id, DepartureSaid("own_will"))
    return opened
