"""The `Idempotency-Key` header (INV-8): the same key with the same request has one effect.

The request is known by a hash of its method, its path with the query, and its body; JSON is brought to one form
first, so that spaces and the order of fields make no difference.
"""

import json
import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated

from fastapi import Depends, Header, Request

from graph.model.errors import Invalid
from graph.model.idempotency import IdempotencyKey
from graph.model.ids import AccountId
from graph.repositories.idempotency import find_made
from hub.bootstrap import Hub

ALLOWED = re.compile(r"[!-~]{1,200}")


@dataclass(frozen=True, slots=True)
class KeyedRequest:
    """`key` is None where the sender gave none: the request is taken and simply not repeatable."""

    key: str | None
    request_hash: str

    def of(self, account_id: AccountId) -> IdempotencyKey | None:
        """The key as the repositories take it: unique per account."""
        return IdempotencyKey(account_id, self.key, self.request_hash) if self.key else None


async def keyed_request(
    request: Request, idempotency_key: Annotated[str | None, Header(max_length=500)] = None
) -> KeyedRequest:
    """Raises Invalid `idempotency-key-malformed`."""
    if idempotency_key is not None and not ALLOWED.fullmatch(idempotency_key):
        raise Invalid("Idempotency-Key", "idempotency-key-malformed")
    target = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return KeyedRequest(idempotency_key, request_hash(request.method, target, await request.body()))


def made_earlier(hub: Hub, key: IdempotencyKey | None) -> str | None:
    """The id of what this request has made already. Raises KeyReused where the key came with another request."""
    return hub.graph.read(lambda tx: find_made(tx, key)) if key else None


GivenKey = Annotated[KeyedRequest, Depends(keyed_request)]


def request_hash(method: str, target: str, body: bytes) -> str:
    digest = sha256()
    for part in (method.encode(), target.encode(), canonical(body)):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def canonical(body: bytes) -> bytes:
    """JSON with sorted fields and no spaces; anything else as it came."""
    try:
        return json.dumps(json.loads(body), sort_keys=True, separators=(",", ":")).encode()
    except (ValueError, RecursionError):
        return body
