"""Who somebody is: a name, a password, and not too many tries."""

from dataclasses import dataclass

from graph.model.account import Account
from graph.repositories.accounts import find_account_by_username, record_sign_in, store_rehashed
from graph.session import Writing
from hub.auth.sessions import Session
from hub.auth.subject import subject_of
from hub.bootstrap import Hub

LONGEST_USERNAME = 64


@dataclass(frozen=True, slots=True)
class SignedIn:
    session: Session
    language: str


def sign_in(hub: Hub, *, username: str, password: str, address: str) -> SignedIn | None:
    """A new session, or None where name or password is wrong or the account is switched off.

    Raises TooManyTries. All refusals take the same work.
    """
    name = canonical(username)
    hub.tries.count(name, address)
    found = hub.graph.read(lambda tx: find_account_by_username(tx, name))
    verified = hub.passwords.verify(found.password_hash if found else None, password)
    if found is None or not verified.matches or not found.active:
        return None
    hub.tries.forget(name, address)
    return _begin(hub, found, verified.new_hash)


def canonical(username: str) -> str:
    """Names are kept in small letters and without spaces around: nobody is refused for a telephone's capital."""
    return username.strip().lower()[:LONGEST_USERNAME]


def _begin(hub: Hub, account: Account, new_hash: str | None) -> SignedIn:
    now = hub.clock.now()

    def recorded(tx: Writing) -> None:
        if new_hash and account.password_hash:
            store_rehashed(tx, account.id, old_hash=account.password_hash, new_hash=new_hash)
        record_sign_in(tx, account.id)

    hub.graph.write(subject_of(account).actor(now), recorded)
    return SignedIn(hub.sessions.start(account.id, now), account.language)
