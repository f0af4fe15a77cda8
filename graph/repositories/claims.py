"""Claims as they are stored: one label for holds, reservations and placements, since one statement counts them."""

from collections.abc import Iterable

from graph.model.claims import Claim, ClaimKind, ClaimLine, ClaimStatus
from graph.model.errors import NotThere
from graph.model.ids import CapacityUnitId, PersonId
from graph.model.period import Period
from graph.records import Row, instant, instant_or_none, texts
from graph.scope import VisibleOrganizations
from graph.session import Reading, Writing


def find_claim(tx: Reading, claim_id: str, kind: ClaimKind | None = None) -> Claim | None:
    """The claim, or None where there is none of that id and kind."""
    row = tx.row(
        """
        MATCH (c:Claim {id: $id})-[l:ON]->(u:CapacityUnit)
        WITH c, u, l ORDER BY u.id
        RETURN properties(c) AS claim, collect([u.id, l.places]) AS lines
        """,
        id=claim_id,
    )
    if row is None:
        return None
    claim = _claim(row["claim"], row["lines"])
    return claim if kind in (None, claim.kind) else None


def get_claim(tx: Reading, scope: VisibleOrganizations, claim_id: str, kind: ClaimKind) -> Claim:
    """Raises NotThere for a stranger too: asker and provider alone may know of it."""
    claim = find_claim(tx, claim_id, kind)
    if claim is None or not scope.includes(claim.asker_id, claim.provider_id):
        raise NotThere(str(kind))
    return claim


def list_claims_of_need(tx: Reading, need_id: str) -> list[Claim]:
    """All claims ever made for a need, oldest first."""
    return _claims(
        tx.rows(
            """
            MATCH (c:Claim {need_id: $need_id})-[l:ON]->(u:CapacityUnit)
            WITH c, u, l ORDER BY u.id
            RETURN properties(c) AS claim, collect([u.id, l.places]) AS lines
            """,
            need_id=need_id,
        )
    )


def list_claims_of_case(tx: Reading, case_id: str) -> list[Claim]:
    """All claims ever made for a case, oldest first."""
    return _claims(
        tx.rows(
            """
            MATCH (c:Claim {case_id: $case_id})-[l:ON]->(u:CapacityUnit)
            WITH c, u, l ORDER BY u.id
            RETURN properties(c) AS claim, collect([u.id, l.places]) AS lines
            """,
            case_id=case_id,
        )
    )


def list_live_claims_of_provider(tx: Reading, scope: VisibleOrganizations) -> list[Claim]:
    """The claims that stand on places of the organizations in scope, oldest first; lapsed holds may be among them."""
    return _claims(
        tx.rows(
            """
            MATCH (c:Claim)-[l:ON]->(u:CapacityUnit)
            WHERE c.live = true AND ($everything OR c.provider_id IN $organizations)
            WITH c, u, l ORDER BY u.id
            RETURN properties(c) AS claim, collect([u.id, l.places]) AS lines
            """,
            everything=scope.everything,
            organizations=sorted(scope.ids),
        )
    )


def create_claim(tx: Writing, claim: Claim) -> None:
    """Stores a new claim with its lines. The caller holds the locks and has decided that it fits."""
    made = tx.row(
        """
        CREATE (c:Claim {id: $id})
        SET c += $values
        WITH c
        UNWIND $lines AS line
        MATCH (u:CapacityUnit {id: line.unit_id})
        CREATE (c)-[:ON {places: line.places}]->(u)
        SET u.version = u.version + 1
        RETURN count(u) AS lines
        """,
        id=claim.id,
        values=_values(claim),
        lines=[{"unit_id": line.unit_id, "places": line.places} for line in claim.lines],
    )
    if made is None or made["lines"] != len(claim.lines):
        raise NotThere("capacity_unit")


def store_claim(tx: Writing, claim: Claim) -> None:
    """Writes a claim as it now is: state, period, people, and the places of its lines (the units stay the same)."""
    tx.rows(
        """
        MATCH (c:Claim {id: $id})
        SET c += $values
        WITH c
        UNWIND $lines AS line
        MATCH (c)-[l:ON]->(u:CapacityUnit {id: line.unit_id})
        SET l.places = line.places, u.version = u.version + 1
        RETURN count(l) AS lines
        """,
        id=claim.id,
        values=_values(claim),
        lines=[{"unit_id": line.unit_id, "places": line.places} for line in claim.lines],
    )


def move_line(tx: Writing, claim: Claim, from_unit: CapacityUnitId, to_unit: CapacityUnitId) -> None:
    """Takes a claim off one unit and puts it on another, with the places it has there."""
    tx.rows(
        """
        MATCH (c:Claim {id: $id})-[l:ON]->(old:CapacityUnit {id: $from_unit})
        MATCH (new:CapacityUnit {id: $to_unit})
        DELETE l
        CREATE (c)-[:ON {places: $places, since: $now}]->(new)
        SET old.version = old.version + 1, new.version = new.version + 1
        RETURN new.id AS unit
        """,
        id=claim.id,
        from_unit=from_unit,
        to_unit=to_unit,
        places=claim.places,
        now=tx.actor.at,
    )


def _claims(rows: Iterable[Row]) -> list[Claim]:
    return sorted((_claim(row["claim"], row["lines"]) for row in rows), key=lambda c: (c.made_at, c.id))


def _values(claim: Claim) -> dict[str, object]:
    return {
        "kind": str(claim.kind),
        "status": str(claim.status),
        "live": claim.ended_at is None,
        "root_id": claim.root_id,
        "need_id": claim.need_id,
        "case_id": claim.case_id,
        "service_at_location_id": claim.service_at_location_id,
        "asker_id": claim.asker_id,
        "provider_id": claim.provider_id,
        "starts": claim.period.starts,
        "ends": claim.period.ends,
        "made_at": claim.made_at,
        "person_ids": list(claim.person_ids),
        "expires_at": claim.expires_at,
        # The embedded server's index keeps the old entry of an instant that has moved, but not of a number.
        "expiry_second": None if claim.expires_at is None else int(claim.expires_at.timestamp()),
        "arrive_by": claim.arrive_by,
        "referral_id": claim.referral_id,
        "ended_at": claim.ended_at,
        "reason": claim.reason,
        "note": claim.note,
        "moved_on_to": claim.moved_on_to,
        "extended": claim.extended,
        "second_reason": claim.second_reason,
    }


def _claim(row: Row, lines: Iterable[Iterable[object]]) -> Claim:
    return Claim(
        id=row["id"],
        kind=ClaimKind(row["kind"]),
        status=ClaimStatus(row["status"]),
        root_id=row["root_id"],
        need_id=row["need_id"],
        case_id=row["case_id"],
        service_at_location_id=row["service_at_location_id"],
        asker_id=row["asker_id"],
        provider_id=row["provider_id"],
        lines=tuple(ClaimLine(CapacityUnitId(str(u)), int(str(n))) for u, n in lines),
        period=Period(instant(row["starts"]), instant(row["ends"])),
        made_at=instant(row["made_at"]),
        person_ids=tuple(PersonId(p) for p in texts(row.get("person_ids"))),
        expires_at=instant_or_none(row.get("expires_at")),
        arrive_by=instant_or_none(row.get("arrive_by")),
        referral_id=row.get("referral_id"),
        ended_at=instant_or_none(row.get("ended_at")),
        reason=row.get("reason"),
        note=row.get("note"),
        moved_on_to=row.get("moved_on_to"),
        extended=bool(row.get("extended")),
        second_reason=row.get("second_reason"),
    )
