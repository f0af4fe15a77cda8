"""What is known of a kind of service or structure.

Typical means a starting value for a new structure's own figures, never a rule that refuses anybody.
"""

from dataclasses import dataclass

from graph.model.lists.entry import Entry

FAMILIES = ("single_parent", "large_family")
SHARED_ROOM = ("xray", "derm", "psych")
"""Documents that most structures with shared rooms ask for."""


@dataclass(frozen=True, kw_only=True)
class ServiceKind(Entry):
    """`runners`, `unit_kind`, `groups`, `documents` are codes of the lists of those names.

    `lodging`: people sleep there, so it counts nights. `groups` is empty where anyone may come.
    """

    runners: tuple[str, ...]
    unit_kind: str
    lodging: bool = False
    groups: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
