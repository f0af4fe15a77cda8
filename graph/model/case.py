"""A case is one body's work with a household; a need is one thing that is needed. Least data that works."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from graph.model.eligibility import Sex
from graph.model.ids import AccountId, AreaId, CaseId, NeedId, OrganizationId, PersonId, ServiceAtLocationId
from graph.model.place import Spot


class Danger(StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "not_known"


class PaperState(StrEnum):
    HAS = "has"
    PENDING = "pending"
    HAS_NOT = "has_not"
    UNKNOWN = "not_known"


class NeedStatus(StrEnum):
    OPEN = "open"
    PLACED = "placed"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Person:
    """One member of a household. `age` in years (0 to 120), None where not known; `sealed_name` is encrypted text."""

    id: PersonId
    sex: Sex
    age: int | None
    age_is_approximate: bool = False
    age_months: int | None = None
    pregnant: bool | None = None
    wheelchair: bool | None = None
    sealed_name: str | None = None


@dataclass(frozen=True, slots=True)
class Household:
    """People placed together. `together`: they must not be split over units."""

    members: tuple[Person, ...]
    languages: tuple[str, ...] = ("el",)
    together: bool = True

    @property
    def size(self) -> int:
        return len(self.members)


@dataclass(frozen=True, slots=True)
class SafeContact:
    """How it is safe to reach them: codes of the list `safe_contact`; the number itself is sealed."""

    ways: tuple[str, ...] = ()
    hours: str | None = None
    sealed_phone: str | None = None


@dataclass(frozen=True, slots=True)
class KeepAway:
    """Areas, places or a distance around a point that the need must stay away from. Shown to nobody in any list."""

    areas: frozenset[AreaId] = frozenset()
    service_at_location_ids: frozenset[ServiceAtLocationId] = frozenset()
    around: tuple[tuple[Spot, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """`number` is one letter and digits (K-241830), chosen at random; `sharing_basis` a code, None until recorded."""

    id: CaseId
    number: str
    organization_id: OrganizationId
    opened_by: AccountId
    opened_at: datetime
    household: Household
    danger: Danger = Danger.UNKNOWN
    caller: str | None = None
    whereabouts: str | None = None
    where_now: AreaId | None = None
    circumstances: frozenset[str] = frozenset()
    papers: dict[str, PaperState] = field(default_factory=dict[str, PaperState])
    safe_contact: SafeContact = field(default_factory=SafeContact)
    sharing_basis: str | None = None
    sharing_basis_at: datetime | None = None
    sealed_note: str | None = None
    closed_at: datetime | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """`kind` and `urgency` are codes; `origin` is where distance counts from; `nights` of lodging from `starts_on`."""

    id: NeedId
    case_id: CaseId
    kind: str
    urgency: str
    origin: Spot
    origin_areas: tuple[AreaId, ...]
    starts_on: date
    nights: int
    recorded_at: datetime
    keep_away: KeepAway = field(default_factory=KeepAway)
    status: NeedStatus = NeedStatus.OPEN
