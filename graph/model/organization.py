"""Legal bodies: municipalities, NGOs, courts, ministries. Provider and referrer are roles, not kinds."""

from dataclasses import dataclass
from enum import StrEnum

from graph.model.ids import OrganizationId


class OrganizationKind(StrEnum):
    STATE = "state"
    MUNICIPALITY = "municipality"
    NGO = "ngo"
    CHURCH = "church"
    PUBLIC_WELFARE = "public_welfare"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Organization:
    """`invented` marks the demonstration network: no such body exists."""

    id: OrganizationId
    name: str
    kind: OrganizationKind
    phone: str | None = None
    invented: bool = False
