"""Which services at locations belong to whom, by id alone, so that nothing more of the directory need be read."""

from graph.model.ids import ServiceAtLocationId
from graph.scope import VisibleOrganizations
from graph.session import Reading


def list_service_ids_of(tx: Reading, scope: VisibleOrganizations) -> list[ServiceAtLocationId]:
    """The ids of the services at locations of the organizations in scope, sorted."""
    rows = tx.rows(
        """
        MATCH (s:ServiceAtLocation)
        WHERE $everything OR s.organization_id IN $organizations
        RETURN s.id AS id
        """,
        everything=scope.everything,
        organizations=sorted(scope.ids),
    )
    return sorted(ServiceAtLocationId(row["id"]) for row in rows)
