"""Invented structures of the stories, and people who come to them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from secrets import randbelow

from graph.model.account import Account
from graph.model.capacity import Sharing
from graph.model.case import Case, Household, Need, SafeContact
from graph.model.claims import Claim
from graph.model.ids import OrganizationId, new_id
from graph.model.organization import Organization, OrganizationKind
from graph.model.referral import Referral
from graph.model.service import CapacityUnit, ServiceAtLocation
from graph.repositories.cases import open_case
from graph.repositories.holds import place_hold
from graph.repositories.organizations import create_organization
from graph.repositories.referral_decisions import send_referral
from hub.bootstrap import Hub
from hub.cases.household_line import read_line
from tests.givens.cases import a_case, given_a_need
from tests.givens.cast import ANA, NOW
from tests.givens.claims import a_hold_request, a_referral
from tests.givens.network import a_service, a_unit, publish_with_figures
from tests.pages.server import given_account


def beds(name: str, places: int) -> CapacityUnit:
    return a_unit(places=places, name=name)


def room(name: str, places: int) -> CapacityUnit:
    return a_unit(places=places, name=name, sharing=Sharing.BY_HOUSEHOLD)


def given_a_structure(
    hub: Hub,
    name: str,
    units: Sequence[CapacityUnit],
    *,
    free: int | None = None,
    said_at: datetime = NOW,
    of: Organization | None = None,
) -> ServiceAtLocation:
    body = of or given_a_body(hub)
    service = a_service(organization=body, units=units, name=name)
    hub.graph.write(ANA.at(said_at), lambda tx: publish_with_figures(tx, [service], free=free))
    return service


def given_a_body(hub: Hub, name: str = "Δήμος Καλλιρρόης", *, id_: str | None = None) -> Organization:
    body = Organization(
        OrganizationId(id_ or new_id()), name, OrganizationKind.MUNICIPALITY, phone="2410555012", invented=True
    )
    hub.graph.write(ANA.at(), lambda tx: create_organization(tx, body))
    return body


def given_staff_of(
    hub: Hub, *services: ServiceAtLocation, language: str = "el", role: str = "provider_staff"
) -> Account:
    bodies = list(dict.fromkeys(service.organization_id for service in services))
    return given_account(hub, role, bodies, language=language)


def given_people(hub: Hub, line: str, *, names: Sequence[str] = (), phone: str | None = None) -> Case:
    """A case of Ana's, who speaks for the line 197, about the household written in `line`."""
    given_a_body(hub, "Γραμμή 197", id_=ANA.organization_id)
    people = [token.person for token in read_line(line) if token.person]
    sealed = [hub.vault.seal(name) for name in names] + [None] * len(people)
    members = tuple(replace(person, sealed_name=name) for person, name in zip(people, sealed, strict=False))
    contact = SafeContact(ways=("call",), hours="08–10", sealed_phone=hub.vault.seal(phone))
    case = replace(
        a_case(), household=Household(members), safe_contact=contact, number=f"K-{randbelow(900_000) + 100_000}"
    )
    hub.graph.write(ANA.at(), lambda tx: open_case(tx, case))
    return case


def given_a_hold_for(hub: Hub, service: ServiceAtLocation, case: Case, *, nights: int = 3) -> tuple[Need, Claim]:
    need = given_a_need(hub.graph, case, nights=nights, at=hub.clock.now())
    ask = a_hold_request(service, case, need)
    return need, hub.graph.write(ANA.at(hub.clock.now()), lambda tx: place_hold(tx, ANA.scope, ask))


def given_a_referral_of(hub: Hub, service: ServiceAtLocation, case: Case, *, nights: int = 3) -> Referral:
    need, hold = given_a_hold_for(hub, service, case, nights=nights)
    referral = a_referral(service, need, hold=hold, at=hub.clock.now())
    return hub.graph.write(ANA.at(hub.clock.now()), lambda tx: send_referral(tx, ANA.scope, referral))
