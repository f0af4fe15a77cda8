"""Driver errors in the hub's own words."""

import pytest
from neo4j.exceptions import (
    ClientError,
    ConstraintError,
    DriverError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph.errors import OUT_OF_TIME, told_in_our_words
from graph.model.errors import Conflict, HubError, NotThere, Unavailable


@pytest.mark.parametrize(
    "error", [ServiceUnavailable("x"), SessionExpired("x"), TransientError("x"), DriverError("x")], ids=type
)
def test_what_is_out_of_reach_or_too_busy_is_unavailable(error: Exception) -> None:
    with pytest.raises(Unavailable) as told, told_in_our_words():
        raise error
    assert told.value.__cause__ is error


@pytest.mark.parametrize("code", OUT_OF_TIME)
def test_what_was_cut_for_its_length_is_unavailable(code: str) -> None:
    error = ClientError("cut")
    error._neo4j_code = code  # as the driver makes it
    with pytest.raises(Unavailable), told_in_our_words():
        raise error


def test_a_broken_key_is_a_conflict() -> None:
    with pytest.raises(Conflict, match="key-taken"), told_in_our_words():
        raise ConstraintError("x")


@pytest.mark.parametrize(
    "error", [ClientError("a mistake of ours"), NotThere("case"), ValueError("a mistake")], ids=type
)
def test_a_mistake_of_ours_and_the_hubs_own_errors_pass_as_they_are(error: Exception) -> None:
    with pytest.raises(type(error)) as told, told_in_our_words():
        raise error
    assert told.value is error


def test_nothing_happens_where_nothing_is_raised() -> None:
    with told_in_our_words():
        pass
    assert issubclass(Unavailable, HubError)
