"""Capacity reports: what a provider says is free. A fact, always taken, unless it is older than what was said since."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from graph.model.capacity import ExpectedFree, Figure, LeftOut, Sharing, UnitState, balance_after
from graph.model.claims import ClaimKind
from graph.model.errors import Invalid, NotThere
from graph.model.events import EventType
from graph.model.idempotency import IdempotencyKey
from graph.model.ids import CapacityUnitId, ClaimId, DiscrepancyId, ObservationId, OrganizationId
from graph.records import instant
from graph.repositories.discrepancies import store_checked
from graph.repositories.idempotency import made_before
from graph.repositories.recording import happened
from graph.repositories.stays import people_there_at
from graph.repositories.units import lock_units
from graph.scope import VisibleOrganizations
from graph.session import Reading, Writing

SKEW = timedelta(minutes=5)
"""How far ahead of the hub's clock a source's may be; beyond it a figure waits in quarantine."""


@dataclass(frozen=True, slots=True)
class Report:
    """One figure for one unit. `channel`: own_page, phone, file or feed; `speaker` who said it by telephone.

    `left_out_claim_ids` are the claims shown beside the figure (with `leaves_out` SHOWN exactly those count).
    """

    id: ObservationId
    unit_id: CapacityUnitId
    free: int
    as_of: datetime
    leaves_out: LeftOut = LeftOut.PLACEMENTS
    left_out_claim_ids: tuple[ClaimId, ...] = ()
    channel: str = "own_page"
    speaker: str | None = None
    expected: tuple[ExpectedFree, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportAnswer:
    """`taken` False: kept as history (`older`) or in quarantine (`future`); `discrepancy_id` where claims exceed."""

    id: ObservationId
    taken: bool
    why_not: str | None
    discrepancy_id: DiscrepancyId | None


def record_report(
    tx: Writing, scope: VisibleOrganizations, report: Report, *, key: IdempotencyKey | None = None
) -> ReportAnswer:
    """Takes a figure. Raises NotThere for a stranger's unit, Invalid where more is free than there is."""
    earlier = made_before(tx, key, report.id)
    if earlier:
        return get_report_answer(tx, scope, earlier)
    state = lock_units(tx, [report.unit_id])[report.unit_id]
    provider = provider_of(tx, report.unit_id)
    if not scope.includes(provider):
        raise NotThere("capacity_unit")
    if report.free > state.places:
        raise Invalid("free", "free-over-places", {"free": report.free, "places": state.places})
    why_not = _why_not(state, report, tx.actor.at)
    if why_not is None:
        state = _take(tx, state, report)
    answer = ReportAnswer(report.id, why_not is None, why_not, state.discrepancy_id)
    _keep(tx, report, answer, provider)
    return answer


def get_report_answer(tx: Reading, scope: VisibleOrganizations, report_id: str) -> ReportAnswer:
    """What became of a report. Raises NotThere to strangers."""
    row = tx.row(
        """
        MATCH (o:Observation {id: $id})
        RETURN o.id AS id, o.why_not AS why_not, o.discrepancy_id AS discrepancy_id, o.provider_id AS provider
        """,
        id=report_id,
    )
    if row is None or not scope.includes(row["provider"]):
        raise NotThere("capacity_report")
    return ReportAnswer(row["id"], row["why_not"] is None, row["why_not"], row["discrepancy_id"])


def provider_of(tx: Reading, unit_id: str) -> OrganizationId:
    row = tx.row(
        """
        MATCH (s:ServiceAtLocation)-[:HAS_UNIT]->(:CapacityUnit {id: $id})
        RETURN s.organization_id AS provider
        """,
        id=unit_id,
    )
    if row is None:
        raise NotThere("capacity_unit")
    return OrganizationId(row["provider"])


@dataclass(frozen=True, slots=True)
class PastFigure:
    """A figure as it was said, for the history of a unit."""

    unit_id: CapacityUnitId
    free: int
    as_of: datetime
    recorded_at: datetime
    channel: str
    speaker: str | None
    taken: bool


