"""What the larger macros are given: plain values that a page's view model fills, texts already in its language."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hub.web.strip import Strip


class StepState(StrEnum):
    DONE = "done"
    CURRENT = "current"
    WAITING = "waiting"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackStep:
    """One station of a need: what it is, where it stands, a short line under it, the instant it runs out."""

    label: str
    state: StepState
    detail: str | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """A past-tense sentence with whose act it was. `shape`: a sign of `hub.web.shapes`. `details` are folded."""

    at: datetime
    sentence: str
    shape: str = "–"
    body: str | None = None
    details: str | None = None
    by_system: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing to choose. `key` presses it while its group has focus; `hint` is a second, quieter line."""

    value: str
    label: str
    key: str | None = None
    hint: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One person of the household line, or one token that was not understood (`wrong`)."""

    label: str
    wrong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A row of a list of facts; with `change_href` it can be changed."""

    label: str
    value: str
    change_href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number of free places with what every such number carries: its age and who said it."""

    free: int
    as_of: datetime
    said_by: str
    stale: bool = False
    contradicted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultCard:
    """A place that suits a need. `kind` is the kind of place and the town; `places` what is free for this household.

    `met` is said with ticks, `unknown` in amber with whom to ask. `travel`, `entry`, `belief` are written out.
    A hidden place has no `phone` and a name that gives nothing away.
    """

    rank: int
    name: str
    kind: str
    places: str
    figure: Figure
    travel: str
    belief: str
    entry: str | None = None
    met: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    strip: Strip | None = None
    phone: str | None = None
    phone_note: str | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMissCard:
    """A place that would suit if something changed; `change` says what, and is read first."""

    change: str
    name: str
    facts: str
    phone: str | None = None
