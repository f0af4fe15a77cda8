"""Small invented networks for tests: keyword-only, fixed defaults, nothing random but ids."""

from collections.abc import Sequence
from datetime import date

from graph.model.capacity import LeftOut, Sharing, UnitKind
from graph.model.eligibility import Rules, Sex, SexAgeRule
from graph.model.ids import (
    AreaId,
    CapacityUnitId,
    LocationId,
    ObservationId,
    OrganizationId,
    ServiceAtLocationId,
    ServiceId,
    new_id,
)
from graph.model.organization import Organization, OrganizationKind
from graph.model.place import Point, Spot
from graph.model.service import CapacityUnit, Location, ServiceAtLocation, Terms
from graph.repositories.organizations import create_organization
from graph.repositories.publishing import publish_services
from graph.repositories.reports import Report, record_report
from graph.scope import EVERYTHING, Actor
from graph.session import Graph, Writing

EVERYONE = (SexAgeRule(Sex.FEMALE, 0, 120), SexAgeRule(Sex.MALE, 0, 120), SexAgeRule(Sex.UNSTATED, 0, 120))
FOR_THE_HOMELESS = Rules(
    sex_age=EVERYONE, target_groups=frozenset({"homeless"}), order_required=False, entry_stated=True
)
LARISSA = Spot(Point(39.637, 22.42), "mainland")


def a_unit(
    *,
    places: int = 4,
    sharing: Sharing = Sharing.BY_PLACE,
    name: str = "room",
    sex_age: tuple[SexAgeRule, ...] | None = EVERYONE,
    step_free: bool | None = True,
) -> CapacityUnit:
    return CapacityUnit(
        id=CapacityUnitId(new_id()),
        name=name,
        kind=UnitKind.ROOM,
        places=places,
        sharing=sharing,
        sex_age=sex_age,
        step_free=step_free,
    )


def a_service(
    *,
    organization: Organization,
    units: Sequence[CapacityUnit],
    name: str = "Shelter Almond",
    rules: Rules = FOR_THE_HOMELESS,
    hidden: bool = False,
    spot: Spot = LARISSA,
    certified_until: date | None = None,
    terms: Terms | None = None,
) -> ServiceAtLocation:
    return ServiceAtLocation(
        id=ServiceAtLocationId(new_id()),
        service_id=ServiceId(new_id()),
        name=name,
        kind="transitional_hostel",
        organization_id=organization.id,
        organization_name=organization.name,
        location=Location(
            id=LocationId(new_id()),
            spot=spot,
            municipality_id=AreaId("municipality-9098"),
            regional_unit_id=AreaId("regional-unit-22"),
            region_id=AreaId("region-EL61"),
            settlement_id=AreaId("settlement-258576"),
            address="1 Invented Street",
            hidden=hidden,
        ),
        rules=rules,
        units=tuple(units),
        terms=terms or Terms(),
        phone="2410 000 000",
        certified_until=certified_until,
        invented=True,
    )


def an_organization(*, name: str = "Almond Society") -> Organization:
    return Organization(id=OrganizationId(new_id()), name=name, kind=OrganizationKind.NGO, invented=True)


def given_a_service(
    graph: Graph,
    actor: Actor,
    *,
    free: int | None = None,
    units: Sequence[CapacityUnit] = (),
    name: str = "Shelter Almond",
    rules: Rules = FOR_THE_HOMELESS,
    hidden: bool = False,
    certified_until: date | None = None,
    terms: Terms | None = None,
) -> ServiceAtLocation:
    """Publishes one service of a new organization, with one unit of four places where none are named.

    Every unit has said, at the actor's instant, that `free` places are free (all of them by default).
    """
    service = a_service(
        organization=an_organization(),
        units=units or (a_unit(),),
        name=name,
        rules=rules,
        hidden=hidden,
        certified_until=certified_until,
        terms=terms,
    )
    graph.write(actor, lambda tx: publish_with_figures(tx, [service], free=free))
    return service


def publish_with_figures(tx: Writing, services: Sequence[ServiceAtLocation], *, free: int | None = None) -> None:
    """Stores services with their organizations, and a first figure for each of their units."""
    for service in services:
        organization = Organization(
            service.organization_id, service.organization_name, OrganizationKind.NGO, invented=True
        )
        create_organization(tx, organization)
    publish_services(tx, services)
    for unit in (u for s in services for u in s.units):
        record_report(tx, EVERYTHING, a_report(unit, free=unit.places if free is None else free, actor=tx.actor))


def a_report(unit: CapacityUnit, *, free: int, actor: Actor) -> Report:
    return Report(id=ObservationId(new_id()), unit_id=unit.id, free=free, as_of=actor.at, leaves_out=LeftOut.PLACEMENTS)
