"""Small invented networks for tests: keyword-only, fixed defaults, nothing random but ids."""

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
from graph.repositories.publishing import publish_services
from graph.repositories.reports import Report, record_report
from graph.scope import EVERYTHING, Actor
from graph.session import Graph

EVERYONE = (SexAgeRule(Sex.FEMALE, 0, 120), SexAgeRule(Sex.MALE, 0, 120), SexAgeRule(Sex.UNSTATED, 0, 120))
LARISSA = Spot(Point(39.637, 22.42), "mainland")


def a_unit(
    *, places: int = 4, sharing: Sharing = Sharing.BY_PLACE, name: str = "room", **features: object
) -> CapacityUnit:
    return CapacityUnit(
        id=CapacityUnitId(new_id()),
        name=name,
        kind=UnitKind.ROOM,
        places=places,
        sharing=sharing,
        sex_age=features.get("sex_age", EVERYONE),  # type: ignore[arg-type]
        step_free=features.get("step_free", True),  # type: ignore[arg-type]
    )


def a_service(
    *,
    organization: Organization,
    units: tuple[CapacityUnit, ...],
    name: str = "Shelter Almond",
    rules: Rules | None = None,
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
        rules=rules
        or Rules(sex_age=EVERYONE, target_groups=frozenset({"homeless"}), order_required=False, entry_stated=True),
        units=units,
        terms=terms or Terms(),
        phone="2410 000 000",
        certified_until=certified_until,
        invented=True,
    )


def an_organization(*, name: str = "Almond Society") -> Organization:
    return Organization(id=OrganizationId(new_id()), name=name, kind=OrganizationKind.NGO, invented=True)


def given_a_service(graph: Graph, actor: Actor, *, free: int | None = None, **parts: object) -> ServiceAtLocation:
    """Publishes one service of a new organization; every unit has said `free` places (all of them by default)."""
    organization = an_organization()
    service = a_service(organization=organization, **parts)  # type: ignore[arg-type]

    def publish(tx: object) -> None:
        tx.rows(  # type: ignore[attr-defined]
            "CREATE (o:Organization {id: $id, name: $name, kind: $kind, invented: true}) RETURN o.id AS id",
            id=organization.id,
            name=organization.name,
            kind=str(organization.kind),
        )
        publish_services(tx, [service])  # type: ignore[arg-type]
        for unit in service.units:
            report = Report(
                id=ObservationId(new_id()),
                unit_id=unit.id,
                free=unit.places if free is None else free,
                as_of=actor.at,
                leaves_out=LeftOut.PLACEMENTS,
            )
            record_report(tx, EVERYTHING, report)  # type: ignore[arg-type]

    graph.write(actor, publish)
    return service
