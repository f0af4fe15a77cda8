"""What people do next with a record, each act in a transaction of its own.

Ana acts on what she has asked, Bram on what was asked of him, unless the test says `by` whom.
"""

from collections.abc import Sequence
from datetime import datetime

from graph.model.capacity import ExpectedFree, LeftOut
from graph.model.claims import Claim
from graph.model.ids import CapacityUnitId, ClaimId, ObservationId, OrganizationId, OutOfServiceId, PersonId, new_id
from graph.model.period import Period
from graph.model.referral import Referral
from graph.repositories.accepting import Acceptance
from graph.repositories.arrivals import Arrival, record_arrival
from graph.repositories.holds import expire_hold, extend_hold, release_hold
from graph.repositories.outages import OutOfService, take_out_of_service
from graph.repositories.placements import Departure, extend_placement, record_departure, transfer_placement
from graph.repositories.referral_decisions import (
    accept_referral,
    decline_referral,
    expire_referral,
    receive_referral,
    withdraw_referral,
)
from graph.repositories.reports import Report, ReportAnswer, record_report
from graph.repositories.reservations import cancel_reservation, record_non_arrival
from graph.scope import the_hub_itself
from graph.session import Graph
from tests.givens.cast import ANA, NOW, CastMember, who_acts_for


def bram_at(provider_id: OrganizationId) -> CastMember:
    return who_acts_for("bram", provider_id)


def release(
    graph: Graph, hold: Claim, *, reason: str = "need_ended", by: CastMember = ANA, at: datetime = NOW
) -> Claim:
    return graph.write(by.at(at), lambda tx: release_hold(tx, by.scope, hold.id, reason=reason, note=None))


def extend(
    graph: Graph,
    hold: Claim,
    *,
    minutes: int = 30,
    reason: str = "transport_late",
    by: CastMember = ANA,
    at: datetime = NOW,
) -> Claim:
    return graph.write(by.at(at), lambda tx: extend_hold(tx, by.scope, hold.id, minutes=minutes, reason=reason))


def tidy(graph: Graph, hold: Claim, *, at: datetime) -> Claim:
    return graph.write(the_hub_itself(at), lambda tx: expire_hold(tx, hold.id))


def receive(graph: Graph, referral: Referral, *, by: CastMember | None = None, at: datetime = NOW) -> Referral:
    who = by or bram_at(referral.provider_id)
    return graph.write(who.at(at), lambda tx: receive_referral(tx, who.scope, referral.id))


def accept(
    graph: Graph, referral: Referral, what: Acceptance, *, by: CastMember | None = None, at: datetime = NOW
) -> Referral:
    who = by or bram_at(referral.provider_id)
    return graph.write(who.at(at), lambda tx: accept_referral(tx, who.scope, referral.id, what))


def decline(
    graph: Graph,
    referral: Referral,
    *,
    reason: str = "no_place",
    by: CastMember | None = None,
    at: datetime = NOW,
) -> Referral:
    who = by or bram_at(referral.provider_id)
    return graph.write(who.at(at), lambda tx: decline_referral(tx, who.scope, referral.id, reason=reason, note=None))


def withdraw(
    graph: Graph, referral: Referral, *, reason: str = "need_ended", by: CastMember = ANA, at: datetime = NOW
) -> Referral:
    return graph.write(by.at(at), lambda tx: withdraw_referral(tx, by.scope, referral.id, reason=reason, note=None))


def let_lapse(graph: Graph, referral: Referral, *, at: datetime) -> Referral:
    return graph.write(the_hub_itself(at), lambda tx: expire_referral(tx, referral.id))


def arrive(
    graph: Graph,
    reservation: Claim,
    *,
    came_at: datetime | None = None,
    people: Sequence[PersonId] = (),
    by: CastMember | None = None,
    at: datetime = NOW,
) -> Claim:
    who = by or bram_at(reservation.provider_id)
    arrival = Arrival(ClaimId(new_id()), came_at or at, tuple(people))
    return graph.write(who.at(at), lambda tx: record_arrival(tx, who.scope, reservation.id, arrival))


def depart(
    graph: Graph,
    placement: Claim,
    *,
    left_at: datetime | None = None,
    reason: str = "goal_reached",
    people: Sequence[PersonId] = (),
    by: CastMember | None = None,
    at: datetime = NOW,
) -> Claim:
    who = by or bram_at(placement.provider_id)
    departure = Departure(left_at or at, reason, person_ids=tuple(people))
    return graph.write(who.at(at), lambda tx: record_departure(tx, who.scope, placement.id, departure))


def stay_until(
    graph: Graph, placement: Claim, until: datetime, *, by: CastMember | None = None, at: datetime = NOW
) -> Claim:
    who = by or bram_at(placement.provider_id)
    return graph.write(
        who.at(at), lambda tx: extend_placement(tx, who.scope, placement.id, until=until, reason="no_onward_place")
    )


def move(
    graph: Graph, placement: Claim, to_unit: CapacityUnitId, *, by: CastMember | None = None, at: datetime = NOW
) -> Claim:
    who = by or bram_at(placement.provider_id)
    return graph.write(
        who.at(at), lambda tx: transfer_placement(tx, who.scope, placement.id, to_unit=to_unit, reason="better_fit")
    )


def cancel(
    graph: Graph, reservation: Claim, *, reason: str = "other", by: CastMember = ANA, at: datetime = NOW
) -> Claim:
    return graph.write(
        by.at(at), lambda tx: cancel_reservation(tx, by.scope, reservation.id, reason=reason, note="a note")
    )


def did_not_come(
    graph: Graph, reservation: Claim, *, reason: str = "unreachable", by: CastMember | None = None, at: datetime = NOW
) -> Claim:
    who = by or bram_at(reservation.provider_id)
    return graph.write(
        who.at(at), lambda tx: record_non_arrival(tx, who.scope, reservation.id, reason=reason, note=None)
    )


def say(
    graph: Graph,
    by: CastMember,
    unit_id: CapacityUnitId,
    free: int,
    *,
    beside: Sequence[Claim] | None = None,
    expected: Sequence[ExpectedFree] = (),
    as_of: datetime | None = None,
    at: datetime = NOW,
) -> ReportAnswer:
    """A figure; `beside` are the claims that were listed next to it, None where it leaves out placements."""
    report = Report(
        id=ObservationId(new_id()),
        unit_id=unit_id,
        free=free,
        as_of=as_of or at,
        leaves_out=LeftOut.PLACEMENTS if beside is None else LeftOut.SHOWN,
        left_out_claim_ids=tuple(c.id for c in beside or ()),
        expected=tuple(expected),
    )
    return graph.write(by.at(at), lambda tx: record_report(tx, by.scope, report))


def drop_out(
    graph: Graph, by: CastMember, unit_id: CapacityUnitId, places: int, period: Period, *, at: datetime = NOW
) -> OutOfService:
    out = OutOfService(OutOfServiceId(new_id()), unit_id, places, period, "repairs")
    return graph.write(by.at(at), lambda tx: take_out_of_service(tx, by.scope, out))
