"""The error tree: each knows its status and whether trying again can help."""

import pytest

from graph.model.errors import (
    Conflict,
    HubError,
    Invalid,
    KeyReused,
    NoPlacesLeft,
    NotThere,
    Refused,
    Unavailable,
)


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (NotThere("case"), 404, "not-found"),
        (Invalid("nights", "nights-too-many"), 422, "nights-too-many"),
        (Refused("not-permitted"), 403, "not-permitted"),
        (Conflict("hold-has-ended"), 409, "hold-has-ended"),
        (NoPlacesLeft(), 409, "no-places-left"),
        (KeyReused(), 409, "idempotency-key-reused"),
        (Unavailable("graph"), 503, "unavailable"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, HubError) else "",
)
def test_an_error_knows_its_status_and_its_code(error: HubError, status: int, code: str) -> None:
    assert (error.status, error.code, str(error)) == (status, code, code)


def test_trying_again_helps_only_where_something_is_out_of_reach() -> None:
    ours = {kind for kind in every_kind(HubError) if kind.__module__ == HubError.__module__}
    assert {kind for kind in ours if kind.retry_helps} == {Unavailable}


def test_whoever_was_too_late_is_told_nothing_about_who_was_faster() -> None:
    assert NoPlacesLeft().details == {}


def test_bad_input_names_its_field() -> None:
    assert Invalid("household.members.0.age", "age-out-of-limits").field == "household.members.0.age"


def every_kind(kind: type[HubError]) -> set[type[HubError]]:
    return {kind}.union(*(every_kind(below) for below in kind.__subclasses__()))
