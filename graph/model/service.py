"""Services, where they are given, and the units they give out."""

from dataclasses import dataclass, field
from datetime import date, time

from graph.model.capacity import Sharing, UnitKind
from graph.model.eligibility import Rules, SexAgeRule
from graph.model.ids import (
    AreaId,
    CapacityUnitId,
    LocationId,
    OrganizationId,
    ServiceAtLocationId,
    ServiceId,
)
from graph.model.period import DAY_TURNS_AT
from graph.model.place import Spot

HOLD_MINUTES = 90
ANSWER_MINUTES = 90


@dataclass(frozen=True, slots=True)
class Location:
    """`hidden` locations keep INV-9: point, address and municipality reach only those cleared."""

    id: LocationId
    spot: Spot
    municipality_id: AreaId
    regional_unit_id: AreaId
    region_id: AreaId
    settlement_id: AreaId
    address: str | None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class CapacityUnit:
    """What is given out: `places` of one kind with features of their own; None means not stated."""

    id: CapacityUnitId
    name: str
    kind: UnitKind
    places: int
    sharing: Sharing
    sex_age: tuple[SexAgeRule, ...] | None = None
    step_free: bool | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """How a service at location works with claims: minutes of a hold and of an answer, and when its day turns."""

    hold_minutes: int = HOLD_MINUTES
    hold_least_minutes: int = 15
    hold_most_minutes: int = 24 * 60
    answer_minutes: int = ANSWER_MINUTES
    day_turns_at: time = DAY_TURNS_AT
    lodging: bool = True
    promised_every_hours: int = 12
    frees_overdue_arrivals: bool = False


@dataclass(frozen=True, slots=True)
class ServiceAtLocation:
    """This service at this place: what one is referred to. `kind` is a code of the list of service kinds.

    `public_name` is what everybody but the cleared reads of a hidden place, such as a letter and a digit.

    `catchment`: areas whose residents it takes, None where it takes people from everywhere. `figures_right` of
    `figures_checked` published figures held true when somebody came.
    """

    id: ServiceAtLocationId
    service_id: ServiceId
    name: str
    kind: str
    organization_id: OrganizationId
    organization_name: str
    location: Location
    rules: Rules
    units: tuple[CapacityUnit, ...]
    terms: Terms = field(default_factory=Terms)
    phone: str | None = None
    public_name: str | None = None
    languages: frozenset[str] | None = None
    catchment: frozenset[AreaId] | None = None
    certified_until: date | None = None
    suspended: bool = False
    figures_right: int = 0
    figures_checked: int = 0
    invented: bool = False
