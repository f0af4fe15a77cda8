"""A referral asks a service at location to take somebody for a need, and gets a decision.

    draft → requested → received → accepted | declined(reason) | withdrawn(reason) | expired
    accepted → in_progress → completed(outcome) | failed(reason) | withdrawn(reason)

*Requested* is sent, *received* is read by the receiving side. A requested one may be answered at once.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from graph.model.errors import Conflict
from graph.model.ids import (
    AccountId,
    CaseId,
    ClaimId,
    NeedId,
    OrganizationId,
    ReferralId,
    ServiceAtLocationId,
)


class ReferralStatus(StrEnum):
    DRAFT = "draft"
    REQUESTED = "requested"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    FAILED = "failed"


_S = ReferralStatus
TRANSITIONS: dict[ReferralStatus, frozenset[ReferralStatus]] = {
    _S.DRAFT: frozenset({_S.REQUESTED, _S.WITHDRAWN}),
    _S.REQUESTED: frozenset({_S.RECEIVED, _S.ACCEPTED, _S.DECLINED, _S.WITHDRAWN, _S.EXPIRED}),
    _S.RECEIVED: frozenset({_S.ACCEPTED, _S.DECLINED, _S.WITHDRAWN, _S.EXPIRED}),
    _S.ACCEPTED: frozenset({_S.IN_PROGRESS, _S.WITHDRAWN, _S.FAILED}),
    _S.IN_PROGRESS: frozenset({_S.COMPLETED, _S.FAILED}),
}
AWAITING = frozenset({_S.REQUESTED, _S.RECEIVED})


@dataclass(frozen=True, slots=True)
class Referral:
    """`visible_at`: the receiver sees it from then on, until then the sender can undo. `answer_by`: when it is due."""

    id: ReferralId
    status: ReferralStatus
    need_id: NeedId
    case_id: CaseId
    service_at_location_id: ServiceAtLocationId
    asker_id: OrganizationId
    provider_id: OrganizationId
    sent_by: AccountId
    sent_at: datetime
    visible_at: datetime
    answer_by: datetime
    hold_id: ClaimId | None = None
    reservation_id: ClaimId | None = None
    received_at: datetime | None = None
    decided_at: datetime | None = None
    reason: str | None = None
    note: str | None = None

    @property
    def undone(self) -> bool:
        """Withdrawn before the receiver could see it: they never learn of it, not even later."""
        withdrawn_at = self.decided_at if self.status is ReferralStatus.WITHDRAWN else None
        return withdrawn_at is not None and withdrawn_at < self.visible_at

    def status_at(self, now: datetime) -> ReferralStatus:
        lapsed = self.status in AWAITING and self.answer_by <= now
        return ReferralStatus.EXPIRED if lapsed else self.status

    def require(self, to: ReferralStatus, now: datetime) -> None:
        """Raises Conflict `referral-has-moved-on` where the life cycle has no way from here to `to`."""
        if to not in TRANSITIONS.get(self.status_at(now), frozenset()):
            raise Conflict("referral-has-moved-on", {"status": str(self.status_at(now))})
