"""Idempotency keys, merged first in the transaction that they name (INV-8)."""

from collections.abc import Callable
from typing import TypeVar

from graph.model.errors import KeyReused
from graph.model.idempotency import IdempotencyKey
from graph.model.ids import new_id
from graph.session import Reading, Writing

T = TypeVar("T")


def made_before(tx: Writing, key: IdempotencyKey | None, made_id: str) -> str | None:
    """Remembers that this request makes `made_id`; if it was made before, returns the id of what it made then.

    Raises KeyReused where the key came with another request. A refusal later in the transaction leaves no key.
    """
    if key is None:
        return None
    tx.done_meanwhile = lambda reading: find_made(reading, key) is not None
    row = tx.row(
        """
        MERGE (k:IdempotencyKey {id: $id})
        ON CREATE SET k.made_id = $made_id, k.request_hash = $request_hash, k.made_at = $at
        RETURN k.made_id AS made_id, k.request_hash AS request_hash
        """,
        id=_id_of(key),
        made_id=made_id,
        request_hash=key.request_hash,
        at=tx.actor.at,
    )
    if row is None or row["request_hash"] != key.request_hash:
        raise KeyReused
    return None if row["made_id"] == made_id else str(row["made_id"])


def find_made(tx: Reading, key: IdempotencyKey | None) -> str | None:
    """The id of what this request has made already, for work that comes before the transaction that makes it.

    Raises KeyReused.
    """
    if key is None:
        return None
    row = tx.row(
        "MATCH (k:IdempotencyKey {id: $id}) RETURN k.made_id AS made_id, k.request_hash AS request_hash",
        id=_id_of(key),
    )
    if row is None:
        return None
    if row["request_hash"] != key.request_hash:
        raise KeyReused
    return str(row["made_id"])


def once(tx: Writing, key: IdempotencyKey | None, changed_id: str, *, do: Callable[[], T], again: Callable[[], T]) -> T:
    """Changes the record `changed_id` by `do`, or answers with `again` where this request has done so before."""
    return again() if key and _done_before(tx, key, changed_id) else do()


def _done_before(tx: Writing, key: IdempotencyKey, changed_id: str) -> bool:
    mine = new_id()
    tx.done_meanwhile = lambda reading: find_made(reading, key) is not None
    row = tx.row(
        """
        MERGE (k:IdempotencyKey {id: $id})
        ON CREATE SET k.made_id = $changed_id, k.request_hash = $request_hash, k.made_at = $at, k.token = $mine
        RETURN k.token AS token, k.request_hash AS request_hash
        """,
        id=_id_of(key),
        changed_id=changed_id,
        request_hash=key.request_hash,
        at=tx.actor.at,
        mine=mine,
    )
    if row is None or row["request_hash"] != key.request_hash:
        raise KeyReused
    return row["token"] != mine


def _id_of(key: IdempotencyKey) -> str:
    return f"{key.account_id} {key.key}"
