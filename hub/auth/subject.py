"""Who asks: an account as a request sees it, and what it may see and do."""

from dataclasses import dataclass
from datetime import datetime

from graph.model.account import Account, Role
from graph.model.ids import AccountId, OrganizationId
from graph.scope import Actor, VisibleOrganizations
from hub.auth.permissions import Permission
from hub.auth.roles import PERMISSIONS
from hub.web.i18n import Language


@dataclass(frozen=True, slots=True)
class Subject:
    """`scope` is the set of bodies acted for, which every repository read takes; `organization_id` is the own one."""

    account_id: AccountId
    name: str
    role: Role
    permissions: frozenset[Permission]
    acts_for: VisibleOrganizations
    organization_id: OrganizationId | None
    organization_name: str | None
    language: Language

    @property
    def scope(self) -> VisibleOrganizations:
        return self.acts_for

    def may(self, permission: Permission) -> bool:
        return permission in self.permissions

    def clearance(self) -> VisibleOrganizations:
        """The bodies whose hidden locations are open to this reader (INV-9)."""
        return self.acts_for if self.may(Permission.SEE_HIDDEN_LOCATIONS) else VisibleOrganizations()

    def actor(self, now: datetime) -> Actor:
        return Actor(self.account_id, self.organization_id, now)


def subject_of(account: Account) -> Subject:
    return Subject(
        account_id=account.id,
        name=account.name,
        role=account.role,
        permissions=PERMISSIONS[account.role],
        acts_for=VisibleOrganizations(frozenset(account.organization_ids)),
        organization_id=account.own_organization_id,
        organization_name=account.own_organization_name,
        language=Language(account.language),
    )
