"""Making accounts from the command line and for the demonstration."""

import re
from collections.abc import Sequence
from secrets import token_urlsafe

from graph.model.account import AccessToken, Account, Role
from graph.model.errors import Invalid
from graph.model.ids import AccountId, OrganizationId, new_id
from graph.repositories import accounts
from graph.repositories.access_tokens import add_token
from graph.scope import the_hub_itself
from graph.session import Writing
from hub.auth.sign_in import LONGEST_USERNAME, canonical
from hub.auth.tokens import digest, new_token
from hub.bootstrap import Hub, build_hub
from hub.settings import Settings

USERNAME = re.compile(rf"[a-z0-9][a-z0-9.\-_]{{1,{LONGEST_USERNAME - 1}}}")


def create_account(
    settings: Settings,
    *,
    username: str,
    role: str,
    organizations: Sequence[str],
    name: str | None = None,
    language: str = "el",
    password: str | None = None,
) -> str:
    """Makes an account that acts for `organizations`, its own body first, and returns its password.

    Without `password` one is made. Raises Invalid, or Conflict `username-taken`.
    """
    hub = build_hub(settings)
    try:
        chosen = password or token_urlsafe(12)
        account = new_account(
            hub, username=username, role=role, organizations=organizations, name=name or username, language=language
        )
        store_account(hub, account, chosen)
        return chosen
    finally:
        hub.close()


def new_account(
    hub: Hub, *, username: str, role: str, organizations: Sequence[str], name: str, language: str = "el"
) -> Account:
    """The value, checked, with a fresh id; not stored yet."""
    if not USERNAME.fullmatch(canonical(username)):
        raise Invalid("username", "username-malformed")
    if role not in set(Role):
        raise Invalid("role", "unknown-role", {"roles": ", ".join(Role)})
    return Account(
        id=AccountId(new_id()),
        username=canonical(username),
        name=name,
        role=Role(role),
        organization_ids=tuple(OrganizationId(o) for o in organizations),
        language=language,
        created_at=hub.clock.now(),
    )


def store_account(hub: Hub, account: Account, password: str | None) -> None:
    """Stores it, with a password unless it is a partner's, which has tokens only."""
    now = hub.clock.now()
    hashed = hub.passwords.hash(password) if password else None

    def made(tx: Writing) -> None:
        accounts.create_account(tx, account)
        if hashed:
            accounts.set_password(tx, account.id, hashed)

    hub.graph.write(the_hub_itself(now), made)


def create_token(hub: Hub, account_id: AccountId, label: str) -> str:
    """Makes an access token and returns it, the only time that it can be seen."""
    token, now = new_token(), hub.clock.now()
    kept = AccessToken(digest(token), account_id, label, now)
    hub.graph.write(the_hub_itself(now), lambda tx: add_token(tx, kept))
    return token
