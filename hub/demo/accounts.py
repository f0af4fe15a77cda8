"""One account per role, each with a password and a token that are made anew for every demonstration."""

from collections.abc import Sequence
from dataclasses import dataclass
from secrets import choice

from graph.model.account import Role
from graph.model.ids import OrganizationId
from hub.auth.command import create_token, new_account, store_account
from hub.bootstrap import Hub

WORDS = ("elato", "kima", "petra", "aloni", "vrysi", "gefyra", "lampa", "myrtia", "nefos", "okto", "pigi", "rodi")
NAMES = {
    Role.INTAKE_COORDINATOR: ("coordinator", "Ε. Κ."),
    Role.PROVIDER_STAFF: ("staff", "Φ. Ν."),
    Role.PROVIDER_MANAGER: ("manager", "Μ. Δ."),
    Role.PLANNER: ("planner", "Σ. Χ."),
    Role.REGISTRY_OFFICER: ("registry", "Α. Μ."),
    Role.AUTHORITY: ("authority", "Ε. Α."),
    Role.EVALUATOR: ("evaluator", "Π. Α."),
    Role.TRAINER: ("trainer", "Κ. Ε."),
    Role.ADMINISTRATOR: ("administrator", "Δ. Χ."),
    Role.AUDITOR: ("auditor", "Ι. Λ."),
}


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """What is told to whoever started the demonstration, and to nobody else."""

    role: str
    username: str
    password: str
    token: str


def make_accounts(
    hub: Hub, *, centre: OrganizationId, providers: Sequence[OrganizationId], shelter: OrganizationId
) -> list[DemoAccount]:
    """The staff work for `shelter`, the manager for every invented provider, all others for the `centre`."""
    acts_for: dict[Role, Sequence[OrganizationId]] = {
        Role.PROVIDER_STAFF: [shelter],
        Role.PROVIDER_MANAGER: providers,
    }
    return [_one(hub, role, acts_for.get(role, [centre])) for role in NAMES]


def _one(hub: Hub, role: Role, organizations: Sequence[OrganizationId]) -> DemoAccount:
    username, name = NAMES[role]
    password = "-".join(choice(WORDS) for _ in range(5))
    account = new_account(hub, username=username, role=str(role), organizations=organizations, name=name)
    store_account(hub, account, password)
    return DemoAccount(str(role), username, password, create_token(hub, account.id, "demonstration"))
