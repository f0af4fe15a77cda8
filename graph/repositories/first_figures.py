"""The first figure of many new units at once. Only for units that nobody has claimed or reported on yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.model.capacity import LeftOut
from graph.model.errors import Conflict
from graph.model.events import EventType
from graph.model.ids import CapacityUnitId, ObservationId, OrganizationId
from graph.repositories.recording import happened
from graph.session import Writing


@dataclass(frozen=True, slots=True)
class FirstFigure:
    id: ObservationId
    unit_id: CapacityUnitId
    provider_id: OrganizationId
    free: int
    as_of: datetime
    channel: str
    speaker: str | None = None


def take_first_figures(tx: Writing, figures: Sequence[FirstFigure]) -> None:
    """With no claim on a unit, what is not free is taken elsewhere. Raises Conflict where a unit has a figure."""
    stored = tx.row(
        """
        UNWIND $rows AS row
        MATCH (u:CapacityUnit {id: row.unit_id})
        WHERE u.figure_as_of IS NULL AND row.free <= u.places
        SET u.figure_free = row.free, u.figure_as_of = row.as_of, u.figure_leaves_out = row.leaves_out,
            u.figure_roots = [], u.figure_channel = row.channel, u.figure_speaker = row.speaker,
            u.elsewhere = u.places - row.free, u.balance = u.places - row.free, u.version = u.version + 1
        CREATE (o:Observation {id: row.id, free: row.free, as_of: row.as_of, recorded_at: $now, channel: row.channel,
                               speaker: row.speaker, provider_id: row.provider_id, said_by: $account})-[:ABOUT]->(u)
        RETURN count(u) AS stored
        """,
        rows=[_values(f) for f in figures],
        now=tx.actor.at,
        account=tx.actor.account_id,
    )
    if figures and (stored is None or stored["stored"] != len(figures)):
        raise Conflict("not-a-first-figure")
    for figure in figures:
        happened(
            tx,
            EventType.CAPACITY_REPORTED,
            figure.unit_id,
            parties=[figure.provider_id],
            data={"free": figure.free, "as_of": figure.as_of.isoformat(), "channel": figure.channel},
        )


def _values(figure: FirstFigure) -> dict[str, object]:
    return {
        "id": figure.id,
        "unit_id": figure.unit_id,
        "provider_id": figure.provider_id,
        "free": figure.free,
        "as_of": figure.as_of,
        "channel": figure.channel,
        "speaker": figure.speaker,
        "leaves_out": str(LeftOut.PLACEMENTS),
    }
