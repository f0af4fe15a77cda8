"""What is published about places, kept by a process for as long as nobody has changed it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from threading import Lock

from graph.model.ids import ServiceAtLocationId
from graph.model.service import ServiceAtLocation
from graph.repositories.directory import list_services
from graph.repositories.directory_version import directory_version
from graph.session import Reading


@dataclass(frozen=True)
class Directory:
    """All services at locations by id, as they were at `version`. It holds hidden points (INV-9)."""

    version: str | None
    services: Sequence[ServiceAtLocation]

    @cached_property
    def by_id(self) -> Mapping[str, ServiceAtLocation]:
        return {s.id: s for s in self.services}

    def those(self, ids: Sequence[ServiceAtLocationId]) -> tuple[ServiceAtLocation, ...]:
        return tuple(self.by_id[i] for i in sorted(set(ids)) if i in self.by_id)


class KeptDirectory:
    """Safe for many threads: one reads anew while the others wait for it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: Directory | None = None

    def read(self, tx: Reading) -> Directory:
        """As it is in this transaction."""
        version = directory_version(tx)
        with self._lock:
            if self._kept is None or version is None or self._kept.version != version:
                self._kept = Directory(version, list_services(tx))
            return self._kept
