"""Holds: timed claims. Placing, extending, releasing, expiring; the lock comes first (INV-1, INV-2, INV-4, INV-5)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from graph.model.capacity import UnitState, free_over, places_to_claim
from graph.model.claims import Claim, ClaimKind, ClaimLine, ClaimStatus
from graph.model.errors import Conflict, NoPlacesLeft, NotThere
from graph.model.events import EventType
from graph.model.idempotency import IdempotencyKey
from graph.model.ids import (
    CapacityUnitId,
    CaseId,
    ClaimId,
    NeedId,
    OrganizationId,
    PersonId,
    ServiceAtLocationId,
)
from graph.model.period import Period
from graph.model.referral import AWAITING
from graph.repositories.cases import lock_case
from graph.repositories.claims import create_claim, find_claim, get_claim, list_claims_of_need, store_claim
from graph.repositories.idempotency import made_before
from graph.repositories.recording import happened
from graph.repositories.units import lock_units
from graph.scope import VisibleOrganizations
from graph.session import Writing


@dataclass(frozen=True, slots=True)
class HoldRequest:
    """What a hold is asked for. `unit_ids` are the units that suit, the best first: one is taken, or none."""

    id: ClaimId
    need_id: NeedId
    case_id: CaseId
    service_at_location_id: ServiceAtLocationId
    asker_id: OrganizationId
    provider_id: OrganizationId
    unit_ids: Sequence[CapacityUnitId]
    people: tuple[PersonId, ...]
    period: Period
    minutes: int
    second_hold_reason: str | None = None
    note: str | None = None


def place_hold(
    tx: Writing, scope: VisibleOrganizations, ask: HoldRequest, *, key: IdempotencyKey | None = None
) -> Claim:
    """Claims the first of the suitable units that has room over the whole period.

    Raises NoPlacesLeft where none has, Conflict `need-already-held` without a reason for a second hold (INV-4).
    """
    earlier = made_before(tx, key, ask.id)
    if earlier:
        return get_claim(tx, scope, earlier, ClaimKind.HOLD)
    lock_case(tx, scope, ask.case_id)
    _require_no_other_hold(tx, ask)
    line = choose_line(lock_units(tx, ask.unit_ids).values(), ask.unit_ids, len(ask.people), ask.period, tx.actor.at)
    hold = _new_hold(ask, line, tx.actor.at)
    create_claim(tx, hold)
    happened(
        tx,
        EventType.HOLD_PLACED,
        hold.id,
        parties=[hold.asker_id, hold.provider_id],
        case_id=hold.case_id,
        data={
            "need_id": hold.need_id,
            "service_at_location_id": hold.service_at_location_id,
            "unit_id": line.unit_id,
            "places": line.places,
            "expires_at": expiry_text(hold),
            "second_reason": ask.second_hold_reason,
        },
    )
    return hold


def choose_line(
    units: Iterable[UnitState],
    preferred: Sequence[CapacityUnitId],
    people: int,
    period: Period,
    now: datetime,
) -> ClaimLine:
    """The first preferred unit that can take so many people over the period. Raises NoPlacesLeft where none can."""
    states = {state.id: state for state in units}
    for unit_id in preferred:
        state = states[unit_id]
        places = places_to_claim(state, people)
        if can_take(state, places, people, period, now):
            return ClaimLine(unit_id, places)
    raise NoPlacesLeft


def can_take(state: UnitState, places: int, people: int, period: Period, now: datetime) -> bool:
    """INV-1 and INV-5 for one more claim of `places` for `people` on this unit."""
    if not state.certified or state.discrepancy_id is not None or people > state.places:
        return False
    return free_over(state, period.from_now(now), now=now) >= places


def still_has_its_places(units: Mapping[CapacityUnitId, UnitState], hold: Claim, now: datetime) -> bool:
    """False where a writer whose clock was ahead has seen this hold expire and given its places away (INV-2)."""
    left = hold.period.from_now(now)
    return all(free_over(units[line.unit_id], left, now=now) >= 0 for line in hold.lines)


def require_own_places(tx: Writing, hold: Claim) -> None:
    """Raises Conflict where a live hold must not be prolonged: its places are given away, or disputed (INV-1)."""
    units = lock_units(tx, [line.unit_id for line in hold.lines])
    if still_has_its_places(units, hold, tx.actor.at):
        return
    if any(unit.discrepancy_id for unit in units.values()):
        raise Conflict("unit-not-claimable")
    raise Conflict("hold-has-ended", {"status": str(ClaimStatus.EXPIRED)})


def extend_hold(tx: Writing, scope: VisibleOrganizations, hold_id: str, *, minutes: int, reason: str) -> Claim:
    """Moves the end of a live hold once, by a named reason. Raises Conflict `hold-already-extended`."""
    hold = locked_hold(tx, scope, hold_id)
    if hold.extended and hold.reason == reason and hold.is_live(tx.actor.at):
        return hold
    hold.require(ClaimStatus.CONVERTED, tx.actor.at)
    if hold.extended:
        raise Conflict("hold-already-extended")
    require_own_places(tx, hold)
    longer = replace(hold, extended=True, reason=reason, expires_at=_later(hold, minutes))
    return _store_moved(tx, longer, EventType.HOLD_EXTENDED, reason)


def release_hold(tx: Writing, scope: VisibleOrganizations, hold_id: str, *, reason: str, note: str | None) -> Claim:
    """Gives the place back. The same release again succeeds; another reason afterwards is a conflict."""
    hold = locked_hold(tx, scope, hold_id)
    if hold.status is ClaimStatus.RELEASED and hold.reason == reason:
        return hold
    hold.require(ClaimStatus.RELEASED, tx.actor.at)
    return end_hold(tx, hold, ClaimStatus.RELEASED, EventType.HOLD_RELEASED, reason=reason, note=note)


def expire_hold(tx: Writing, hold_id: str) -> Claim:
    """Tidies a hold whose time is over. One that is not over, or has ended otherwise, stays as it is (INV-2)."""
    hold = find_claim(tx, hold_id, ClaimKind.HOLD)
    if hold is None:
        raise NotThere("hold")
    lock_units(tx, [line.unit_id for line in hold.lines])
    hold = find_claim(tx, hold_id, ClaimKind.HOLD) or hold
    if hold.status is not ClaimStatus.HELD or hold.is_live(tx.actor.at):
        return hold
    return end_hold(tx, hold, ClaimStatus.EXPIRED, EventType.HOLD_EXPIRED, reason="expired", ended_at=hold.expires_at)


def end_hold(
    tx: Writing,
    hold: Claim,
    status: ClaimStatus,
    event: EventType,
    *,
    reason: str | None = None,
    note: str | None = None,
    ended_at: datetime | None = None,
) -> Claim:
    """Ends a hold whose units are locked."""
    ended = replace(hold, status=status, ended_at=ended_at or tx.actor.at, reason=reason, note=note)
    return _store_moved(tx, ended, event, reason)


def locked_hold(tx: Writing, scope: VisibleOrganizations, hold_id: str) -> Claim:
    """A hold read again under the locks of its case and its units; only the asking side reaches it."""
    hold = get_claim(tx, scope, hold_id, ClaimKind.HOLD)
    lock_case(tx, scope, hold.case_id)
    lock_units(tx, [line.unit_id for line in hold.lines])
    return get_claim(tx, scope, hold_id, ClaimKind.HOLD)


def list_lapsed_hold_ids(tx: Writing, limit: int) -> list[ClaimId]:
    """Holds whose time is over and that nobody has tidied yet, but for those that expire with their referral."""
    rows = tx.rows(
        """
        MATCH (c:Claim)
        WHERE c.expiry_second <= $second AND c.expires_at <= $now AND c.live = true AND c.kind = 'hold'
        OPTIONAL MATCH (r:Referral {id: c.referral_id})
        WITH c, r WHERE r IS NULL OR NOT r.status IN $awaiting
        RETURN c.id AS id LIMIT $limit
        """,
        second=int(tx.actor.at.timestamp()),
        now=tx.actor.at,
        awaiting=[str(s) for s in AWAITING],
        limit=limit,
    )
    return [ClaimId(row["id"]) for row in rows]


def lose_hold(tx: Writing, ask: HoldRequest) -> None:
    """Keeps a try that came too late: the timeline and the auditor see both tries."""
    happened(
        tx,
        EventType.HOLD_LOST,
        ask.need_id,
        parties=[ask.asker_id],
        case_id=ask.case_id,
        data={"service_at_location_id": ask.service_at_location_id},
    )


def expiry_text(hold: Claim) -> str | None:
    return hold.expires_at.isoformat() if hold.expires_at else None


def _require_no_other_hold(tx: Writing, ask: HoldRequest) -> None:
    others = [c for c in list_claims_of_need(tx, ask.need_id) if c.is_live(tx.actor.at)]
    if others and not ask.second_hold_reason:
        raise Conflict("need-already-held", {"claim_id": others[0].id, "kind": str(others[0].kind)})


def _new_hold(ask: HoldRequest, line: ClaimLine, now: datetime) -> Claim:
    return Claim(
        id=ask.id,
        kind=ClaimKind.HOLD,
        status=ClaimStatus.HELD,
        root_id=ask.id,
        need_id=ask.need_id,
        case_id=ask.case_id,
        service_at_location_id=ask.service_at_location_id,
        asker_id=ask.asker_id,
        provider_id=ask.provider_id,
        lines=(line,),
        period=ask.period,
        made_at=now,
        person_ids=ask.people,
        expires_at=now + timedelta(minutes=ask.minutes),
        note=ask.note,
        second_reason=ask.second_hold_reason,
    )


def _later(hold: Claim, minutes: int) -> datetime:
    if hold.expires_at is None:
        raise Conflict("hold-has-ended")
    return hold.expires_at + timedelta(minutes=minutes)


def _store_moved(tx: Writing, hold: Claim, event: EventType, reason: str | None) -> Claim:
    store_claim(tx, hold)
    happened(
        tx,
        event,
        hold.id,
        parties=[hold.asker_id, hold.provider_id],
        case_id=hold.case_id,
        data={"need_id": hold.need_id, "reason": reason, "expires_at": expiry_text(hold)},
    )
    return hold
