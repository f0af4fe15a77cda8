"""Driver errors told in the words of the hub's own error tree (`graph.model.errors`)."""

from collections.abc import Generator
from contextlib import contextmanager

from neo4j.exceptions import (
    ConstraintError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph.model.errors import Conflict, Unavailable

OUT_OF_TIME = (
    "Neo.ClientError.Transaction.TransactionTimedOut",
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
)
"""The bound on a write has cut it; the driver counts that among mistakes of the client and would not try again."""


@contextmanager
def told_in_our_words() -> Generator[None]:
    """Maps what the driver raises: out of reach or too busy is `Unavailable`, a broken key is `Conflict`."""
    try:
        yield
    except ConstraintError as error:
        raise Conflict("key-taken") from error
    except (ServiceUnavailable, SessionExpired, TransientError, DriverError) as error:
        raise Unavailable("graph") from error
    except Neo4jError as error:
        if error.is_retryable() or error.code in OUT_OF_TIME:
            raise Unavailable("graph") from error
        raise
