"""What the matcher looks at: one need, and places as answers to it. Immutable, and all it knows.

The caller puts both together: it reads the graph, takes the least of free places over the period, and hides what
must stay hidden. A ranking is replayed from these values alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from graph.model.capacity import Sharing
from graph.model.case import KeepAway, PaperState, Person
from graph.model.eligibility import Rules
from graph.model.ids import AreaId, CapacityUnitId, NeedId, OrganizationId, ServiceAtLocationId
from graph.model.period import Period
from graph.model.place import Spot
from graph.model.service import CapacityUnit, Terms


@dataclass(frozen=True, slots=True)
class NeedProfile:
    """One need of one household, as of `now`.

    `origin` is where distance counts from, `origin_areas` its settlement, municipality, regional unit and region,
    in this order. `languages`: the one spoken best first. `papers`: document code → state; absent is not known.
    `period` in UTC instants holds `nights` nights from `starts_on`. `keep_away_units` are the regional units of
    the areas in `keep_away` and of every settlement inside its circles. `exclude`: places not to be offered again.
    Raises ValueError where areas are kept away from and their regional units are not given: hidden places would show.
    """

    need_id: NeedId
    kind: str
    urgency: str
    origin: Spot
    origin_areas: tuple[AreaId, ...]
    members: tuple[Person, ...]
    period: Period
    starts_on: date
    nights: int
    now: datetime
    waiting_since: datetime
    together: bool = True
    languages: tuple[str, ...] = ("el",)
    circumstances: frozenset[str] = frozenset()
    papers: Mapping[str, PaperState] = field(default_factory=dict[str, PaperState])
    keep_away: KeepAway = field(default_factory=KeepAway)
    keep_away_units: frozenset[AreaId] = frozenset()
    exclude: frozenset[ServiceAtLocationId] = frozenset()

    def __post_init__(self) -> None:
        if self.keep_away.areas and not self.keep_away_units:
            raise ValueError("areas to keep away from come with their regional units")

    @property
    def size(self) -> int:
        return len(self.members)


@dataclass(frozen=True, slots=True)
class UnitOffer:
    """One capacity unit over the need's period: `free` is the least of its free places at any instant of it.

    `as_of` is the instant of the figure behind it, None where nobody has ever given one. `out_of_service` is the
    most places out of service at any instant of the period; `free` has left them out already.
    """

    unit: CapacityUnit
    free: int
    as_of: datetime | None
    in_discrepancy: bool = False
    out_of_service: int = 0

    @property
    def id(self) -> CapacityUnitId:
        return self.unit.id

    def places_for(self, people: int) -> int:
        """Places that so many people take here: the whole unit where it is shared by household."""
        return self.unit.places if self.unit.sharing is Sharing.BY_HOUSEHOLD else people


@dataclass(frozen=True, slots=True)
class Offer:
    """One service at location as this reader may know it.

    `areas` is its chain from settlement to region. For a hidden place the caller puts the published centroid of the
    regional unit into `spot`, only regional unit and region into `areas`, its public name into `name`, and raises
    `catchment` to whole regional units; `unit_radius_m` is then the metres from that centroid to the unit's furthest
    settlement, None where not known. Raises ValueError where a hidden place carries a finer area (INV-9).
    """

    service_at_location_id: ServiceAtLocationId
    organization_id: OrganizationId
    name: str
    organization_name: str
    kind: str
    spot: Spot
    regional_unit_id: AreaId
    areas: tuple[AreaId, ...]
    rules: Rules
    units: tuple[UnitOffer, ...]
    phone: str | None = None
    hidden: bool = False
    unit_radius_m: int | None = None
    catchment: frozenset[AreaId] | None = None
    languages: frozenset[str] | None = None
    certified_until: date | None = None
    suspended: bool = False
    figures_right: int = 0
    figures_checked: int = 0
    terms: Terms = field(default_factory=Terms)

    def __post_init__(self) -> None:
        if self.hidden and (len(self.areas) > 2 or self.areas[:1] != (self.regional_unit_id,)):
            raise ValueError("a hidden place is known by its regional unit and region only")

    @property
    def id(self) -> ServiceAtLocationId:
        return self.service_at_location_id

    @property
    def region_id(self) -> AreaId | None:
        return self.areas[-1] if self.areas else None
