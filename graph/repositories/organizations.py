"""Organizations: made, found, listed. Their names are no secret; what they hold is, and is scoped elsewhere."""

from graph.model.errors import NotThere
from graph.model.ids import OrganizationId
from graph.model.organization import Organization, OrganizationKind
from graph.records import Row
from graph.repositories.directory_version import directory_changed
from graph.session import Reading, Writing


def create_organization(tx: Writing, organization: Organization) -> None:
    """Stores a body, or brings one with the same id up to date."""
    tx.rows(
        """
        MERGE (o:Organization {id: $id})
        SET o.name = $name, o.kind = $kind, o.phone = $phone, o.invented = $invented
        RETURN o.id AS id
        """,
        id=organization.id,
        name=organization.name,
        kind=str(organization.kind),
        phone=organization.phone,
        invented=organization.invented,
    )
    directory_changed(tx)


def find_organization(tx: Reading, organization_id: OrganizationId) -> Organization | None:
    row = tx.row("MATCH (o:Organization {id: $id}) RETURN properties(o) AS organization", id=organization_id)
    return None if row is None else _organization(row["organization"])


def get_organization(tx: Reading, organization_id: OrganizationId) -> Organization:
    """Raises NotThere."""
    found = find_organization(tx, organization_id)
    if found is None:
        raise NotThere("organization")
    return found


def list_organizations(tx: Reading, *, limit: int, after_name: str = "", after_id: str = "") -> list[Organization]:
    """A page in the order of names, from behind the one with `after_name` and `after_id`."""
    rows = tx.rows(
        """
        MATCH (o:Organization)
        WHERE o.name > $name OR (o.name = $name AND o.id > $id)
        RETURN properties(o) AS organization, o.name AS name, o.id AS id
        ORDER BY name, id LIMIT $limit
        """,
        name=after_name,
        id=after_id,
        limit=limit,
    )
    return [_organization(row["organization"]) for row in rows]


def _organization(row: Row) -> Organization:
    return Organization(
        id=OrganizationId(row["id"]),
        name=row["name"],
        kind=OrganizationKind(row["kind"]),
        phone=row.get("phone"),
        invented=bool(row.get("invented")),
    )
