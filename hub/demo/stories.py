"""The structures that the demonstration's stories need exactly; everything else is filled in around them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from graph.model.capacity import Sharing, UnitKind
from graph.model.eligibility import PaperRule, PaperStage
from graph.model.ids import OrganizationId, new_id
from graph.model.organization import Organization, OrganizationKind
from graph.model.place import Area, AreaKind
from graph.model.service import ServiceAtLocation
from hub.areas.gazetteer import Gazetteer
from hub.areas.search import suggest
from hub.demo.kinds import CHILD_UNIT, HOSTEL, NIGHT_SHELTER, PROTECTED_REFUGE, REFUGE
from hub.demo.network import Network, make_service
from hub.demo.templates import FAMILIES, MEN, WOMEN, Template, UnitPlan, beds, open_rules, refuge_ages, rooms

STORY_SEED = 7
KALLIRROI = "Δήμος Καλλιρρόης"
FAROS = "Υπνωτήριο «Φάρος»"


@dataclass(frozen=True, slots=True)
class StoryPlace:
    """One named structure: where it stands, what is free of each unit, how old the figure is and how often right."""

    name: str
    town: str
    template: Template
    free: Sequence[int]
    minutes_old: int = 40
    right_of_hundred: int = 94
    public_name: str | None = None


def _refuge(boys_to: int, *units: UnitPlan) -> Template:
    return replace(REFUGE, units=units, rules=replace(REFUGE.rules, sex_age=refuge_ages(boys_to)))


_STEP_FREE = open_rules("homeless", "disability", "chronic", "patients", sex_age=FAMILIES)
_LATE_XRAY = replace(_STEP_FREE, papers=(PaperRule("xray", PaperStage.WITHIN_DAYS, 5),))
_MEN_AND_WOMEN = (beds("Κρεβάτια ανδρών", 32, MEN), beds("Κρεβάτια γυναικών", 8, WOMEN))

STORY_PLACES: tuple[StoryPlace, ...] = (
    StoryPlace("Ξενώνας «Ανεμώνη»", "Βόλος", _refuge(12, rooms(4, 2), rooms(2, 2)), (4, 4, 0, 0), 95, 88),
    StoryPlace("Ξενώνας «Κυκλάμινο»", "Τρίκαλα", _refuge(14, rooms(4, 1), rooms(2, 2)), (4, 0, 0), 40, 94),
    StoryPlace("Ξενώνας «Ιτιά»", "Λάρισα", _refuge(14, rooms(4, 3)), (4, 4, 4), 20, 90),
    StoryPlace("Καταφύγιο Α7", "Κατερίνη", replace(PROTECTED_REFUGE, units=(rooms(3, 1),)), (3,), 55, 90, "Α7"),
    StoryPlace(FAROS, "Πάτρα", replace(NIGHT_SHELTER, units=_MEN_AND_WOMEN), (4, 1), 60, 92),
    StoryPlace("Στέγη «Αλκυόνα»", "Αίγιο", replace(HOSTEL, units=(beds("Κρεβάτια γυναικών", 6, WOMEN),)), (3,), 30, 90),
    StoryPlace(
        "Ξενώνας «Δάφνη»", "Κιλκίς", replace(HOSTEL, units=(rooms(2, 1, step_free=True),), rules=_STEP_FREE), (2,)
    ),
    StoryPlace(
        "Στέγη «Πλάτανος»", "Βέροια", replace(HOSTEL, units=(rooms(2, 1, step_free=True),), rules=_LATE_XRAY), (2,)
    ),
    StoryPlace("Σπίτι «Ροδιά»", "Χαλάνδρι", replace(CHILD_UNIT, units=(rooms(4, 1),)), (0,), 120),
    StoryPlace("Σπίτι «Καρυδιά»", "Κόρινθος", CHILD_UNIT, (3,), 120),
    StoryPlace("Ξενώνας «Γλάρος»", "Πειραιάς", replace(HOSTEL, units=(rooms(2, 2),)), (2, 0), 75),
)


def add_stories(network: Network, gazetteer: Gazetteer, now: datetime) -> None:
    """Adds the bodies and structures of the stories to a country."""
    random = Random(STORY_SEED)
    society = _body("Δίκτυο Ξενώνων «Ανάσα»", OrganizationKind.NGO)
    network.organizations.append(society)
    for place in STORY_PLACES:
        service = make_service(
            place.template,
            name=place.name,
            body=society,
            town=town_called(place.town),
            gazetteer=gazetteer,
            random=random,
            public_name=place.public_name,
            right_of_hundred=place.right_of_hundred,
        )
        network.add(service, place.free, as_of=now - timedelta(minutes=place.minutes_old), channel="feed")
    _add_kallirroi(network, gazetteer, random, now)


def town_called(name: str) -> Area:
    return suggest(name, kinds=[AreaKind.SETTLEMENT], limit=1)[0]


KALLIRROI_STRUCTURES = ("Αλόη", "Βερίκοκο", "Γιούλι", "Δάκρυ", "Εβίσκος", "Ζαμπάκι", "Ήρα")
KALLIRROI_WARDS = ("Α", "Β", "Γ", "Δ", "Ε", "ΣΤ")
KALLIRROI_TOWN = "Καρδίτσα"


def _add_kallirroi(network: Network, gazetteer: Gazetteer, random: Random, now: datetime) -> None:
    """The municipality of the November sheet: seven structures with six wards of twenty beds each."""
    body = _body(KALLIRROI, OrganizationKind.MUNICIPALITY)
    network.organizations.append(body)
    wards = tuple(
        UnitPlan(f"Θάλαμος {ward}", UnitKind.DORMITORY, 20, Sharing.BY_PLACE, sex_age=MEN if index % 2 else WOMEN)
        for index, ward in enumerate(KALLIRROI_WARDS)
    )
    for name in KALLIRROI_STRUCTURES:
        service: ServiceAtLocation = make_service(
            replace(NIGHT_SHELTER, units=wards, promised_every_hours=24),
            name=f"Υπνωτήριο «{name}»",
            body=body,
            town=town_called(KALLIRROI_TOWN),
            gazetteer=gazetteer,
            random=random,
        )
        network.add(service, [random.randrange(0, 4) for _ in wards], as_of=now - timedelta(hours=30), channel="file")


def _body(name: str, kind: OrganizationKind) -> Organization:
    return Organization(OrganizationId(new_id()), name, kind, invented=True)
