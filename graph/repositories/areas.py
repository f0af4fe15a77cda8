"""The areas of the country as nodes, so that locations lie in them and catchments are made of them."""

from collections.abc import Iterable

from graph.model.place import Area
from graph.session import Writing


def store_areas(tx: Writing, areas: Iterable[Area]) -> None:
    """Merges areas by id; running it again changes nothing. Parents come in the same call or earlier."""
    rows = [_values(area) for area in areas]
    tx.rows("UNWIND $rows AS row MERGE (a:Area {id: row.id}) SET a += row RETURN count(a) AS stored", rows=rows)
    tx.rows(
        """
        UNWIND $rows AS row
        MATCH (a:Area {id: row.id}), (p:Area {id: row.part_of})
        MERGE (a)-[:PART_OF]->(p)
        RETURN count(a) AS linked
        """,
        rows=[row for row in rows if row["part_of"] is not None],
    )


def _values(area: Area) -> dict[str, object]:
    return {
        "id": area.id,
        "kind": str(area.kind),
        "code": area.code,
        "name_el": area.name_el,
        "name_en": area.name_en,
        "part_of": area.part_of,
        "latitude": area.spot.point.latitude,
        "longitude": area.spot.point.longitude,
        "landmass": area.spot.landmass,
    }
