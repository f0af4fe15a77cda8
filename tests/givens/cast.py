"""The people of the tests. Chidi does the same work as Ana for another body, and must never see what is hers."""

from dataclasses import dataclass
from datetime import UTC, datetime

from graph.model.ids import AccountId, OrganizationId
from graph.model.service import ServiceAtLocation
from graph.scope import EVERYTHING, Actor, VisibleOrganizations

NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
"""A Tuesday, 20:00 in Athens: tonight is the night of the 24th."""


@dataclass(frozen=True, slots=True)
class CastMember:
    account_id: AccountId
    organization_id: OrganizationId | None
    scope: VisibleOrganizations

    def at(self, instant: datetime = NOW) -> Actor:
        return Actor(self.account_id, self.organization_id, instant)


def who_acts_for(name: str, organization_id: OrganizationId) -> CastMember:
    return CastMember(AccountId(name), organization_id, VisibleOrganizations(frozenset({organization_id})))


ANA = who_acts_for("ana", OrganizationId("north"))
"""Coordinator of North: she asks."""

CHIDI = who_acts_for("chidi", OrganizationId("south"))
"""Coordinator of South: a stranger to all that Ana does."""

DITA = CastMember(AccountId("dita"), None, EVERYTHING)
"""Auditor: she reads who read what, and changes nothing."""


def bram_of(service: ServiceAtLocation) -> CastMember:
    """Staff of the body that runs the service: he answers, and opens the door."""
    return who_acts_for("bram", service.organization_id)
