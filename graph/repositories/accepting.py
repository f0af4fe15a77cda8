"""Accepting: the live hold of a referral is converted, or the places are claimed anew by the same statement (INV-3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from graph.model.capacity import UnitState
from graph.model.case import NeedStatus
from graph.model.claims import Claim, ClaimKind, ClaimStatus
from graph.model.errors import Conflict, NoPlacesLeft
from graph.model.events import EventType
from graph.model.ids import CapacityUnitId, ClaimId, PersonId
from graph.model.period import Period, end_of_tonight
from graph.model.referral import Referral
from graph.repositories.claims import create_claim, find_claim
from graph.repositories.holds import choose_line, end_hold, still_has_its_places
from graph.repositories.needs import set_need_status
from graph.repositories.recording import happened
from graph.repositories.units import lock_units
from graph.session import Writing


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What accepting needs besides the referral: the id of the reservation to make and, where no hold is live, what
    to claim: the units that suit (the best first), for whom and when. `same_as_earlier` ids make repeats harmless."""

    reservation_id: ClaimId
    unit_ids: Sequence[CapacityUnitId]
    people: tuple[PersonId, ...]
    period: Period


def make_reservation(tx: Writing, referral: Referral, what: Acceptance) -> Claim:
    """The reservation of a referral that is being accepted. Raises NoPlacesLeft where nothing fits."""
    now = tx.actor.at
    hold = find_claim(tx, referral.hold_id or "", ClaimKind.HOLD)
    units = {*what.unit_ids, *(line.unit_id for line in hold.lines)} if hold else set(what.unit_ids)
    states = lock_units(tx, units)
    hold = _usable_hold(tx, states, referral)
    if hold is not None:
        lines, people, period, root = hold.lines, hold.person_ids, hold.period, hold.root_id
        end_hold(tx, hold, ClaimStatus.CONVERTED, EventType.HOLD_CONVERTED, reason="converted")
    else:
        if not what.unit_ids:
            raise NoPlacesLeft
        lines = (choose_line(states.values(), what.unit_ids, len(what.people), what.period, now),)
        people, period, root = what.people, what.period, what.reservation_id
    reservation = Claim(
        id=what.reservation_id,
        kind=ClaimKind.RESERVATION,
        status=ClaimStatus.MADE,
        root_id=root,
        need_id=referral.need_id,
        case_id=referral.case_id,
        service_at_location_id=referral.service_at_location_id,
        asker_id=referral.asker_id,
        provider_id=referral.provider_id,
        lines=lines,
        period=period,
        made_at=now,
        person_ids=people,
        arrive_by=_arrive_by(period, now, states[lines[0].unit_id].turns_at),
        referral_id=referral.id,
    )
    create_claim(tx, reservation)
    set_need_status(tx, referral.need_id, NeedStatus.PLACED)
    happened(
        tx,
        EventType.RESERVATION_MADE,
        reservation.id,
        parties=[referral.asker_id, referral.provider_id],
        case_id=referral.case_id,
        data={"referral_id": referral.id, "places": reservation.places},
    )
    return reservation


def _usable_hold(tx: Writing, states: Mapping[CapacityUnitId, UnitState], referral: Referral) -> Claim | None:
    """The hold that secures a referral, if it is live; one whose places are given away has expired for others."""
    hold = find_claim(tx, referral.hold_id or "", ClaimKind.HOLD)
    if hold is None or not hold.is_live(tx.actor.at):
        return None
    if any(not s.certified or s.discrepancy_id for s in (states[line.unit_id] for line in hold.lines)):
        raise Conflict("unit-not-claimable")
    if still_has_its_places(states, hold, tx.actor.at):
        return hold
    end_hold(tx, hold, ClaimStatus.EXPIRED, EventType.HOLD_EXPIRED, reason="expired")
    return None


def _arrive_by(period: Period, now: datetime, turns_at: time) -> datetime:
    """The end of the first night, and never past the stay."""
    return min(period.ends, end_of_tonight(max(period.starts, now), turns_at))
