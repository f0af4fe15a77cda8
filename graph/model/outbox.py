"""What leaves the hub, or wakes somebody, leaves after the change, from a row written in it (INV-6)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from graph.model.ids import EventId, OrganizationId, OutboxRowId


class OutboxStatus(StrEnum):
    DUE = "due"
    LEASED = "leased"
    DELIVERED = "delivered"
    WITHDRAWN = "withdrawn"
    GAVE_UP = "gave_up"


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """Tell `receiver_id` of event `event_id` (of `event_type` about `subject_id`), not before `due_at`."""

    id: OutboxRowId
    event_id: EventId
    event_type: str
    subject_id: str
    receiver_id: OrganizationId
    due_at: datetime
    status: OutboxStatus = OutboxStatus.DUE
    attempts: int = 0
