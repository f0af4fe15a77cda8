"""Sessions of people who signed in, kept in Redis: the browser holds a random id and nothing else.

A session is over 30 minutes after its last request, 12 hours after it began, when its person signs out, and when
the account gets a new password or is switched off. Redis knows the digest of an id, so that a copy of it opens
nothing.
"""

import json
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import cast

from redis import Redis

from graph.model.ids import AccountId

IDLE = timedelta(minutes=30)
AT_MOST = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Session:
    """`form_secret` makes the tokens of its forms."""

    id: str = field(repr=False)
    account_id: AccountId
    form_secret: str = field(repr=False)
    started_at: datetime
    seen_at: datetime

    def is_over(self, now: datetime) -> bool:
        return now >= self.seen_at + IDLE or now >= self.started_at + AT_MOST


class Sessions:
    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    def start(self, account_id: AccountId, now: datetime) -> Session:
        """A session under a new id: one that was known before the sign-in is never taken over."""
        session = Session(token_urlsafe(32), account_id, token_urlsafe(32), now, now)
        self._redis.set(_key(session.id), _stored(session), ex=IDLE)
        return session

    def find(self, session_id: str, now: datetime, *, touch: bool = True) -> Session | None:
        """The live session of this id. `touch`: this request keeps it alive; a waiting page does not."""
        text = cast(bytes | str | None, self._redis.get(_key(session_id)))
        session = _read(session_id, text) if text else None
        if session is None or session.is_over(now):
            return None
        return self._touched(session, now) if touch else session

    def end(self, session_id: str) -> None:
        self._redis.delete(_key(session_id))

    def _touched(self, session: Session, now: datetime) -> Session:
        seen = replace(session, seen_at=now)
        # Only where it is still there: a request under way must not bring back what was signed out meanwhile.
        self._redis.set(_key(session.id), _stored(seen), ex=IDLE, xx=True)
        return seen


def _key(session_id: str) -> str:
    return f"session:{sha256(session_id.encode()).hexdigest()}"


def _stored(session: Session) -> str:
    return json.dumps(
        {
            "account_id": session.account_id,
            "form_secret": session.form_secret,
            "started_at": session.started_at.isoformat(),
            "seen_at": session.seen_at.isoformat(),
        }
    )


def _read(session_id: str, text: bytes | str) -> Session:
    stored = json.loads(text)
    return Session(
        id=session_id,
        account_id=AccountId(stored["account_id"]),
        form_secret=stored["form_secret"],
        started_at=datetime.fromisoformat(stored["started_at"]),
        seen_at=datetime.fromisoformat(stored["seen_at"]),
    )
