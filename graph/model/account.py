"""Accounts: people who sign in, and partners whose systems hold keys. A token is known only by its digest."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from graph.model.ids import AccountId, OrganizationId


class Role(StrEnum):
    INTAKE_COORDINATOR = "intake_coordinator"
    PROVIDER_STAFF = "provider_staff"
    PROVIDER_MANAGER = "provider_manager"
    PLANNER = "planner"
    REGISTRY_OFFICER = "registry_officer"
    AUTHORITY = "authority"
    EVALUATOR = "evaluator"
    TRAINER = "trainer"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class Account:
    """`organization_ids` are the bodies acted for, the account's own first; `language` is `el` or `en`.

    `password_hash` is None for a partner, which has tokens only. Sessions begun before `password_set_at` are over.
    """

    id: AccountId
    username: str
    name: str
    role: Role
    organization_ids: tuple[OrganizationId, ...]
    language: str
    created_at: datetime
    active: bool = True
    password_hash: str | None = field(default=None, repr=False)
    password_set_at: datetime | None = None
    own_organization_name: str | None = None

    @property
    def own_organization_id(self) -> OrganizationId | None:
        return self.organization_ids[0] if self.organization_ids else None


@dataclass(frozen=True, slots=True)
class AccessToken:
    """`digest` is the SHA-256 of the token in hexadecimal; the token itself is shown once and kept nowhere."""

    digest: str = field(repr=False)
    account_id: AccountId
    label: str
    created_at: datetime
    revoked_at: datetime | None = None
