"""What the supervisor starts: lasting children, and steps that run once to their end."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Child:
    """A process that must run as long as the hub does.

    `is_ready` asks for a real answer and is given the instant of the start (seconds since 1970). `environment` is
    added to the supervisor's own and stays out of the repr, as it holds passwords.
    """

    name: str
    title: str
    command: Sequence[str]
    is_ready: Callable[[float], bool]
    environment: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    start_seconds: float = 60
    stop_seconds: float = 8


@dataclass(frozen=True)
class Step:
    """A process that must end well before the next part starts; its standard output goes to `output` (0600)."""

    name: str
    title: str
    command: Sequence[str]
    output: Path
    environment: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)


# Children that do not need each other start together.
Part = tuple[Child, ...] | Step
