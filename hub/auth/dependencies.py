"""What a route asks for: `requires` on the API (a bearer token only), `page_requires` on pages (a session only).

    subject: Annotated[Subject, Depends(requires(Permission.PLACE_HOLD))]

Both name the permission on the route, where a test reads it. A page that changes something has its form checked on
the way, so that none can forget it.
"""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from graph.model.account import Account
from graph.model.errors import Refused
from graph.repositories.access_tokens import find_account_by_token
from graph.repositories.accounts import find_account
from hub.auth.csrf import CheckedForm
from hub.auth.current_session import CurrentSession, HubHere
from hub.auth.permissions import Permission
from hub.auth.sessions import Session
from hub.auth.subject import Subject, subject_of
from hub.auth.tokens import digest
from hub.errors import NotSignedIn

__all__ = ["HubHere", "page_requires", "requires", "signed_in"]

bearer = HTTPBearer(auto_error=False, description="A token of an account or a partner.")


@dataclass(frozen=True, slots=True)
class TokenRequired:
    """Raises NotSignedIn without a living token, Refused where its account lacks the permission."""

    permission: Permission

    def __call__(
        self,
        request: Request,
        hub: HubHere,
        credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)],
    ) -> Subject:
        if credentials is None:
            raise NotSignedIn
        key = digest(credentials.credentials)
        account = hub.graph.read(lambda tx: find_account_by_token(tx, key))
        return _allowed(request, account, self.permission)


def signed_in(request: Request, hub: HubHere, session: CurrentSession) -> Account:
    """The account of the session. Raises NotSignedIn where it is over, or older than the password."""
    account = hub.graph.read(lambda tx: find_account(tx, session.account_id)) if session else None
    if session is None or account is None or _outdated(session, account):
        request.state.session = None
        raise NotSignedIn
    return account


@dataclass(frozen=True, slots=True)
class SessionRequired:
    """As TokenRequired for pages; raises FormRefused for a form that is not of this session."""

    permission: Permission

    def __call__(self, request: Request, account: Annotated[Account, Depends(signed_in)], _: CheckedForm) -> Subject:
        return _allowed(request, account, self.permission)


def requires(permission: Permission) -> TokenRequired:
    return TokenRequired(permission)


def page_requires(permission: Permission) -> SessionRequired:
    return SessionRequired(permission)


def _outdated(session: Session, account: Account) -> bool:
    return account.password_set_at is not None and session.started_at < account.password_set_at


def _allowed(request: Request, account: Account | None, permission: Permission) -> Subject:
    if account is None or not account.active:
        raise NotSignedIn
    subject = subject_of(account)
    request.state.subject = subject
    if not subject.may(permission):
        raise Refused("not-permitted")
    return subject
