"""What the hub knows of each kind of connector."""

from dataclasses import dataclass
from enum import StrEnum

from graph.model.lists.entry import Entry


class Direction(StrEnum):
    """Who begins: a person uploads, the hub fetches, or the other side sends."""

    UPLOADED = "uploaded"
    FETCHED = "fetched"
    SENT_TO_US = "sent_to_us"


@dataclass(frozen=True, kw_only=True)
class ConnectorKind(Entry):
    """`config` is the frozen dataclass that a source of this kind is set up with."""

    direction: Direction
    config: type
