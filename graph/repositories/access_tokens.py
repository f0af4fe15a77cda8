"""Tokens for the API, found by digest: a copy of the graph gives nobody a key."""

from graph.model.account import AccessToken, Account
from graph.model.errors import NotThere
from graph.model.ids import AccountId
from graph.records import Row, instant, instant_or_none
from graph.repositories.accounts import WITH_OWN_BODY, account_in
from graph.session import Reading, Writing


def find_account_by_token(tx: Reading, digest: str) -> Account | None:
    """The account whose token has this digest, unless the token was revoked."""
    found = tx.rows(
        "MATCH (t:AccessToken {digest: $digest})-[:OF]->(a:Account) WHERE t.revoked_at IS NULL" + WITH_OWN_BODY,
        digest=digest,
    )
    return account_in(found)


def add_token(tx: Writing, token: AccessToken) -> None:
    """Raises NotThere where the account is not."""
    row = tx.row(
        """
        MATCH (a:Account {id: $account_id})
        CREATE (t:AccessToken {digest: $digest, label: $label, created_at: $created_at})-[:OF]->(a)
        RETURN a.id AS id
        """,
        account_id=token.account_id,
        digest=token.digest,
        label=token.label,
        created_at=token.created_at,
    )
    if row is None:
        raise NotThere("account")


def revoke_token(tx: Writing, account_id: AccountId, digest: str) -> None:
    """The token stops at the next request. Revoking again keeps the first instant."""
    row = tx.row(
        """
        MATCH (t:AccessToken {digest: $digest})-[:OF]->(a:Account {id: $id})
        SET t.revoked_at = coalesce(t.revoked_at, $at)
        RETURN a.id AS id
        """,
        digest=digest,
        id=account_id,
        at=tx.actor.at,
    )
    if row is None:
        raise NotThere("token")


def list_tokens(tx: Reading, account_id: AccountId) -> list[AccessToken]:
    rows = tx.rows(
        """
        MATCH (t:AccessToken)-[:OF]->(:Account {id: $id})
        RETURN properties(t) AS token, t.created_at AS at ORDER BY at
        """,
        id=account_id,
    )
    return [_token(row["token"], account_id) for row in rows]


def _token(token: Row, account_id: AccountId) -> AccessToken:
    return AccessToken(
        digest=token["digest"],
        account_id=account_id,
        label=token["label"],
        created_at=instant(token["created_at"]),
        revoked_at=instant_or_none(token.get("revoked_at")),
    )
