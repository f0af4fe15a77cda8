"""Files that were taken: the same file again changes nothing. And how many of their rows were taken."""

from dataclasses import dataclass
from datetime import datetime

from graph.model.events import EventType
from graph.model.ids import OrganizationId
from graph.records import instant
from graph.repositories.recording import happened
from graph.scope import VisibleOrganizations
from graph.session import Reading, Writing


@dataclass(frozen=True, slots=True)
class TakenFile:
    """`id` is the organization and the SHA-256 of the content; `taken` and `refused` count rows."""

    id: str
    organization_id: OrganizationId
    name: str
    taken: int
    refused: int
    taken_at: datetime
    taken_by: str


def find_taken_file(tx: Reading, organization_id: OrganizationId, fingerprint: str) -> TakenFile | None:
    row = tx.row("MATCH (f:TakenFile {id: $id}) RETURN properties(f) AS f", id=f"{organization_id} {fingerprint}")
    return None if row is None else _file(row["f"])


def remember_file(tx: Writing, file: TakenFile) -> None:
    tx.rows(
        """
        MERGE (f:TakenFile {id: $id})
        SET f.organization_id = $organization_id, f.name = $name, f.taken = $taken, f.refused = $refused,
            f.taken_at = $taken_at, f.taken_by = $taken_by
        RETURN f.id AS id
        """,
        id=file.id,
        organization_id=file.organization_id,
        name=file.name,
        taken=file.taken,
        refused=file.refused,
        taken_at=file.taken_at,
        taken_by=file.taken_by,
    )
    happened(
        tx,
        EventType.FILE_TAKEN,
        file.id,
        parties=[file.organization_id],
        data={"taken": file.taken, "refused": file.refused},
    )


def list_taken_files(tx: Reading, scope: VisibleOrganizations, *, limit: int) -> list[TakenFile]:
    """Newest first."""
    rows = tx.rows(
        """
        MATCH (f:TakenFile)
        WHERE $everything OR f.organization_id IN $organizations
        RETURN properties(f) AS f, f.taken_at AS taken_at ORDER BY taken_at DESC LIMIT $limit
        """,
        everything=scope.everything,
        organizations=sorted(scope.ids),
        limit=limit,
    )
    return [_file(row["f"]) for row in rows]


def _file(row: dict[str, object]) -> TakenFile:
    return TakenFile(
        id=str(row["id"]),
        organization_id=OrganizationId(str(row["organization_id"])),
        name=str(row["name"]),
        taken=int(str(row["taken"])),
        refused=int(str(row["refused"])),
        taken_at=instant(row["taken_at"]),
        taken_by=str(row["taken_by"]),
    )
