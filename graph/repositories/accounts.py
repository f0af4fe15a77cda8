"""Accounts and the bodies they act for.

These reads take no scope: they are what a reader's scope is computed from.
"""

from collections.abc import Sequence
from typing import LiteralString

from graph.model.account import Account, Role
from graph.model.errors import Conflict, Invalid, NotThere
from graph.model.events import EventType
from graph.model.ids import AccountId, OrganizationId
from graph.records import Row, instant, instant_or_none, texts
from graph.repositories.recording import happened
from graph.session import Reading, Writing

WITH_OWN_BODY: LiteralString = """
    OPTIONAL MATCH (o:Organization {id: a.own_organization_id})
    RETURN properties(a) AS account, o.name AS own_name
"""


def create_account(tx: Writing, account: Account) -> None:
    """Stores a new account. Raises Conflict `username-taken`, Invalid where an organization is not there."""
    row = tx.row(
        """
        MERGE (a:Account {username: $username})
        ON CREATE SET a.id = $id, a.name = $name, a.role = $role, a.language = $language, a.active = $active,
          a.created_at = $created_at, a.password_hash = $password_hash, a.password_set_at = $password_set_at
        RETURN a.id AS id
        """,
        id=account.id,
        username=account.username,
        name=account.name,
        role=str(account.role),
        language=account.language,
        active=account.active,
        created_at=account.created_at,
        password_hash=account.password_hash,
        password_set_at=account.password_set_at,
    )
    if row is None or row["id"] != account.id:
        raise Conflict("username-taken")
    set_organizations(tx, account.id, account.organization_ids)
    happened(
        tx,
        EventType.ACCOUNT_CREATED,
        account.id,
        parties=account.organization_ids[:1],
        data={"role": str(account.role)},
    )


def set_organizations(tx: Writing, account_id: AccountId, organization_ids: tuple[OrganizationId, ...]) -> None:
    """Makes an account act for exactly these, its own body first. Raises Invalid where one is not there.

    The list stands on the account as well as in its relationships: every request reads it, and an account may act
    for hundreds.
    """
    tx.rows("MATCH (:Account {id: $id})-[r:ACTS_FOR]->(:Organization) DELETE r RETURN count(r) AS cut", id=account_id)
    row = tx.row(
        """
        MATCH (a:Account {id: $id})
        SET a.organization_ids = $organizations, a.own_organization_id = $own
        WITH a
        UNWIND $organizations AS organization
        MATCH (o:Organization {id: organization})
        CREATE (a)-[:ACTS_FOR]->(o)
        RETURN count(o) AS made
        """,
        id=account_id,
        organizations=list(organization_ids),
        own=organization_ids[0] if organization_ids else None,
    )
    if (0 if row is None else row["made"]) != len(organization_ids):
        raise Invalid("organization_ids", "unknown-organization")


def find_account(tx: Reading, account_id: AccountId) -> Account | None:
    return account_in(tx.rows("MATCH (a:Account {id: $id})" + WITH_OWN_BODY, id=account_id))


def get_account(tx: Reading, account_id: AccountId) -> Account:
    """Raises NotThere."""
    account = find_account(tx, account_id)
    if account is None:
        raise NotThere("account")
    return account


def find_account_by_username(tx: Reading, username: str) -> Account | None:
    return account_in(tx.rows("MATCH (a:Account {username: $username})" + WITH_OWN_BODY, username=username))


def list_accounts(tx: Reading, *, limit: int, after: str = "") -> list[Account]:
    """A page in the order of usernames, from behind `after`."""
    rows = tx.rows(
        "MATCH (a:Account) WHERE a.username > $after WITH a ORDER BY a.username LIMIT $limit" + WITH_OWN_BODY,
        after=after,
        limit=limit,
    )
    return sorted((_account(row) for row in rows), key=lambda account: account.username)


def set_password(tx: Writing, account_id: AccountId, password_hash: str) -> None:
    """A new password: every session begun before is over."""
    _changed(
        tx.row(
            "MATCH (a:Account {id: $id}) SET a.password_hash = $hash, a.password_set_at = $at RETURN a.id AS id",
            id=account_id,
            hash=password_hash,
            at=tx.actor.at,
        )
    )


def store_rehashed(tx: Writing, account_id: AccountId, *, old_hash: str, new_hash: str) -> None:
    """The same password under stronger settings; nothing where the password was changed meanwhile."""
    tx.rows(
        "MATCH (a:Account {id: $id}) WHERE a.password_hash = $old SET a.password_hash = $new RETURN a.id AS id",
        id=account_id,
        old=old_hash,
        new=new_hash,
    )


def set_language(tx: Writing, account_id: AccountId, language: str) -> None:
    _changed(
        tx.row(
            "MATCH (a:Account {id: $id}) SET a.language = $language RETURN a.id AS id",
            id=account_id,
            language=language,
        )
    )


def set_active(tx: Writing, account_id: AccountId, active: bool) -> None:
    """Switches an account on or off; its sessions and tokens stop at the next request."""
    _changed(
        tx.row(
            "MATCH (a:Account {id: $id}) SET a.active = $active RETURN a.id AS id",
            id=account_id,
            active=active,
        )
    )


def record_sign_in(tx: Writing, account_id: AccountId) -> None:
    happened(tx, EventType.SIGNED_IN, account_id)


def _changed(row: object) -> None:
    if row is None:
        raise NotThere("account")


def account_in(rows: Sequence[Row]) -> Account | None:
    return _account(rows[0]) if rows else None


def _account(row: Row) -> Account:
    account = row["account"]
    return Account(
        id=AccountId(account["id"]),
        username=account["username"],
        name=account["name"],
        role=Role(account["role"]),
        organization_ids=tuple(OrganizationId(o) for o in texts(account.get("organization_ids"))),
        language=account["language"],
        created_at=instant(account["created_at"]),
        active=bool(account["active"]),
        password_hash=account.get("password_hash"),
        password_set_at=instant_or_none(account.get("password_set_at")),
        own_organization_name=row["own_name"],
    )
