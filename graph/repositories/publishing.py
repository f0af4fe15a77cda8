"""Services at locations as they are published: with their rules, catchment, place and units."""

from collections.abc import Sequence
from typing import Any

from graph.model.service import CapacityUnit, Location, ServiceAtLocation, Terms
from graph.repositories.directory_version import directory_changed
from graph.repositories.rule_texts import rules_as_texts, sex_age_text
from graph.session import Writing


def publish_services(tx: Writing, services: Sequence[ServiceAtLocation]) -> None:
    """Stores new services at locations of organizations that are there, with units that nobody has reported on."""
    tx.rows(
        """
        UNWIND $rows AS row
        MATCH (o:Organization {id: row.organization_id})
        CREATE (l:Location {id: row.location.id})
        SET l += row.location
        CREATE (o)-[:OPERATES]->(v:Service {id: row.service_id, kind: row.values.kind})
        CREATE (v)-[:AT]->(s:ServiceAtLocation {id: row.id})-[:LOCATED_AT]->(l)
        SET s += row.values
        RETURN count(s) AS made
        """,
        rows=[_service_values(s) for s in services],
    )
    _link(tx, services)
    tx.rows(
        """
        UNWIND $rows AS row
        MATCH (s:ServiceAtLocation {id: row.service_at_location_id})
        CREATE (s)-[:HAS_UNIT]->(u:CapacityUnit {id: row.id})
        SET u += row.values
        RETURN count(u) AS made
        """,
        rows=[
            {"service_at_location_id": s.id, "id": u.id, "values": _unit_values(s, u)}
            for s in services
            for u in s.units
        ],
    )
    directory_changed(tx)


def _link(tx: Writing, services: Sequence[ServiceAtLocation]) -> None:
    """Rules, catchments and the settlement are shared nodes, so each is merged or matched, never copied."""
    tx.rows(
        """
        UNWIND $rules AS rule
        MERGE (r:EligibilityRule {id: rule})
        RETURN count(r) AS rules
        """,
        rules=sorted({text for s in services for text in rules_as_texts(s.rules)}),
    )
    tx.rows(
        """
        UNWIND $rows AS row
        MATCH (s:ServiceAtLocation {id: row.id}), (r:EligibilityRule {id: row.rule})
        CREATE (s)-[:REQUIRES]->(r)
        RETURN count(r) AS made
        """,
        rows=[{"id": s.id, "rule": text} for s in services for text in rules_as_texts(s.rules)],
    )
    tx.rows(
        """
        UNWIND $rows AS row
        MATCH (s:ServiceAtLocation {id: row.id}), (a:Area {id: row.area})
        CREATE (s)-[:SERVES]->(a)
        RETURN count(a) AS made
        """,
        rows=[{"id": s.id, "area": area} for s in services for area in sorted(s.catchment or ())],
    )
    tx.rows(
        """
        UNWIND $rows AS row
        MATCH (l:Location {id: row.id}), (a:Area {id: row.area})
        CREATE (l)-[:IN]->(a)
        RETURN count(a) AS made
        """,
        rows=[{"id": s.location.id, "area": s.location.settlement_id} for s in services],
    )


def _service_values(s: ServiceAtLocation) -> dict[str, Any]:
    return {
        "id": s.id,
        "organization_id": s.organization_id,
        "service_id": s.service_id,
        "location": _location_values(s.location),
        "values": {
            "service_id": s.service_id,
            "organization_id": s.organization_id,
            "name": s.name,
            "kind": s.kind,
            "phone": s.phone,
            "public_name": s.public_name,
            "languages": None if s.languages is None else sorted(s.languages),
            "catchment_stated": s.catchment is not None,
            "certified_until": s.certified_until,
            "suspended": s.suspended,
            "figures_right": s.figures_right,
            "figures_checked": s.figures_checked,
            "invented": s.invented,
            **_terms_values(s.terms),
        },
    }


def _location_values(location: Location) -> dict[str, Any]:
    return {
        "id": location.id,
        "latitude": location.spot.point.latitude,
        "longitude": location.spot.point.longitude,
        "landmass": location.spot.landmass,
        "settlement_id": location.settlement_id,
        "municipality_id": location.municipality_id,
        "regional_unit_id": location.regional_unit_id,
        "region_id": location.region_id,
        "address": location.address,
        "hidden": location.hidden,
    }


def _terms_values(terms: Terms) -> dict[str, Any]:
    return {
        "hold_minutes": terms.hold_minutes,
        "hold_least_minutes": terms.hold_least_minutes,
        "hold_most_minutes": terms.hold_most_minutes,
        "answer_minutes": terms.answer_minutes,
        "day_turns_at": terms.day_turns_at.isoformat("minutes"),
        "lodging": terms.lodging,
        "promised_every_hours": terms.promised_every_hours,
        "frees_overdue_arrivals": terms.frees_overdue_arrivals,
    }


def _unit_values(s: ServiceAtLocation, unit: CapacityUnit) -> dict[str, Any]:
    return {
        "name": unit.name,
        "place": s.units.index(unit),
        "kind": str(unit.kind),
        "places": unit.places,
        "sharing": str(unit.sharing),
        "sex_age": None if unit.sex_age is None else [sex_age_text(r) for r in unit.sex_age],
        "step_free": unit.step_free,
        "elsewhere": unit.places,
        "version": 0,
    }
