"""Capacity as it stands: every unit with its claims, outages and last figure, read without locks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.model.capacity import UnitState
from graph.model.ids import OrganizationId, ServiceAtLocationId
from graph.records import instant_or_none
from graph.repositories.units import unit_state
from graph.session import Reading


@dataclass(frozen=True, slots=True)
class UnitNow:
    """A unit's state with who said its last figure, how and when. `as_of` None: nobody has ever said one."""

    state: UnitState
    provider_id: OrganizationId
    as_of: datetime | None
    channel: str | None
    speaker: str | None


def list_units_now(
    tx: Reading, *, now: datetime, service_ids: Sequence[ServiceAtLocationId] | None = None
) -> list[UnitNow]:
    """The units of all services at locations, or of `service_ids`, by id."""
    rows = tx.rows(
        """
        MATCH (s:ServiceAtLocation)-[:HAS_UNIT]->(u:CapacityUnit)
        WHERE $all OR s.id IN $ids
        CALL (u) {
            OPTIONAL MATCH (u)<-[l:ON]-(c:Claim)
            WHERE (c.live = true AND (c.expires_at IS NULL OR c.expires_at > $now))
               OR coalesce(c.ended_at, c.expires_at) > u.figure_as_of
            RETURN collect(CASE WHEN c IS NULL THEN NULL ELSE
                [c.id, c.root_id, c.kind, l.places, CASE WHEN l.since > c.starts THEN l.since ELSE c.starts END,
                 c.ends, c.made_at, coalesce(c.freed_at, c.ended_at), c.expires_at] END) AS claims
        }
        CALL (u) {
            OPTIONAL MATCH (u)<-[x:OUT]-(o:OutOfService)
            WHERE o.ends > $now
            RETURN collect(CASE WHEN o IS NULL THEN NULL ELSE [x.places, o.starts, o.ends] END) AS outages
        }
        RETURN u.id AS id, u.places AS places, u.sharing AS sharing, u.elsewhere AS elsewhere,
               u.balance AS balance,
               u.expected_at AS expected_at, u.expected_places AS expected_places,
               u.figure_free AS figure_free, u.figure_as_of AS figure_as_of,
               u.figure_leaves_out AS figure_leaves_out, u.figure_roots AS figure_roots,
               u.figure_channel AS channel, u.figure_speaker AS speaker,
               u.discrepancy_id AS discrepancy_id, u.version AS version,
               s.id AS service_at_location_id, s.certified_until AS certified_until, s.suspended AS suspended,
               s.day_turns_at AS day_turns_at, s.organization_id AS provider, claims, outages
        """,
        all=service_ids is None,
        ids=list(service_ids or ()),
        now=now,
    )
    found = [
        UnitNow(
            state=unit_state(row, now),
            provider_id=row["provider"],
            as_of=instant_or_none(row["figure_as_of"]),
            channel=row["channel"],
            speaker=row["speaker"],
        )
        for row in rows
    ]
    return sorted(found, key=lambda u: u.state.id)
