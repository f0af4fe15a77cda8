"""Invented needs and places for tests of the matcher: keyword-only, fixed defaults, nothing random."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from graph.model.capacity import Sharing, UnitKind
from graph.model.case import Person
from graph.model.eligibility import Rules, Sex, SexAgeRule
from graph.model.ids import AreaId, CapacityUnitId, NeedId, OrganizationId, PersonId, ServiceAtLocationId
from graph.model.period import lodging_period, tonight
from graph.model.place import Point, Spot
from graph.model.service import CapacityUnit
from matching.snapshot import NeedProfile, Offer, UnitOffer

NOW = datetime(2026, 11, 24, 0, 10, tzinfo=UTC)
"""02:10 in Athens: the night of the 23rd."""
DRAW = 0x5EED_0F_7E57

WOMEN_WITH_CHILDREN = (
    SexAgeRule(Sex.FEMALE, 18, 120),
    SexAgeRule(Sex.FEMALE, 0, 17, accompanied=True),
    SexAgeRule(Sex.MALE, 0, 12, accompanied=True),
)
EVERYONE = (SexAgeRule(Sex.FEMALE, 0, 120), SexAgeRule(Sex.MALE, 0, 120))


class Town(NamedTuple):
    spot: Spot
    areas: tuple[AreaId, ...]


def _town(name: str, latitude: float, longitude: float, unit: str, region: str, landmass: str = "mainland") -> Town:
    areas = (f"settlement-{name}", f"municipality-{name}", f"regional-unit-{unit}", f"region-{region}")
    return Town(Spot(Point(latitude, longitude), landmass), tuple(AreaId(a) for a in areas))


TOWNS = {
    "Larissa": _town("larissa", 39.639, 22.419, "22", "EL61"),
    "Trikala": _town("trikala", 39.555, 21.768, "26", "EL61"),
    "Volos": _town("volos", 39.362, 22.942, "24", "EL61"),
    "Lamia": _town("lamia", 38.900, 22.434, "27", "EL64"),
    "Athens": _town("athens", 37.984, 23.728, "45", "EL30"),
    "Piraeus": _town("piraeus", 37.943, 23.647, "51", "EL30"),
    "Thessaloniki": _town("thessaloniki", 40.640, 22.944, "07", "EL52"),
    "Kilkis": _town("kilkis", 40.994, 22.876, "09", "EL52"),
    "Veroia": _town("veroia", 40.524, 22.203, "08", "EL52"),
    "Patras": _town("patras", 38.246, 21.735, "37", "EL63"),
    "Aigio": _town("aigio", 38.252, 22.082, "37", "EL63"),
    "Agios Kirykos": _town("agios-kirykos", 37.614, 26.295, "54", "EL41", "ikaria"),
}
_PERSON = re.compile(r"(?P<sex>[ΓΑΧFMX])(?P<about>~?)(?P<age>\d+|\?)(?P<marks>[@ε]*)")
_SEXES = {"Γ": Sex.FEMALE, "F": Sex.FEMALE, "Α": Sex.MALE, "M": Sex.MALE, "Χ": Sex.UNSTATED, "X": Sex.UNSTATED}


def people(line: str) -> tuple[Person, ...]:
    """A household line: Γ34 Γ6 Α13, with ~ approximate, ? not known, @ wheelchair, ε pregnant."""
    return tuple(_person(place, token) for place, token in enumerate(line.split()))


def _person(place: int, token: str) -> Person:
    read = _PERSON.fullmatch(token)
    if read is None:
        raise ValueError(f"not a person of a household line: {token}")
    return Person(
        id=PersonId(f"person-{place}"),
        sex=_SEXES[read["sex"]],
        age=None if read["age"] == "?" else int(read["age"]),
        age_is_approximate=bool(read["about"]),
        pregnant=True if "ε" in read["marks"] else None,
        wheelchair=True if "@" in read["marks"] else None,
    )


def a_need(
    *,
    who: str = "Γ34",
    kind: str = "shelter_tonight",
    at: str = "Larissa",
    now: datetime = NOW,
    starts_on: date | None = None,
    nights: int = 1,
    **parts: Any,
) -> NeedProfile:
    first_night = starts_on or tonight(now)
    town = TOWNS[at]
    need = NeedProfile(
        need_id=NeedId("need"),
        kind=kind,
        urgency="emergency",
        origin=town.spot,
        origin_areas=town.areas,
        members=people(who),
        period=lodging_period(first_night, max(1, nights)),
        starts_on=first_night,
        nights=nights,
        now=now,
        waiting_since=now,
    )
    return replace(need, **parts)


def a_unit(
    *,
    id_: str = "unit",
    places: int = 4,
    free: int | None = None,
    sharing: Sharing = Sharing.BY_HOUSEHOLD,
    kind: UnitKind = UnitKind.ROOM,
    sex_age: tuple[SexAgeRule, ...] | None = None,
    step_free: bool | None = False,
    as_of: datetime | None = NOW - timedelta(minutes=40),
    **parts: Any,
) -> UnitOffer:
    return UnitOffer(
        unit=CapacityUnit(
            id=CapacityUnitId(id_),
            name=id_,
            kind=kind,
            places=places,
            sharing=sharing,
            sex_age=sex_age,
            step_free=step_free,
        ),
        free=places if free is None else free,
        as_of=as_of,
        **parts,
    )


def rules(**parts: Any) -> Rules:
    """Rules that refuse nobody and state everything, unless told otherwise."""
    stated: Mapping[str, Any] = {
        "sex_age": EVERYONE,
        "target_groups": frozenset[str](),
        "order_required": False,
        "without_residence_papers": True,
        "entry_stated": True,
    }
    return Rules(**{**stated, **parts})


def an_offer(
    *, name: str = "Ξενώνας Αμυγδαλιά", at: str = "Trikala", units: tuple[UnitOffer, ...] | None = None, **parts: Any
) -> Offer:
    town = TOWNS[at]
    offer = Offer(
        service_at_location_id=ServiceAtLocationId(name),
        organization_id=OrganizationId("organization"),
        name=name,
        organization_name="Δήμος Καλλιρρόης",
        kind="transitional_hostel",
        spot=town.spot,
        regional_unit_id=town.areas[2],
        areas=town.areas,
        rules=rules(),
        units=(a_unit(id_=f"{name} 1"),) if units is None else units,
        phone="24310 00 000",
        figures_right=47,
        figures_checked=50,
    )
    return replace(offer, **parts)


def a_hidden_offer(*, name: str = "Προστατευόμενη δομή Α7", at: str = "Trikala", **parts: Any) -> Offer:
    """At the published centroid of its regional unit, here the town that is named."""
    town = TOWNS[at]
    hidden: dict[str, Any] = {
        "kind": "refuge_ekka",
        "hidden": True,
        "areas": town.areas[2:],
        "unit_radius_m": 50_000,
        "phone": None,
        "rules": rules(sex_age=WOMEN_WITH_CHILDREN, target_groups=frozenset({"violence"})),
    }
    return an_offer(name=name, at=at, **{**hidden, **parts})
