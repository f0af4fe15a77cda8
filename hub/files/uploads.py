"""Files between upload and decision: in Redis for half an hour, under a key that cannot be guessed, for one account."""

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import cast

from redis import Redis

from graph.model.errors import NotThere
from graph.model.ids import AccountId

KEPT_FOR = timedelta(minutes=30)
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Upload:
    """`name` is what the sender's machine called it, without folders; `at` the instant of the upload.

    `again`: this very file had been taken before it was sent this time.
    """

    account_id: AccountId
    name: str
    content: bytes
    at: datetime
    again: bool


def keep(redis: Redis, upload: Upload) -> str:
    """Keeps a file, whose size the caller has limited, and returns the key that opens it."""
    key = token_urlsafe(24)
    kept = {
        "account_id": upload.account_id,
        "name": upload.name,
        "content": b64encode(upload.content).decode(),
        "at": upload.at.isoformat(),
        "again": upload.again,
    }
    redis.set(_stored_under(key), json.dumps(kept), ex=KEPT_FOR)
    return key


def find(redis: Redis, key: str, account_id: AccountId) -> Upload:
    """Raises NotThere once the half hour is over, and to everybody else."""
    text = cast(str | None, redis.get(_stored_under(key)))
    kept = json.loads(text) if text else {}
    if kept.get("account_id") != account_id:
        raise NotThere("upload")
    return Upload(
        account_id=account_id,
        name=kept["name"],
        content=b64decode(kept["content"]),
        at=datetime.fromisoformat(kept["at"]),
        again=kept["again"],
    )


def plain_name(name: str) -> str:
    """The last part of a path, in one line: «C:\\θέσεις.csv» becomes «θέσεις.csv»."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(letter for letter in last if letter.isprintable()).strip()[:LONGEST_NAME]


def _stored_under(key: str) -> str:
    return f"upload:{sha256(key.encode()).hexdigest()}"
