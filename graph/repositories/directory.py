"""The directory of services at locations, read whole or by id."""

from collections.abc import Iterable, Sequence
from datetime import time

from graph.model.capacity import Sharing, UnitKind
from graph.model.errors import NotThere
from graph.model.ids import AreaId, CapacityUnitId, ServiceAtLocationId
from graph.model.place import Point, Spot
from graph.model.service import CapacityUnit, Location, ServiceAtLocation, Terms
from graph.records import Row, day_or_none, texts
from graph.repositories.rule_texts import rules_of_texts, sex_age_of_texts
from graph.scope import VisibleOrganizations
from graph.session import Reading


def list_services(tx: Reading, ids: Sequence[ServiceAtLocationId] | None = None) -> list[ServiceAtLocation]:
    """All services at locations, or those of `ids`, by id. It holds hidden points: the caller hides them (INV-9)."""
    services = tx.rows(
        """
        MATCH (o:Organization)-[:OPERATES]->(:Service)-[:AT]->(s:ServiceAtLocation)-[:LOCATED_AT]->(l:Location)
        WHERE $all OR s.id IN $ids
        CALL (s) { OPTIONAL MATCH (s)-[:REQUIRES]->(r:EligibilityRule) RETURN collect(r.id) AS rules }
        CALL (s) { OPTIONAL MATCH (s)-[:SERVES]->(a:Area) RETURN collect(a.id) AS catchment }
        RETURN properties(s) AS s, properties(l) AS l, o.name AS organization, rules, catchment
        """,
        all=ids is None,
        ids=list(ids or ()),
    )
    units = _units_by_service(tx, ids)
    found = [_service(row, units.get(row["s"]["id"], ())) for row in services]
    return sorted(found, key=lambda s: s.id)


def list_service_ids(
    tx: Reading, operators: VisibleOrganizations, *, limit: int, after: str = ""
) -> list[ServiceAtLocationId]:
    """A page of the services at locations that `operators` run, in the order of their ids, from behind `after`."""
    rows = tx.rows(
        """
        MATCH (s:ServiceAtLocation)
        WHERE s.id > $after AND ($everything OR s.organization_id IN $organizations)
        RETURN s.id AS id ORDER BY id LIMIT $limit
        """,
        after=after,
        everything=operators.everything,
        organizations=sorted(operators.ids),
        limit=limit,
    )
    return [ServiceAtLocationId(row["id"]) for row in rows]


def get_service(tx: Reading, service_at_location_id: str) -> ServiceAtLocation:
    """Raises NotThere."""
    found = list_services(tx, [ServiceAtLocationId(service_at_location_id)])
    if not found:
        raise NotThere("service_at_location")
    return found[0]


def _units_by_service(tx: Reading, ids: Sequence[ServiceAtLocationId] | None) -> dict[str, tuple[CapacityUnit, ...]]:
    rows = tx.rows(
        """
        MATCH (s:ServiceAtLocation)-[:HAS_UNIT]->(u:CapacityUnit)
        WHERE $all OR s.id IN $ids
        RETURN s.id AS service, u.id AS id, u.name AS name, u.kind AS kind, u.places AS places,
               u.sharing AS sharing, u.sex_age AS sex_age, u.step_free AS step_free, u.place AS place
        """,
        all=ids is None,
        ids=list(ids or ()),
    )
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        grouped.setdefault(row["service"], []).append(row)
    return {
        service: tuple(_unit(row) for row in sorted(group, key=lambda r: (r["place"], r["id"])))
        for service, group in grouped.items()
    }


def _service(row: Row, units: tuple[CapacityUnit, ...]) -> ServiceAtLocation:
    s, location = row["s"], row["l"]
    return ServiceAtLocation(
        id=s["id"],
        service_id=s["service_id"],
        name=s["name"],
        kind=s["kind"],
        organization_id=s["organization_id"],
        organization_name=row["organization"],
        location=_location(location),
        rules=rules_of_texts(texts(row["rules"])),
        units=units,
        terms=_terms(s),
        phone=s.get("phone"),
        public_name=s.get("public_name"),
        languages=None if s.get("languages") is None else frozenset(texts(s["languages"])),
        catchment=_catchment(s, texts(row["catchment"])),
        certified_until=day_or_none(s.get("certified_until")),
        suspended=bool(s.get("suspended")),
        figures_right=int(s["figures_right"]),
        figures_checked=int(s["figures_checked"]),
        invented=bool(s.get("invented")),
    )


def _catchment(s: Row, areas: Iterable[str]) -> frozenset[AreaId] | None:
    return frozenset(AreaId(a) for a in areas) if s["catchment_stated"] else None


def _location(row: Row) -> Location:
    return Location(
        id=row["id"],
        spot=Spot(Point(float(row["latitude"]), float(row["longitude"])), row["landmass"]),
        municipality_id=row["municipality_id"],
        regional_unit_id=row["regional_unit_id"],
        region_id=row["region_id"],
        settlement_id=row["settlement_id"],
        address=row.get("address"),
        hidden=bool(row["hidden"]),
    )


def _terms(s: Row) -> Terms:
    return Terms(
        hold_minutes=int(s["hold_minutes"]),
        hold_least_minutes=int(s["hold_least_minutes"]),
        hold_most_minutes=int(s["hold_most_minutes"]),
        answer_minutes=int(s["answer_minutes"]),
        day_turns_at=time.fromisoformat(s["day_turns_at"]),
        lodging=bool(s["lodging"]),
        promised_every_hours=int(s["promised_every_hours"]),
        frees_overdue_arrivals=bool(s["frees_overdue_arrivals"]),
    )


def _unit(row: Row) -> CapacityUnit:
    return CapacityUnit(
        id=CapacityUnitId(row["id"]),
        name=row["name"],
        kind=UnitKind(row["kind"]),
        places=int(row["places"]),
        sharing=Sharing(row["sharing"]),
        sex_age=sex_age_of_texts(texts(row["sex_age"])),
        step_free=row["step_free"],
    )
