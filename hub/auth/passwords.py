"""Passwords: argon2id hashes, made anew when the settings grow stronger.

An unknown name costs as much as a known one, so that nobody learns from the time which names exist. At most
four hashes are made at once, because each takes 64 MiB.
"""

from dataclasses import dataclass
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from graph.model.errors import Invalid

SHORTEST = 12
LONGEST = 256


@dataclass(frozen=True, slots=True)
class Verified:
    """`new_hash` is set where the stored one should be replaced."""

    matches: bool
    new_hash: str | None = None


class Passwords:
    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._slots = BoundedSemaphore(4)
        self._nobodys = self._hasher.hash("the password of nobody")

    def hash(self, password: str) -> str:
        """Raises Invalid for a password under 12 or over 256 characters."""
        if len(password) < SHORTEST:
            raise Invalid("password", "password-too-short", {"characters": SHORTEST})
        if len(password) > LONGEST:
            raise Invalid("password", "password-too-long", {"characters": LONGEST})
        with self._slots:
            return self._hasher.hash(password)

    def verify(self, stored: str | None, password: str) -> Verified:
        """`stored` is None where there is no such account, or one that has no password."""
        with self._slots:
            matches = self._matches(stored or self._nobodys, password[:LONGEST]) and stored is not None
            if matches and stored is not None and self._hasher.check_needs_rehash(stored):
                return Verified(True, self._hasher.hash(password))
        return Verified(matches)

    def _matches(self, stored: str, password: str) -> bool:
        try:
            return self._hasher.verify(stored, password)
        except (VerificationError, InvalidHashError):
            return False