def list_past_figures(tx: Reading, unit_ids: Iterable[str], *, limit: int) -> list[PastFigure]:
    """The last figures of units, newest first."""
    rows = tx.rows(
        """
        MATCH (o:Observation)-[:ABOUT]->(u:CapacityUnit)
        WHERE u.id IN $ids
        RETURN u.id AS unit_id, o.free AS free, o.as_of AS as_of, o.recorded_at AS recorded_at,
               o.channel AS channel, o.speaker AS speaker, o.why_not AS why_not
        ORDER BY recorded_at DESC LIMIT $limit
        """,
        ids=list(unit_ids),
        limit=limit,
    )
    return [
        PastFigure(
            unit_id=row["unit_id"],
            free=int(row["free"]),
            as_of=instant(row["as_of"]),
            recorded_at=instant(row["recorded_at"]),
            channel=row["channel"],
            speaker=row["speaker"],
            taken=row["why_not"] is None,
        )
        for row in rows
    ]


def _why_not(state: UnitState, report: Report, now: datetime) -> str | None:
    if report.as_of > now + SKEW:
        return "future"
    if state.figure is not None and report.as_of < state.figure.as_of:
        return "older"
    return None


def _take(tx: Writing, state: UnitState, report: Report) -> UnitState:
    figure = Figure(report.free, report.as_of, report.leaves_out, _roots(tx, report.left_out_claim_ids))
    tx.rows(
        """
        MATCH (u:CapacityUnit {id: $id})
        SET u.figure_free = $free, u.figure_as_of = $as_of, u.figure_leaves_out = $leaves_out,
            u.figure_roots = $roots, u.figure_channel = $channel, u.figure_speaker = $speaker,
            u.expected_at = $expected_at, u.expected_places = $expected_places
        RETURN u.id AS id
        """,
        id=report.unit_id,
        free=report.free,
        as_of=report.as_of,
        leaves_out=str(report.leaves_out),
        roots=sorted(figure.left_out_roots),
        channel=report.channel,
        speaker=report.speaker,
        expected_at=[e.at for e in report.expected],
        expected_places=[e.places for e in report.expected],
    )
    balance = balance_after(_as_it_stood(tx, state, report.as_of), figure)
    taken = replace(state, figure=figure, expected=report.expected, balance=balance, elsewhere=max(0, balance))
    return store_checked(tx, taken, cause="capacity-report")


def _as_it_stood(tx: Writing, state: UnitState, as_of: datetime) -> UnitState:
    """The unit with the people who were there at the figure's instant, where some have come or left since."""
    if as_of >= tx.actor.at or state.sharing is Sharing.BY_HOUSEHOLD:
        return state
    people = people_there_at(tx, state.id, as_of)
    lived = (s for s in state.slices if s.kind is ClaimKind.PLACEMENT)
    then = {s.claim_id: replace(s, places=people.get(s.claim_id, 0)) for s in lived}
    return replace(state, slices=tuple(then.get(s.claim_id, s) for s in state.slices))


def _roots(tx: Writing, claim_ids: tuple[ClaimId, ...]) -> frozenset[ClaimId]:
    if not claim_ids:
        return frozenset()
    rows = tx.rows("MATCH (c:Claim) WHERE c.id IN $ids RETURN c.root_id AS root", ids=list(claim_ids))
    if len(rows) != len(set(claim_ids)):
        raise Invalid("left_out_claim_ids", "claim-unknown")
    return frozenset(ClaimId(row["root"]) for row in rows)


def _keep(tx: Writing, report: Report, answer: ReportAnswer, provider: OrganizationId) -> None:
    tx.rows(
        """
        MATCH (u:CapacityUnit {id: $unit_id})
        CREATE (o:Observation {id: $id, free: $free, as_of: $as_of, recorded_at: $now, channel: $channel,
                               speaker: $speaker, why_not: $why_not, discrepancy_id: $discrepancy_id,
                               provider_id: $provider, said_by: $account})-[:ABOUT]->(u)
        RETURN o.id AS id
        """,
        id=report.id,
        unit_id=report.unit_id,
        free=report.free,
        as_of=report.as_of,
        now=tx.actor.at,
        channel=report.channel,
        speaker=report.speaker,
        why_not=answer.why_not,
        discrepancy_id=answer.discrepancy_id,
        provider=provider,
        account=tx.actor.account_id,
    )
    kinds = {
        None: EventType.CAPACITY_REPORTED,
        "older": EventType.REPORT_KEPT_AS_HISTORY,
        "future": EventType.REPORT_QUARANTINED,
    }
    happened(
        tx,
        kinds[answer.why_not],
        report.unit_id,
        parties=[provider],
        data={
            "free": report.free,
            "as_of": report.as_of.isoformat(),
            "channel": report.channel,
            "report_id": report.id,
        },
    )
