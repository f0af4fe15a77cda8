"""Needs: one thing that a household needs, with its place, its period and what to keep away from."""

from collections.abc import Sequence
from json import dumps, loads

from graph.model.case import KeepAway, Need, NeedStatus
from graph.model.errors import NotThere
from graph.model.events import EventType
from graph.model.idempotency import IdempotencyKey
from graph.model.ids import AreaId, ServiceAtLocationId
from graph.model.place import Point, Spot
from graph.records import Row, day, instant, texts
from graph.repositories.cases import lock_case
from graph.repositories.idempotency import made_before
from graph.repositories.recording import happened
from graph.scope import VisibleOrganizations
from graph.session import Reading, Writing


def record_need(tx: Writing, scope: VisibleOrganizations, need: Need, *, key: IdempotencyKey | None = None) -> str:
    """Adds a need to a case in scope and returns its id (an earlier one where `key` was used before)."""
    earlier = made_before(tx, key, need.id)
    if earlier:
        return earlier
    lock_case(tx, scope, need.case_id)
    row = tx.row(
        """
        MATCH (c:Case {id: $case_id})
        CREATE (c)-[:HAS_NEED]->(n:Need {id: $id})
        SET n += $values
        RETURN c.organization_id AS organization
        """,
        case_id=need.case_id,
        id=need.id,
        values=_values(need),
    )
    if row is None:
        raise NotThere("case")
    happened(
        tx,
        EventType.NEED_RECORDED,
        need.id,
        parties=[row["organization"]],
        case_id=need.case_id,
        data={"kind": need.kind, "urgency": need.urgency, "nights": need.nights},
    )
    return need.id


def get_need(tx: Reading, scope: VisibleOrganizations, need_id: str) -> Need:
    """Raises NotThere to strangers."""
    row = tx.row(
        """
        MATCH (c:Case)-[:HAS_NEED]->(n:Need {id: $id})
        RETURN properties(n) AS need, c.organization_id AS organization
        """,
        id=need_id,
    )
    if row is None or not scope.includes(row["organization"]):
        raise NotThere("need")
    return _need(row["need"])


def list_needs(tx: Reading, case_ids: Sequence[str]) -> list[Need]:
    """The needs of cases that the caller has already read, oldest first."""
    rows = tx.rows(
        "MATCH (c:Case)-[:HAS_NEED]->(n:Need) WHERE c.id IN $ids RETURN properties(n) AS need", ids=list(case_ids)
    )
    return sorted((_need(row["need"]) for row in rows), key=lambda n: (n.recorded_at, n.id))


def set_need_status(tx: Writing, need_id: str, status: NeedStatus) -> None:
    tx.rows("MATCH (n:Need {id: $id}) SET n.status = $status RETURN n.id AS id", id=need_id, status=str(status))


def _values(need: Need) -> dict[str, object]:
    return {
        "case_id": need.case_id,
        "kind": need.kind,
        "urgency": need.urgency,
        "latitude": need.origin.point.latitude,
        "longitude": need.origin.point.longitude,
        "landmass": need.origin.landmass,
        "origin_areas": list(need.origin_areas),
        "starts_on": need.starts_on,
        "nights": need.nights,
        "recorded_at": need.recorded_at,
        "keep_away": _packed(need.keep_away),
        "status": str(need.status),
    }


def _need(row: Row) -> Need:
    return Need(
        id=row["id"],
        case_id=row["case_id"],
        kind=row["kind"],
        urgency=row["urgency"],
        origin=Spot(Point(float(row["latitude"]), float(row["longitude"])), row["landmass"]),
        origin_areas=tuple(AreaId(a) for a in texts(row["origin_areas"])),
        starts_on=day(row["starts_on"]),
        nights=int(row["nights"]),
        recorded_at=instant(row["recorded_at"]),
        keep_away=_unpacked(row["keep_away"]),
        status=NeedStatus(row["status"]),
    )


def _packed(keep_away: KeepAway) -> str:
    """Kept as one text so that no query can list places by what somebody flees from."""
    around = [[s.point.latitude, s.point.longitude, s.landmass, metres] for s, metres in keep_away.around]
    return dumps(
        {
            "areas": sorted(keep_away.areas),
            "places": sorted(keep_away.service_at_location_ids),
            "around": around,
        }
    )


def _unpacked(text: str) -> KeepAway:
    values = loads(text)
    return KeepAway(
        areas=frozenset(AreaId(a) for a in values["areas"]),
        service_at_location_ids=frozenset(ServiceAtLocationId(p) for p in values["places"]),
        around=tuple((Spot(Point(lat, lon), mass), int(metres)) for lat, lon, mass, metres in values["around"]),
    )
