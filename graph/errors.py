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
        if error.is_retryable():
            raise Unavailable("graph") from error
        raise
