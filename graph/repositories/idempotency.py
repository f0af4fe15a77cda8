"""Idempotency keys, merged first in the transaction that they name (INV-8)."""

from graph.model.errors import KeyReused
from graph.model.idempotency import IdempotencyKey
from graph.session import Writing


def made_before(tx: Writing, key: IdempotencyKey | None, made_id: str) -> str | None:
    """Remembers that this request makes `made_id`; if it was made before, returns the id of what it made then.

    Raises KeyReused where the key came with another request. A refusal later in the transaction leaves no key.
    """
    if key is None:
        return None
    row = tx.row(
        """
        MERGE (k:IdempotencyKey {id: $id})
        ON CREATE SET k.made_id = $made_id, k.request_hash = $request_hash, k.made_at = $at
        RETURN k.made_id AS made_id, k.request_hash AS request_hash
        """,
        id=f"{key.account_id} {key.key}",
        made_id=made_id,
        request_hash=key.request_hash,
        at=tx.actor.at,
    )
    if row is None or row["request_hash"] != key.request_hash:
        raise KeyReused
    return None if row["made_id"] == made_id else str(row["made_id"])
