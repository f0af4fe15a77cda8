"""An idempotency key, unique per account: the same request twice has one effect (INV-8)."""

from dataclasses import dataclass

from graph.model.ids import AccountId


@dataclass(frozen=True, slots=True)
class IdempotencyKey:
    """`request_hash` is over method, path and body."""

    account_id: AccountId
    key: str
    request_hash: str
