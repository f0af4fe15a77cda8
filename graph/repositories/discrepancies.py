"""A discrepancy: a fact has uncovered more claims than places. Both sides see it; nothing is overwritten in silence.

While one is open the unit takes no new claim. It is settled by a report that fits the claims again, or by a person.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from graph.model.capacity import UnitState, excess
from graph.model.errors import Conflict, NotThere
from graph.model.events import EventType
from graph.model.ids import CapacityUnitId, DiscrepancyId, OrganizationId, new_id
from graph.records import Row, instant, instant_or_none, texts
from graph.repositories.capacity import list_units_now
from graph.repositories.recording import happened
from graph.repositories.units import lock_units, store_elsewhere
from graph.scope import VisibleOrganizations
from graph.session import Reading, Writing


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """`excess`: how many places too many stood at the worst instant when it was opened."""

    id: DiscrepancyId
    unit_id: CapacityUnitId
    provider_id: OrganizationId
    excess: int
    cause: str
    opened_at: datetime
    settled_at: datetime | None = None


def store_checked(tx: Writing, state: UnitState, *, cause: str) -> UnitState:
    """Stores a unit after a fact, opening a discrepancy where claims now exceed places, closing one that is gone."""
    over = excess(state, now=tx.actor.at)
    if over > 0 and state.discrepancy_id is None:
        state = replace(state, discrepancy_id=_open(tx, state, over, cause))
    elif over == 0 and state.discrepancy_id is not None:
        _settle(tx, state.discrepancy_id, "fits-again")
        state = replace(state, discrepancy_id=None)
    store_elsewhere(tx, [state])
    return state


def list_units_in_excess(tx: Reading, *, now: datetime) -> list[CapacityUnitId]:
    """Units whose claims exceed their places and that no discrepancy names: somebody has stayed beyond their time."""
    return [
        unit.state.id
        for unit in list_units_now(tx, now=now)
        if unit.state.discrepancy_id is None and excess(unit.state, now=now) > 0
    ]


def sweep_overstay(tx: Writing, unit_id: CapacityUnitId) -> DiscrepancyId | None:
    """Opens the discrepancy that an overstay has uncovered, and returns the one that is open now, if any."""
    return store_checked(tx, lock_units(tx, [unit_id])[unit_id], cause="overstay").discrepancy_id


def settle_discrepancy(tx: Writing, scope: VisibleOrganizations, discrepancy_id: str) -> Discrepancy:
    """Settles one by a person, once the claims fit again. Raises Conflict `still-in-excess` while they do not."""
    found = get_discrepancy(tx, scope, discrepancy_id)
    if found.settled_at is not None:
        return found
    state = lock_units(tx, [found.unit_id])[found.unit_id]
    if excess(state, now=tx.actor.at) > 0:
        raise Conflict("still-in-excess")
    _settle(tx, found.id, "by-person")
    store_elsewhere(tx, [replace(state, discrepancy_id=None)])
    return replace(found, settled_at=tx.actor.at)


def get_discrepancy(tx: Reading, scope: VisibleOrganizations, discrepancy_id: str) -> Discrepancy:
    """Both sides see it: the provider, and who had a claim there. Raises NotThere to strangers."""
    row = tx.row("MATCH (d:Discrepancy {id: $id}) RETURN properties(d) AS d", id=discrepancy_id)
    if row is None or not scope.includes(row["d"]["provider_id"], *_asker_ids(row["d"])):
        raise NotThere("discrepancy")
    return _discrepancy(row["d"])


def list_open_discrepancies(tx: Reading, scope: VisibleOrganizations) -> list[Discrepancy]:
    rows = tx.rows(
        """
        MATCH (d:Discrepancy)
        WHERE d.settled_at IS NULL AND ($everything OR d.provider_id IN $organizations
              OR any(asker IN d.asker_ids WHERE asker IN $organizations))
        RETURN properties(d) AS d
        """,
        everything=scope.everything,
        organizations=sorted(scope.ids),
    )
    return sorted((_discrepancy(row["d"]) for row in rows), key=lambda d: (d.opened_at, d.id))


def _open(tx: Writing, state: UnitState, over: int, cause: str) -> DiscrepancyId:
    discrepancy_id = DiscrepancyId(new_id())
    askers = _askers_on(tx, state.id)
    row = tx.row(
        """
        MATCH (s:ServiceAtLocation)-[:HAS_UNIT]->(u:CapacityUnit {id: $unit_id})
        CREATE (d:Discrepancy {id: $id, unit_id: $unit_id, provider_id: s.organization_id, excess: $excess,
                               cause: $cause, opened_at: $at, asker_ids: $askers})-[:ON]->(u)
        RETURN s.organization_id AS provider
        """,
        id=discrepancy_id,
        unit_id=state.id,
        excess=over,
        cause=cause,
        at=tx.actor.at,
        askers=askers,
    )
    if row is None:
        raise NotThere("capacity_unit")
    happened(
        tx,
        EventType.DISCREPANCY_OPENED,
        discrepancy_id,
        parties=[row["provider"], *askers],
        data={"unit_id": state.id, "excess": over, "cause": cause},
        tell=[row["provider"], *askers],
    )
    return discrepancy_id


def _settle(tx: Writing, discrepancy_id: DiscrepancyId, how: str) -> None:
    row = tx.row(
        """
        MATCH (d:Discrepancy {id: $id})
        SET d.settled_at = $at, d.settled_how = $how
        RETURN d.provider_id AS provider, d.unit_id AS unit_id
        """,
        id=discrepancy_id,
        at=tx.actor.at,
        how=how,
    )
    if row is not None:
        happened(
            tx,
            EventType.DISCREPANCY_SETTLED,
            discrepancy_id,
            parties=[row["provider"], *_askers_on(tx, row["unit_id"])],
            data={"unit_id": row["unit_id"], "how": how},
        )


def _askers_on(tx: Reading, unit_id: str) -> list[OrganizationId]:
    rows = tx.rows(
        """
        MATCH (:CapacityUnit {id: $unit_id})<-[:ON]-(c:Claim)
        WHERE c.live = true
        RETURN DISTINCT c.asker_id AS asker
        """,
        unit_id=unit_id,
    )
    return [OrganizationId(row["asker"]) for row in rows]


def _asker_ids(row: Row) -> tuple[OrganizationId, ...]:
    return tuple(OrganizationId(o) for o in texts(row.get("asker_ids")))


def _discrepancy(row: Row) -> Discrepancy:
    return Discrepancy(
        id=row["id"],
        unit_id=row["unit_id"],
        provider_id=row["provider_id"],
        excess=int(row["excess"]),
        cause=row["cause"],
        opened_at=instant(row["opened_at"]),
        settled_at=instant_or_none(row.get("settled_at")),
    )
