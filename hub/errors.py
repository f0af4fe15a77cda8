"""Errors that only the hub's edge knows; the tree that they belong to stands in `graph.model.errors`.

HubError
├── NotSignedIn   401  no session, or no token, or one that is over
├── FormRefused   403  the form's token is missing or from another session
├── TooManyTries  429  trying again helps after `retry_after` seconds
└── … and all of graph.model.errors
"""

from collections.abc import Mapping

from graph.model.errors import HubError


class NotSignedIn(HubError):
    status = 401

    def __init__(self) -> None:
        super().__init__("not-signed-in")


class FormRefused(HubError):
    status = 403

    def __init__(self) -> None:
        super().__init__("form-expired")


class TooManyTries(HubError):
    status = 429
    retry_helps = True

    def __init__(self, retry_after: int) -> None:
        super().__init__("too-many-tries", {"minutes": max(1, -(-retry_after // 60))})
        self.retry_after = retry_after


class ProblemWith(Exception):
    """An error whose answer carries more: `raise ProblemWith(NoPlacesLeft(), next_candidate=match)`.

    The members are added to the problem as they are, so they hold only what its reader may see.
    """

    def __init__(self, error: HubError, **members: object) -> None:
        super().__init__(error.code)
        self.error = error
        self.members: Mapping[str, object] = members


RETRY_SECONDS = 5


def retry_after(error: HubError) -> int | None:
    """Seconds after which a new try may help, None where none does."""
    if isinstance(error, TooManyTries):
        return error.retry_after
    return RETRY_SECONDS if error.retry_helps else None
