"""Who reads and who writes, as types: no repository read of a case or a person goes without one."""

from dataclasses import dataclass
from datetime import datetime

from graph.model.ids import AccountId, OrganizationId


@dataclass(frozen=True, slots=True)
class VisibleOrganizations:
    """The organizations whose records a reader may see; `everything` for the hub's own tasks and checks."""

    ids: frozenset[OrganizationId] = frozenset()
    everything: bool = False

    def includes(self, *organizations: OrganizationId) -> bool:
        return self.everything or any(o in self.ids for o in organizations)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts and when. `organization_id` is the body acted for; None for the hub's own tasks."""

    account_id: AccountId
    organization_id: OrganizationId | None
    at: datetime


HUB = AccountId("hub")


def the_hub_itself(at: datetime) -> Actor:
    """The actor of expiry, sweeps and the demonstration's own day."""
    return Actor(HUB, None, at)


EVERYTHING = VisibleOrganizations(everything=True)
