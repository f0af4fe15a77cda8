"""The directory: services at locations come back as they were published."""

from dataclasses import replace
from datetime import date, time

import pytest

from graph.model.capacity import Sharing
from graph.model.eligibility import EntryWindow, PaperRule, PaperStage, Rules, Sex, SexAgeRule
from graph.model.ids import AreaId, OrganizationId, new_id
from graph.model.organization import Organization, OrganizationKind
from graph.model.place import Area, AreaKind, Point, Spot
from graph.model.service import ServiceAtLocation, Terms
from graph.repositories.areas import store_areas
from graph.repositories.directory import get_service, list_services
from graph.repositories.organizations import (
    create_organization,
    find_organization,
    get_organization,
    list_organizations,
)
from graph.repositories.publishing import publish_services
from graph.session import Graph
from tests.givens.cast import ANA
from tests.givens.network import LARISSA, a_service, a_unit, an_organization
from tests.givens.refusals import refused

RULES = Rules(
    sex_age=(SexAgeRule(Sex.FEMALE, 18, 120), SexAgeRule(Sex.MALE, 0, 12, accompanied=True)),
    target_groups=frozenset({"homeless", "violence"}),
    takes=frozenset({"pet"}),
    refuses=frozenset({"substance_support"}),
    order_required=False,
    without_residence_papers=True,
    entry=EntryWindow(time(21), time(2)),
    entry_stated=True,
    papers=(PaperRule("chest_xray", PaperStage.WITHIN_DAYS, 5, waived_in_emergency=False),),
    longest_stay_nights=180,
    call_first=True,
)


def an_area(kind: AreaKind, part_of: AreaId | None = None) -> Area:
    return Area(AreaId(f"{kind}-{new_id()}"), kind, "22", "Λάρισα", "Larissa", part_of, LARISSA, 144_651)


def a_full_service(organization: Organization, settlement: Area, catchment: Area) -> ServiceAtLocation:
    bare = a_service(
        organization=organization,
        units=[
            a_unit(places=3, sharing=Sharing.BY_HOUSEHOLD, name="family room", step_free=None, sex_age=None),
            a_unit(places=1, name="single", step_free=False),
            a_unit(places=12, name="dormitory"),
        ],
        rules=RULES,
        hidden=True,
        certified_until=date(2027, 6, 30),
        terms=Terms(45, 30, 600, 120, time(12), lodging=True, promised_every_hours=24, frees_overdue_arrivals=True),
    )
    return replace(
        bare,
        location=replace(bare.location, settlement_id=settlement.id, spot=Spot(Point(37.5, 23.4), "hydra")),
        public_name="B 7",
        languages=frozenset({"el", "fa"}),
        catchment=frozenset({catchment.id}),
        suspended=True,
        figures_right=8,
        figures_checked=10,
    )


def publish(graph: Graph, *services: ServiceAtLocation) -> None:
    graph.write(ANA.at(), lambda tx: publish_services(tx, services))


@pytest.fixture
def organization(graph: Graph) -> Organization:
    organization = an_organization()
    graph.write(ANA.at(), lambda tx: create_organization(tx, organization))
    return organization


def test_a_service_comes_back_as_it_was_published(graph: Graph, organization: Organization) -> None:
    region = an_area(AreaKind.REGION)
    settlement = an_area(AreaKind.SETTLEMENT, region.id)
    graph.write(ANA.at(), lambda tx: store_areas(tx, [region, settlement]))
    full = a_full_service(organization, settlement, region)
    publish(graph, full)
    found = graph.read(lambda tx: get_service(tx, full.id))
    assert set(found.rules.sex_age or ()) == set(RULES.sex_age or ())
    assert replace(found, rules=replace(found.rules, sex_age=RULES.sex_age)) == full


def test_what_nobody_has_stated_comes_back_as_not_stated(graph: Graph, organization: Organization) -> None:
    silent = replace(a_service(organization=organization, units=[a_unit(sex_age=None)], rules=Rules()), phone=None)
    publish(graph, silent)
    assert graph.read(lambda tx: get_service(tx, silent.id)) == silent


def test_none_at_all_is_not_the_same_as_not_stated(graph: Graph, organization: Organization) -> None:
    nobody = Rules(target_groups=frozenset())
    told = replace(
        a_service(organization=organization, units=[a_unit()], rules=nobody),
        languages=frozenset[str](),
        catchment=frozenset[AreaId](),
    )
    publish(graph, told)
    assert graph.read(lambda tx: get_service(tx, told.id)) == told


def test_only_those_asked_for_are_listed_in_the_order_of_their_ids(graph: Graph, organization: Organization) -> None:
    services = [a_service(organization=organization, units=[a_unit()]) for _ in range(3)]
    publish(graph, *services)
    wanted = [s.id for s in services[:2]]
    assert [s.id for s in graph.read(lambda tx: list_services(tx, wanted))] == sorted(wanted)
    assert {s.id for s in services} <= {s.id for s in graph.read(list_services)}
    with refused("not-found"):
        graph.read(lambda tx: get_service(tx, "no such place"))


def test_areas_are_stored_once_however_often_they_are_loaded(graph: Graph) -> None:
    region = an_area(AreaKind.REGION)
    for _ in range(2):
        graph.write(ANA.at(), lambda tx: store_areas(tx, [region, an_area(AreaKind.MUNICIPALITY, region.id)]))
    row = graph.read(
        lambda tx: tx.row(
            "MATCH (p:Area {id: $id}) OPTIONAL MATCH (a:Area)-[:PART_OF]->(p) RETURN count(a) AS parts", id=region.id
        )
    )
    assert row is not None
    assert row["parts"] == 2


def test_an_organization_is_found_updated_and_listed_by_name(graph: Graph) -> None:
    prefix = new_id()
    bodies = [
        Organization(OrganizationId(f"{prefix} {n}"), f"zz {prefix} {n // 2}", OrganizationKind.CHURCH, "210", True)
        for n in range(4)
    ]
    for body in reversed(bodies):
        graph.write(ANA.at(), lambda tx, body=body: create_organization(tx, body))
    renamed = replace(bodies[0], phone="2410")
    graph.write(ANA.at(), lambda tx: create_organization(tx, renamed))
    assert graph.read(lambda tx: get_organization(tx, renamed.id)) == renamed
    first = graph.read(lambda tx: list_organizations(tx, limit=3, after_name=f"zz {prefix}"))
    assert first == [renamed, *bodies[1:3]]
    after = first[-1]
    rest = graph.read(lambda tx: list_organizations(tx, limit=3, after_name=after.name, after_id=after.id))
    assert rest == bodies[3:]
    assert graph.read(lambda tx: find_organization(tx, OrganizationId("nobody"))) is None
    with refused("not-found"):
        graph.read(lambda tx: get_organization(tx, OrganizationId("nobody")))
