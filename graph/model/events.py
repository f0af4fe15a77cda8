"""What happened, in the past tense: append-only, numbered within the thing it is about, codes and ids only (INV-6)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from graph.model.ids import AccountId, CaseId, EventId, OrganizationId


class EventType(StrEnum):
    CASE_OPENED = "case_opened"
    CASE_CLOSED = "case_closed"
    SHARING_BASIS_RECORDED = "sharing_basis_recorded"
    NEED_RECORDED = "need_recorded"
    NEED_CLOSED = "need_closed"
    NEED_RANKED = "need_ranked"
    HOLD_PLACED = "hold_placed"
    HOLD_LOST = "hold_lost"
    HOLD_EXTENDED = "hold_extended"
    HOLD_RELEASED = "hold_released"
    HOLD_EXPIRED = "hold_expired"
    HOLD_CONVERTED = "hold_converted"
    REFERRAL_SENT = "referral_sent"
    REFERRAL_DELIVERED = "referral_delivered"
    REFERRAL_RECEIVED = "referral_received"
    REFERRAL_ACCEPTED = "referral_accepted"
    REFERRAL_DECLINED = "referral_declined"
    REFERRAL_WITHDRAWN = "referral_withdrawn"
    REFERRAL_EXPIRED = "referral_expired"
    RESERVATION_MADE = "reservation_made"
    RESERVATION_CANCELLED = "reservation_cancelled"
    NON_ARRIVAL_RECORDED = "non_arrival_recorded"
    ARRIVAL_RECORDED = "arrival_recorded"
    DEPARTURE_RECORDED = "departure_recorded"
    PLACEMENT_EXTENDED = "placement_extended"
    PLACEMENT_TRANSFERRED = "placement_transferred"
    CAPACITY_REPORTED = "capacity_reported"
    REPORT_KEPT_AS_HISTORY = "report_kept_as_history"
    REPORT_QUARANTINED = "report_quarantined"
    PLACES_CHANGED = "places_changed"
    TAKEN_OUT_OF_SERVICE = "taken_out_of_service"
    RETURNED_TO_SERVICE = "returned_to_service"
    DISCREPANCY_OPENED = "discrepancy_opened"
    DISCREPANCY_SETTLED = "discrepancy_settled"
    CERTIFICATION_CHANGED = "certification_changed"
    PERSONS_READ = "persons_read"
    FILE_TAKEN = "file_taken"
    ACCOUNT_CREATED = "account_created"
    SIGNED_IN = "signed_in"


@dataclass(frozen=True, slots=True)
class Event:
    """`parties` are the organizations that may see it; `data` holds ids, codes and numbers, nothing personal.

    `number` counts within the subject, `step` within the transaction that recorded it.
    """

    id: EventId
    type: EventType
    subject_id: str
    recorded_at: datetime
    actor_id: AccountId
    actor_organization_id: OrganizationId | None
    parties: tuple[OrganizationId, ...]
    case_id: CaseId | None = None
    number: int = 0
    step: int = 0
    version: int = 1
    data: Mapping[str, object] = field(default_factory=dict[str, object])
