"""A hold, reservation or placement as the API gives it. The place is named by its id alone, and people by theirs."""

from datetime import datetime

from graph.model.claims import Claim
from hub.api.model import ApiModel, Instant


class LineOut(ApiModel):
    capacity_unit_id: str
    places: int


class ClaimOut(ApiModel):
    """`expires_at` is a hold's, `arrive_by` a reservation's; `ends` is the planned end of the stay."""

    id: str
    kind: str
    status: str
    need_id: str
    case_id: str
    service_at_location_id: str
    places: int
    lines: list[LineOut]
    person_ids: list[str]
    starts: Instant
    ends: Instant
    made_at: Instant
    expires_at: Instant | None = None
    arrive_by: Instant | None = None
    referral_id: str | None = None
    ended_at: Instant | None = None
    reason: str | None = None
    moved_on_to: str | None = None


def claim_out(claim: Claim, now: datetime) -> ClaimOut:
    """Status as of `now`: a hold whose time is over is expired, whether or not anybody has tidied it."""
    return ClaimOut(
        id=claim.id,
        kind=str(claim.kind),
        status=str(claim.status_at(now)),
        need_id=claim.need_id,
        case_id=claim.case_id,
        service_at_location_id=claim.service_at_location_id,
        places=claim.places,
        lines=[LineOut(capacity_unit_id=line.unit_id, places=line.places) for line in claim.lines],
        person_ids=list(claim.person_ids),
        starts=claim.period.starts,
        ends=claim.period.ends,
        made_at=claim.made_at,
        expires_at=claim.expires_at,
        arrive_by=claim.arrive_by,
        referral_id=claim.referral_id,
        ended_at=claim.ended_at,
        reason=claim.reason,
        moved_on_to=claim.moved_on_to,
    )
