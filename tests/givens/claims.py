"""Holds, referrals, reservations and placements, each made by the steps that people take. Ana asks, Bram answers."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from graph.model.case import Case, Need
from graph.model.claims import Claim, ClaimKind
from graph.model.ids import CapacityUnitId, ClaimId, ReferralId, new_id
from graph.model.period import Period, lodging_period
from graph.model.referral import Referral, ReferralStatus
from graph.model.service import ServiceAtLocation
from graph.repositories.arrivals import Arrival, record_arrival
from graph.repositories.claims import get_claim
from graph.repositories.holds import HoldRequest, place_hold
from graph.repositories.referral_decisions import Acceptance, accept_referral, send_referral
from graph.session import Graph
from tests.givens.cases import given_a_case, given_a_need
from tests.givens.cast import ANA, NOW, CastMember, bram_of

ANSWER = timedelta(minutes=90)


def a_hold_request(
    service: ServiceAtLocation,
    case: Case,
    need: Need,
    *,
    units: Sequence[CapacityUnitId] | None = None,
    of: CastMember = ANA,
    minutes: int = 90,
    period: Period | None = None,
    second_hold_reason: str | None = None,
) -> HoldRequest:
    """Asks for one of `units` (all of the service's, in their order) for the whole household and all nights."""
    assert of.organization_id is not None
    return HoldRequest(
        id=ClaimId(new_id()),
        need_id=need.id,
        case_id=case.id,
        service_at_location_id=service.id,
        asker_id=of.organization_id,
        provider_id=service.organization_id,
        unit_ids=[u.id for u in service.units] if units is None else units,
        people=tuple(p.id for p in case.household.members),
        period=period or lodging_period(need.starts_on, need.nights, service.terms.day_turns_at),
        minutes=minutes,
        second_hold_reason=second_hold_reason,
    )


def given_a_hold(
    graph: Graph,
    service: ServiceAtLocation,
    *,
    ages: Sequence[int] = (34,),
    starts_on: date | None = None,
    nights: int = 3,
    units: Sequence[CapacityUnitId] | None = None,
    minutes: int = 90,
    at: datetime = NOW,
) -> Claim:
    """A hold of Ana's for a household of its own."""
    case = given_a_case(graph, ages=ages, at=at)
    need = given_a_need(graph, case, starts_on=starts_on, nights=nights, at=at)
    ask = a_hold_request(service, case, need, units=units, minutes=minutes)
    return graph.write(ANA.at(at), lambda tx: place_hold(tx, ANA.scope, ask))


def a_referral(
    service: ServiceAtLocation, need: Need, *, hold: Claim | None = None, at: datetime = NOW, undo_seconds: int = 0
) -> Referral:
    assert ANA.organization_id is not None
    visible_at = at + timedelta(seconds=undo_seconds)
    return Referral(
        id=ReferralId(new_id()),
        status=ReferralStatus.REQUESTED,
        need_id=need.id,
        case_id=need.case_id,
        service_at_location_id=service.id,
        asker_id=ANA.organization_id,
        provider_id=service.organization_id,
        sent_by=ANA.account_id,
        sent_at=at,
        visible_at=visible_at,
        answer_by=visible_at + ANSWER,
        hold_id=hold.id if hold else None,
    )


def given_a_referral(
    graph: Graph,
    service: ServiceAtLocation,
    *,
    ages: Sequence[int] = (34,),
    starts_on: date | None = None,
    nights: int = 3,
    units: Sequence[CapacityUnitId] | None = None,
    held: bool = True,
    at: datetime = NOW,
    undo_seconds: int = 0,
) -> Referral:
    """A referral of Ana's, secured by a hold unless `held` is false."""
    case = given_a_case(graph, ages=ages, at=at)
    need = given_a_need(graph, case, starts_on=starts_on, nights=nights, at=at)
    ask = a_hold_request(service, case, need, units=units)
    hold = graph.write(ANA.at(at), lambda tx: place_hold(tx, ANA.scope, ask)) if held else None
    referral = a_referral(service, need, hold=hold, at=at, undo_seconds=undo_seconds)
    return graph.write(ANA.at(at), lambda tx: send_referral(tx, ANA.scope, referral))


def an_acceptance(
    service: ServiceAtLocation, case: Case | None = None, need: Need | None = None, *, period: Period | None = None
) -> Acceptance:
    """Enough where a hold is live; with `case` and `need` also where the places have to be claimed anew."""
    anew = lodging_period(need.starts_on, need.nights) if need else Period(NOW, NOW + timedelta(days=3))
    return Acceptance(
        reservation_id=ClaimId(new_id()),
        unit_ids=[u.id for u in service.units],
        people=tuple(p.id for p in case.household.members) if case else (),
        period=period or anew,
    )


def given_a_reservation(
    graph: Graph,
    service: ServiceAtLocation,
    *,
    ages: Sequence[int] = (34,),
    starts_on: date | None = None,
    nights: int = 3,
    units: Sequence[CapacityUnitId] | None = None,
    at: datetime = NOW,
) -> Claim:
    """What Bram's acceptance of a held referral makes."""
    referral = given_a_referral(graph, service, ages=ages, starts_on=starts_on, nights=nights, units=units, at=at)
    what = an_acceptance(service)
    bram = bram_of(service)
    graph.write(bram.at(at), lambda tx: accept_referral(tx, bram.scope, referral.id, what))
    return graph.read(lambda tx: get_claim(tx, bram.scope, what.reservation_id, ClaimKind.RESERVATION))


def given_a_placement(
    graph: Graph,
    service: ServiceAtLocation,
    *,
    ages: Sequence[int] = (34,),
    starts_on: date | None = None,
    nights: int = 3,
    units: Sequence[CapacityUnitId] | None = None,
    at: datetime = NOW,
) -> Claim:
    """People whom Bram has let in."""
    reservation = given_a_reservation(graph, service, ages=ages, starts_on=starts_on, nights=nights, units=units, at=at)
    bram = bram_of(service)
    arrival = Arrival(ClaimId(new_id()), at)
    return graph.write(bram.at(at), lambda tx: record_arrival(tx, bram.scope, reservation.id, arrival))
