"""Passwords are compared in one way only, whoever asks."""

import pytest
from argon2 import PasswordHasher

from graph.model.errors import Invalid
from hub.auth.passwords import LONGEST, Passwords, Verified

QUICK = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)


class Counting(PasswordHasher):
    """Counts how often a hash is compared."""

    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_cost=64, parallelism=1)
        self.compared = 0

    def verify(self, hash: str | bytes, password: str | bytes) -> bool:  # noqa: A002 - the library's name
        self.compared += 1
        return super().verify(hash, password)


def test_the_right_password_matches_and_a_wrong_one_does_not() -> None:
    passwords = Passwords(QUICK)
    stored = passwords.hash("three trees by the river")
    assert passwords.verify(stored, "three trees by the river") == Verified(True)
    assert passwords.verify(stored, "three trees by the sea!") == Verified(False)


def test_an_unknown_name_costs_a_comparison_like_a_known_one() -> None:
    hasher = Counting()
    passwords = Passwords(hasher)
    stored = passwords.hash("three trees by the river")
    passwords.verify(stored, "wrong")
    assert hasher.compared == 1
    assert passwords.verify(None, "the password of nobody") == Verified(False)
    assert hasher.compared == 2


def test_a_hash_of_weaker_settings_is_made_anew() -> None:
    stored = Passwords(QUICK).hash("three trees by the river")
    stronger = Passwords(PasswordHasher(time_cost=2, memory_cost=64, parallelism=1))
    verified = stronger.verify(stored, "three trees by the river")
    assert verified.matches
    assert verified.new_hash is not None
    assert stronger.verify(verified.new_hash, "three trees by the river") == Verified(True)


@pytest.mark.parametrize("password", ["short", "x" * (LONGEST + 1)])
def test_a_password_too_short_or_too_long_is_refused(password: str) -> None:
    with pytest.raises(Invalid):
        Passwords(QUICK).hash(password)


def test_a_broken_stored_hash_matches_nothing() -> None:
    assert Passwords(QUICK).verify("not a hash", "anything at all") == Verified(False)
