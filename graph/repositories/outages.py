"""Out of service, places of a unit, certification: facts that change a term of INV-1 or INV-5, so they lock units."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from graph.model.capacity import Outage
from graph.model.errors import Conflict, Invalid, NotThere
from graph.model.events import EventType
from graph.model.idempotency import IdempotencyKey
from graph.model.ids import CapacityUnitId, OrganizationId, OutOfServiceId
from graph.model.period import Period
from graph.records import instant, instant_or_none
from graph.repositories.directory_version import directory_changed
from graph.repositories.discrepancies import store_checked
from graph.repositories.idempotency import made_before
from graph.repositories.recording import happened
from graph.repositories.reports import provider_of
from graph.repositories.units import lock_units, unit_ids_of
from graph.scope import VisibleOrganizations
from graph.session import Reading, Writing


@dataclass(frozen=True, slots=True)
class OutOfService:
    """`places` of a unit that cannot be used over `period`, with a coded reason."""

    id: OutOfServiceId
    unit_id: CapacityUnitId
    places: int
    period: Period
    reason: str
    note: str | None = None
    returned_at: datetime | None = None


def take_out_of_service(
    tx: Writing, scope: VisibleOrganizations, out: OutOfService, *, key: IdempotencyKey | None = None
) -> OutOfService:
    """Always taken, being a fact; claims that it uncovers open a discrepancy. Raises Invalid beyond its places."""
    earlier = made_before(tx, key, out.id)
    if earlier:
        return get_out_of_service(tx, scope, earlier)
    state = lock_units(tx, [out.unit_id])[out.unit_id]
    provider = _required_provider(tx, scope, out.unit_id)
    if not 0 < out.places <= state.places:
        raise Invalid("places", "places-over-unit", {"places": state.places})
    tx.rows(
        """
        MATCH (u:CapacityUnit {id: $unit_id})
        CREATE (o:OutOfService {id: $id, unit_id: $unit_id, starts: $starts, ends: $ends, reason: $reason,
                                note: $note, provider_id: $provider})-[:OUT {places: $places}]->(u)
        RETURN o.id AS id
        """,
        id=out.id,
        unit_id=out.unit_id,
        starts=out.period.starts,
        ends=out.period.ends,
        reason=out.reason,
        note=out.note,
        provider=provider,
        places=out.places,
    )
    after = replace(state, outages=(*state.outages, Outage(out.places, out.period)))
    store_checked(tx, after, cause="out-of-service")
    happened(
        tx,
        EventType.TAKEN_OUT_OF_SERVICE,
        out.id,
        parties=[provider],
        data={"unit_id": out.unit_id, "places": out.places, "reason": out.reason},
    )
    return out


def return_to_service(tx: Writing, scope: VisibleOrganizations, out_id: str) -> OutOfService:
    """Ends an out-of-service period now. The same again succeeds."""
    out = get_out_of_service(tx, scope, out_id)
    lock_units(tx, [out.unit_id])
    out = get_out_of_service(tx, scope, out_id)
    if out.returned_at is not None:
        return out
    begun = out.period.starts < tx.actor.at
    period = Period(out.period.starts, min(out.period.ends, tx.actor.at)) if begun else out.period
    tx.rows(
        """
        MATCH (o:OutOfService {id: $id})-[x:OUT]->(:CapacityUnit)
        SET o.ends = $ends, o.returned_at = $now, x.places = $places
        RETURN o.id AS id
        """,
        id=out_id,
        ends=period.ends,
        now=tx.actor.at,
        places=out.places if begun else 0,
    )
    store_checked(tx, lock_units(tx, [out.unit_id])[out.unit_id], cause="returned-to-service")
    happened(
        tx,
        EventType.RETURNED_TO_SERVICE,
        out.id,
        parties=[provider_of(tx, out.unit_id)],
        data={"unit_id": out.unit_id},
    )
    return replace(out, places=out.places if begun else 0, period=period, returned_at=tx.actor.at)


def get_out_of_service(tx: Reading, scope: VisibleOrganizations, out_id: str) -> OutOfService:
    """Raises NotThere to strangers."""
    row = tx.row(
        """
        MATCH (o:OutOfService {id: $id})-[x:OUT]->(u:CapacityUnit)
        RETURN o.id AS id, u.id AS unit_id, x.places AS places, o.starts AS starts, o.ends AS ends,
               o.reason AS reason, o.note AS note, o.returned_at AS returned_at, o.provider_id AS provider
        """,
        id=out_id,
    )
    if row is None or not scope.includes(row["provider"]):
        raise NotThere("out_of_service")
    return OutOfService(
        id=row["id"],
        unit_id=row["unit_id"],
        places=int(row["places"]),
        period=Period(instant(row["starts"]), instant(row["ends"])),
        reason=row["reason"],
        note=row["note"],
        returned_at=instant_or_none(row["returned_at"]),
    )


def change_places(tx: Writing, scope: VisibleOrganizations, unit_id: CapacityUnitId, places: int) -> None:
    """The unit has more or fewer places from now on. Lower ones are a fact, and may open a discrepancy."""
    if places < 1:
        raise Invalid("places", "places-below-one")
    state = lock_units(tx, [unit_id])[unit_id]
    provider = _required_provider(tx, scope, unit_id)
    if places == state.places:
        return
    tx.rows("MATCH (u:CapacityUnit {id: $id}) SET u.places = $places RETURN u.id AS id", id=unit_id, places=places)
    directory_changed(tx)
    # Of a unit that nobody has reported on, no place is known to be free, whatever its number.
    elsewhere = places if state.figure is None else state.elsewhere
    store_checked(tx, replace(state, places=places, elsewhere=elsewhere), cause="places-changed")
    happened(tx, EventType.PLACES_CHANGED, unit_id, parties=[provider], data={"from": state.places, "to": places})


def change_certification(tx: Writing, service_at_location_id: str, *, until: date | None, suspended: bool) -> None:
    """INV-5: locks the units, so that no claim is decided on the old certification at the same time."""
    units = unit_ids_of(tx, service_at_location_id)
    if not units:
        raise NotThere("service_at_location")
    lock_units(tx, units)
    row = tx.row(
        """
        MATCH (s:ServiceAtLocation {id: $id})
        SET s.certified_until = $until, s.suspended = $suspended
        RETURN s.organization_id AS provider
        """,
        id=service_at_location_id,
        until=until,
        suspended=suspended,
    )
    if row is None:
        raise Conflict("service-gone")
    directory_changed(tx)
    happened(
        tx,
        EventType.CERTIFICATION_CHANGED,
        service_at_location_id,
        parties=[row["provider"]],
        data={"until": until.isoformat() if until else None, "suspended": suspended},
    )


def _required_provider(tx: Reading, scope: VisibleOrganizations, unit_id: CapacityUnitId) -> OrganizationId:
    provider = provider_of(tx, unit_id)
    if not scope.includes(provider):
        raise NotThere("capacity_unit")
    return provider
