"""How a test says that something is refused."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from graph.model.errors import HubError


@dataclass
class Refusal:
    """What the error carried, once the block is over."""

    details: Mapping[str, object] = field(default_factory=dict)


@contextmanager
def refused(code: str) -> Generator[Refusal]:
    """The block raises one of the hub's own errors with this code."""
    refusal = Refusal()
    with pytest.raises(HubError) as caught:
        yield refusal
    assert caught.value.code == code
    refusal.details = caught.value.details
