"""A coordinator with a desk of her own, and cases that have come as far as a test wants, step by step as people go."""

from dataclasses import dataclass, replace

from graph.model.account import Account
from graph.model.case import Danger, Household
from graph.model.claims import Claim
from graph.model.events import EventType
from graph.model.ids import AreaId, EventId, OutboxRowId, new_id
from graph.model.outbox import OutboxRow
from graph.model.referral import Referral
from graph.model.service import ServiceAtLocation
from graph.repositories.alerts import raise_alert
from graph.repositories.cases import get_case
from graph.repositories.needs import list_needs
from graph.scope import the_hub_itself
from hub.auth.subject import Subject, subject_of
from hub.bootstrap import Hub
from hub.cases.household_line import people_of, read_line
from hub.cases.service import Intake, NeedSaid, open_intake
from hub.holds.service import HoldAsked, hold
from hub.placements.service import DepartureSaid, leave
from hub.referrals.service import ReferralAsked, accept, decline, send
from hub.reservations.service import arrive
from tests.givens.cast import ANA
from tests.givens.network import a_service, publish_with_figures
from tests.pages.provider.structures import beds, given_a_body, given_staff_of
from tests.pages.server import given_account

LARISSA = "settlement-258576"
VOLOS = "settlement-251833"


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
    """In Volos: far enough for those who must not stay in Larissa."""
    service = a_service(organization=given_a_body(hub), units=[beds("Κρεβάτια", places)], name=name)
    area = hub.gazetteer.get(AreaId(VOLOS))
    municipality, regional_unit = hub.gazetteer.chain(area.id)[1:3]
    location = replace(
        service.location,
        spot=area.spot,
        settlement_id=area.id,
        municipality_id=municipality,
        regional_unit_id=regional_unit,
    )
    service = replace(service, location=location)
    hub.graph.write(ANA.at(hub.clock.now()), lambda tx: publish_with_figures(tx, [service]))
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
    decline(hub, place.staff, referral.id, "no_place", None)
    return opened


def given_accepted(hub: Hub, of: Coordinator, line: str, place: Place) -> Opened:
    opened, referral = given_referred(hub, of, line, place)
    accept(hub, place.staff, referral.id)
    return opened


def given_arrived(hub: Hub, of: Coordinator, line: str, place: Place) -> tuple[Opened, Claim]:
    opened, referral = given_referred(hub, of, line, place)
    reservation_id = accept(hub, place.staff, referral.id).reservation_id
    assert reservation_id
    return opened, arrive(hub, place.staff, reservation_id, None)


def given_left(hub: Hub, of: Coordinator, line: str, place: Place) -> Opened:
    opened, placement = given_arrived(hub, of, line, place)
    leave(hub, place.staff, placement.id, DepartureSaid("left_with_notice"))
    return opened


def given_an_alert(hub: Hub, of: Coordinator, event: EventType, subject_id: str = "somebody") -> None:
    assert of.subject.organization_id
    row = OutboxRow(
        id=OutboxRowId(new_id()),
        event_id=EventId(new_id()),
        event_type=str(event),
        subject_id=subject_id,
        receiver_id=of.subject.organization_id,
        due_at=hub.clock.now(),
    )
    hub.graph.write(the_hub_itself(hub.clock.now()), lambda tx: raise_alert(tx, row))
