"""Claims on capacity: a timed hold, a firm reservation, a lived placement. Their life cycle is written here once.

    hold:        held → converted | released(reason) | expired
    reservation: made → converted | cancelled(reason) | non_arrival(reason)
    placement:   arrived → departed(reason)          (an extension moves its end, a transfer its unit)

A claim has lines (unit, places) that are made, held, expired and confirmed together. Arrivals and departures are
per person, and a line shrinks with them, unless the unit is shared by household: then it stays claimed whole until
the last person has left. `root_id` names the first claim of a chain, so that a figure which left out a hold still
leaves out the placement that became of it.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from graph.model.errors import Conflict
from graph.model.ids import (
    CapacityUnitId,
    CaseId,
    ClaimId,
    NeedId,
    OrganizationId,
    PersonId,
    ReferralId,
    ServiceAtLocationId,
)
from graph.model.period import Period


class ClaimKind(StrEnum):
    HOLD = "hold"
    RESERVATION = "reservation"
    PLACEMENT = "placement"


class ClaimStatus(StrEnum):
    HELD = "held"
    RELEASED = "released"
    EXPIRED = "expired"
    MADE = "made"
    CANCELLED = "cancelled"
    NON_ARRIVAL = "non_arrival"
    ARRIVED = "arrived"
    DEPARTED = "departed"
    CONVERTED = "converted"


TRANSITIONS: dict[ClaimStatus, frozenset[ClaimStatus]] = {
    ClaimStatus.HELD: frozenset({ClaimStatus.CONVERTED, ClaimStatus.RELEASED, ClaimStatus.EXPIRED}),
    ClaimStatus.MADE: frozenset({ClaimStatus.CONVERTED, ClaimStatus.CANCELLED, ClaimStatus.NON_ARRIVAL}),
    ClaimStatus.ARRIVED: frozenset({ClaimStatus.DEPARTED}),
}
LIVE = frozenset(TRANSITIONS)


@dataclass(frozen=True, slots=True)
class ClaimLine:
    unit_id: CapacityUnitId
    places: int


@dataclass(frozen=True, slots=True)
class Claim:
    """`expires_at` is set for holds only; `ended_at` and `reason` once it has ended; `person_ids` are those it is for.

    `arrive_by` is set for reservations: the instant after which a missing arrival is asked about. `second_reason`: why
    a need has a second hold.
    """

    id: ClaimId
    kind: ClaimKind
    status: ClaimStatus
    root_id: ClaimId
    need_id: NeedId
    case_id: CaseId
    service_at_location_id: ServiceAtLocationId
    asker_id: OrganizationId
    provider_id: OrganizationId
    lines: tuple[ClaimLine, ...]
    period: Period
    made_at: datetime
    person_ids: tuple[PersonId, ...]
    expires_at: datetime | None = None
    arrive_by: datetime | None = None
    referral_id: ReferralId | None = None
    ended_at: datetime | None = None
    reason: str | None = None
    note: str | None = None
    moved_on_to: str | None = None
    extended: bool = False
    second_reason: str | None = None

    @property
    def places(self) -> int:
        return sum(line.places for line in self.lines)

    def status_at(self, now: datetime) -> ClaimStatus:
        """Expiry is decided when it is read (INV-2); the sweeper only tidies."""
        lapsed = self.status is ClaimStatus.HELD and self.expires_at is not None and self.expires_at <= now
        return ClaimStatus.EXPIRED if lapsed else self.status

    def is_live(self, now: datetime) -> bool:
        return self.status_at(now) in LIVE

    def require(self, to: ClaimStatus, now: datetime) -> None:
        """Raises Conflict `<kind>-has-ended` where the life cycle has no way from here to `to`."""
        if to not in TRANSITIONS.get(self.status_at(now), frozenset()):
            raise Conflict(f"{self.kind}-has-ended", {"status": str(self.status_at(now))})
