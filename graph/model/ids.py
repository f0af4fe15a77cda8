"""One type per identity, so that a case is never asked for by the number of a referral.

Ids are opaque text made by the hub (UUID4), or, for areas, the official code with its kind in front.
"""

from typing import NewType
from uuid import uuid4

AccountId = NewType("AccountId", str)
AreaId = NewType("AreaId", str)
CapacityUnitId = NewType("CapacityUnitId", str)
CaseId = NewType("CaseId", str)
ClaimId = NewType("ClaimId", str)
DiscrepancyId = NewType("DiscrepancyId", str)
EventId = NewType("EventId", str)
HouseholdId = NewType("HouseholdId", str)
LocationId = NewType("LocationId", str)
NeedId = NewType("NeedId", str)
ObservationId = NewType("ObservationId", str)
OrganizationId = NewType("OrganizationId", str)
OutOfServiceId = NewType("OutOfServiceId", str)
OutboxRowId = NewType("OutboxRowId", str)
PersonId = NewType("PersonId", str)
RankingId = NewType("RankingId", str)
ReferralId = NewType("ReferralId", str)
ServiceAtLocationId = NewType("ServiceAtLocationId", str)
ServiceId = NewType("ServiceId", str)
SourceId = NewType("SourceId", str)


def new_id() -> str:
    """A fresh UUID4 as text: no counter and no time in it."""
    return str(uuid4())
