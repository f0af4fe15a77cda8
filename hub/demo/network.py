"""The invented network: organizations and structures all over the country, placed in proportion to population.

The same seed gives the same country each time but for the ids, which are random like all ids of the hub.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from graph.model.ids import (
    CapacityUnitId,
    LocationId,
    ObservationId,
    OrganizationId,
    ServiceAtLocationId,
    ServiceId,
    new_id,
)
from graph.model.organization import Organization, OrganizationKind
from graph.model.place import Area, AreaKind, Point, Spot
from graph.model.service import CapacityUnit, Location, ServiceAtLocation, Terms
from graph.repositories.first_figures import FirstFigure
from hub.areas.gazetteer import Gazetteer
from hub.demo.kinds import COUNTRY, PROTECTED_REFUGE
from hub.demo.names import INVENTED_MUNICIPALITIES, SOCIETIES, TREES_FLOWERS_BIRDS
from hub.demo.templates import Template

SEED = 20261101
SPREAD_DEGREES = 0.012
AROUND_LARISSA = frozenset({"08", "11", "14", "15", "22", "23", "24", "26", "27", "30"})
"""Regional units within two hours of Larissa."""
KINDS_OF_BODY = {"refuge_ekka": OrganizationKind.STATE, "social_hostel_ekka": OrganizationKind.STATE}


@dataclass
class Network:
    """What is to be published: bodies, structures and the first figure of every unit."""

    organizations: list[Organization] = field(default_factory=list[Organization])
    services: list[ServiceAtLocation] = field(default_factory=list[ServiceAtLocation])
    figures: list[FirstFigure] = field(default_factory=list[FirstFigure])

    def add(self, service: ServiceAtLocation, free: Sequence[int], *, as_of: datetime, channel: str) -> None:
        """`free` is the figure of each unit, in their order."""
        self.services.append(service)
        for unit, number in zip(service.units, free, strict=True):
            self.figures.append(
                FirstFigure(
                    ObservationId(new_id()), unit.id, service.organization_id, min(number, unit.places), as_of, channel
                )
            )


def make_country(gazetteer: Gazetteer, now: datetime, state_body: Organization) -> Network:
    """About four hundred structures. `state_body` runs those that the state runs itself."""
    random = Random(SEED)
    network = Network(organizations=_bodies())
    names = _names(random)
    towns = _towns(gazetteer)
    for template, count in COUNTRY:
        for number in range(count):
            town = _chosen_town(_allowed(towns, template, gazetteer), random, spread=number)
            body = _body_of(template, network.organizations, state_body, random)
            service = make_service(
                template,
                name=f"{template.title} «{next(names)}»",
                body=body,
                town=town,
                gazetteer=gazetteer,
                random=random,
                public_name=f"Β{number + 1}" if template is PROTECTED_REFUGE else None,
            )
            free = [_free(unit, template, random) for unit in service.units]
            age = timedelta(minutes=random.randrange(5, template.promised_every_hours * 75))
            network.add(service, free, as_of=now - age, channel=random.choice(("own_page", "file", "feed", "phone")))
    return network


def make_service(
    template: Template,
    *,
    name: str,
    body: Organization,
    town: Area,
    gazetteer: Gazetteer,
    random: Random,
    public_name: str | None = None,
    right_of_hundred: int | None = None,
) -> ServiceAtLocation:
    """One structure near the middle of `town`. With a `public_name` its location is hidden."""
    right = random.randrange(60, 100) if right_of_hundred is None else right_of_hundred
    checked = random.randrange(10, 60) if right_of_hundred is None else 50
    return ServiceAtLocation(
        id=ServiceAtLocationId(new_id()),
        service_id=ServiceId(new_id()),
        name=name,
        kind=template.kind,
        organization_id=body.id,
        organization_name=body.name,
        location=make_location(town, gazetteer, random, hidden=public_name is not None),
        rules=template.rules,
        units=tuple(_units(template)),
        terms=Terms(promised_every_hours=template.promised_every_hours, lodging=template.promised_every_hours < 24),
        phone=f"2{random.randrange(100, 999)}0 00 {random.randrange(1000, 9999)}",
        public_name=public_name,
        languages=frozenset({"el", "en"} if random.random() < 0.6 else {"el"}),
        figures_right=checked * right // 100,
        figures_checked=checked,
        invented=True,
    )


def make_location(town: Area, gazetteer: Gazetteer, random: Random, *, hidden: bool) -> Location:
    point = town.spot.point
    near = Point(
        round(point.latitude + random.uniform(-SPREAD_DEGREES, SPREAD_DEGREES) / 2, 5),
        round(point.longitude + random.uniform(-SPREAD_DEGREES, SPREAD_DEGREES) / 2, 5),
    )
    return Location(
        id=LocationId(new_id()),
        spot=Spot(near, town.spot.landmass),
        municipality_id=gazetteer.part(town.id, AreaKind.MUNICIPALITY).id,
        regional_unit_id=gazetteer.part(town.id, AreaKind.REGIONAL_UNIT).id,
        region_id=gazetteer.part(town.id, AreaKind.REGION).id,
        settlement_id=town.id,
        address=f"Οδός Επινοημένη {random.randrange(1, 120)}",
        hidden=hidden,
    )


def _units(template: Template) -> Iterator[CapacityUnit]:
    for plan in template.units:
        for number in range(plan.count):
            yield CapacityUnit(
                id=CapacityUnitId(new_id()),
                name=plan.name if plan.count == 1 else f"{plan.name} · {number + 1}",
                kind=plan.kind,
                places=plan.places,
                sharing=plan.sharing,
                sex_age=plan.sex_age or template.rules.sex_age,
                step_free=plan.step_free,
            )


def _free(unit: CapacityUnit, template: Template, random: Random) -> int:
    """A shared room is free or it is not; of a dormitory some beds are."""
    if unit.sharing.value == "by_household":
        return 0 if random.randrange(100) < template.occupancy_per_cent else unit.places
    return sum(random.randrange(100) >= template.occupancy_per_cent for _ in range(unit.places))


def _bodies() -> list[Organization]:
    municipalities = [(f"Δήμος {n}", OrganizationKind.MUNICIPALITY) for n in INVENTED_MUNICIPALITIES]
    societies = [(f"Σύλλογος «{n}»", OrganizationKind.NGO) for n in SOCIETIES]
    return [
        Organization(OrganizationId(new_id()), name, kind, invented=True) for name, kind in municipalities + societies
    ]


def _body_of(template: Template, bodies: Sequence[Organization], state: Organization, random: Random) -> Organization:
    if template.kind in KINDS_OF_BODY:
        return state
    return random.choice(bodies)


def _names(random: Random) -> Iterator[str]:
    """Each name in turn; from the second round on with a Roman number."""
    order = list(TREES_FLOWERS_BIRDS)
    random.shuffle(order)
    yield from order
    for numeral in ("II", "III", "IV", "V", "VI"):
        yield from (f"{name} {numeral}" for name in order)


def _towns(gazetteer: Gazetteer) -> list[Area]:
    return [a for a in gazetteer.of_kind(AreaKind.SETTLEMENT) if a.population >= 4000]


def _allowed(towns: Sequence[Area], template: Template, gazetteer: Gazetteer) -> Sequence[Area]:
    """The refuges and hotels around Larissa are those of the stories."""
    if template.kind not in {"refuge_municipal", "refuge_ekka", "bridge_hotel"}:
        return towns
    return [t for t in towns if gazetteer.part(t.id, AreaKind.REGIONAL_UNIT).code not in AROUND_LARISSA]


def _chosen_town(towns: Sequence[Area], random: Random, *, spread: int) -> Area:
    """By population; every third one anywhere, so that small towns and islands have something too."""
    if spread % 3 == 2:
        return random.choice(towns)
    return random.choices(towns, weights=[t.population for t in towns])[0]
