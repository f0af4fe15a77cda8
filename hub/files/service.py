"""A provider's file: looked over, then taken. The page and the command do the same, in the same two steps."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from connectors.spreadsheet.check import Checked, Taken, check
from connectors.spreadsheet.config import SpreadsheetConfig
from connectors.spreadsheet.known import Known, KnownStructure, KnownUnit, known
from connectors.spreadsheet.limits import take_upload
from connectors.spreadsheet.read import SpreadsheetRead, read_spreadsheet
from graph.model.ids import CapacityUnitId, ObservationId, OrganizationId, new_id
from graph.model.service import ServiceAtLocation
from graph.repositories.directory import list_services
from graph.repositories.own_services import list_service_ids_of
from graph.repositories.reports import Report, ReportAnswer, record_report
from graph.repositories.taken_files import TakenFile, find_taken_file, remember_file
from graph.scope import Actor, VisibleOrganizations
from graph.session import Graph, Reading, Writing

CHANNEL = "file"
CONFIG = SpreadsheetConfig()
AT_ONCE = 25
"""Figures in one transaction: each locks its unit, and no lock is held for long."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Whose file it is: the body it counts for, the bodies whose structures it may speak about, and who sends it."""

    organization_id: OrganizationId
    scope: VisibleOrganizations
    actor: Actor
    name: str


@dataclass(frozen=True, slots=True)
class LookedOver:
    """What would be taken of a file and what would come back; `before` where this very file was taken already."""

    name: str
    read: SpreadsheetRead
    checked: Checked
    before: TakenFile | None

    @property
    def rows(self) -> int:
        return len(self.read.rows)


@dataclass(frozen=True, slots=True)
class FileTaken:
    """`older`: figures kept as history, since something newer was said; `disputed`: units with too many claims now."""

    file: TakenFile
    older: int = 0
    disputed: int = 0


def read_upload(stream: BinaryIO) -> bytes:
    """Raises RefusedInputError where it is too large."""
    return take_upload(stream, CONFIG.limits)


def look_over(graph: Graph, sender: Sender, content: bytes, name: str, *, uploaded_at: datetime) -> LookedOver:
    """Changes nothing. Raises RefusedInputError where nothing in the file can be used."""
    read = read_spreadsheet(content, CONFIG, now=uploaded_at)
    structures, before = graph.read(
        lambda tx: (known_to(tx, sender.scope), find_taken_file(tx, sender.organization_id, read.fingerprint))
    )
    return LookedOver(name, read, check(read, structures), before)


def take(graph: Graph, sender: Sender, looked: LookedOver, *, uploaded_at: datetime) -> FileTaken:
    """Takes what can be taken. The same file again changes nothing. A figure without a date holds as of the upload."""
    if looked.before:
        return FileTaken(looked.before)
    reports = sorted((_report(each, uploaded_at) for each in looked.checked.taken), key=lambda r: r.unit_id)
    answers: list[ReportAnswer] = []
    for part in _parts(reports):
        answers += graph.write(sender.actor, lambda tx, part=part: _record(tx, sender, part))
    file = _file(sender, looked)
    graph.write(sender.actor, lambda tx: remember_file(tx, file))
    return FileTaken(file, sum(not a.taken for a in answers), sum(a.discrepancy_id is not None for a in answers))


def known_to(tx: Reading, scope: VisibleOrganizations) -> Known:
    """The structures that the sender may speak about."""
    return known(_known(service) for service in list_services(tx, list_service_ids_of(tx, scope)))


def _known(service: ServiceAtLocation) -> KnownStructure:
    units = tuple(KnownUnit(u.id, u.name, None, u.places) for u in service.units)
    return KnownStructure(service.id, service.name, None, units)


def _report(taken: Taken, uploaded_at: datetime) -> Report:
    return Report(
        id=ObservationId(new_id()),
        unit_id=CapacityUnitId(taken.capacity_unit_id),
        free=taken.observation.free,
        as_of=taken.observation.as_of or uploaded_at,
        channel=CHANNEL,
    )


def _record(tx: Writing, sender: Sender, reports: Iterable[Report]) -> list[ReportAnswer]:
    return [record_report(tx, sender.scope, report) for report in reports]


def _parts(reports: Sequence[Report]) -> Iterator[Sequence[Report]]:
    for start in range(0, len(reports), AT_ONCE):
        yield reports[start : start + AT_ONCE]


def _file(sender: Sender, looked: LookedOver) -> TakenFile:
    return TakenFile(
        id=f"{sender.organization_id} {looked.read.fingerprint}",
        organization_id=sender.organization_id,
        name=looked.name,
        taken=len(looked.checked.taken),
        refused=len(looked.checked.refused),
        taken_at=sender.actor.at,
        taken_by=sender.name,
    )
