"""The six commands as writers give them, each ready to be run at the start of a race."""

from datetime import datetime, timedelta
from functools import partial

from graph.model.claims import Claim
from graph.model.ids import CapacityUnitId, ClaimId, ObservationId, OutOfServiceId, ReferralId, new_id
from graph.model.period import Period
from graph.repositories.holds import HoldRequest, expire_hold, place_hold, release_hold
from graph.repositories.outages import OutOfService, take_out_of_service
from graph.repositories.referral_decisions import Acceptance, accept_referral
from graph.repositories.reports import Report, record_report
from graph.scope import EVERYTHING, the_hub_itself
from graph.session import Graph
from tests.givens.cast import ANA, NOW, who_acts_for
from tests.race.field import PROVIDER, Field, Wish
from tests.race.judging import Entry, wanted_by

BRAM = who_acts_for("bram", PROVIDER.id)


def hold(graph: Graph, field: Field, wish: Wish, *, at: datetime = NOW) -> Entry:
    ask: HoldRequest = field.hold(wish)
    command = partial(graph.write, ANA.at(at), lambda tx: place_hold(tx, ANA.scope, ask))
    return Entry(command, makes=ask.id, wanted=wanted_by(wish))


def confirm(
    graph: Graph, wish: Wish, referral_id: ReferralId, *, held: ClaimId | None = None, at: datetime = NOW
) -> Entry:
    """Accepts a referral: converts its hold, or claims anew."""
    what = Acceptance(ClaimId(new_id()), wish.unit_ids, wish.people, wish.period)
    command = partial(graph.write, BRAM.at(at), lambda tx: accept_referral(tx, BRAM.scope, referral_id, what))
    return Entry(command, makes=what.reservation_id, ends=held, wanted=wanted_by(wish))


def release(graph: Graph, claim: Claim, *, at: datetime = NOW) -> Entry:
    command = partial(
        graph.write, ANA.at(at), lambda tx: release_hold(tx, ANA.scope, claim.id, reason="need_ended", note=None)
    )
    return Entry(command, ends=claim.id)


def expire(graph: Graph, claim: Claim, *, at: datetime) -> Entry:
    """Tidies up what time has ended already, so that it ends nothing."""
    return Entry(partial(graph.write, the_hub_itself(at), lambda tx: expire_hold(tx, claim.id)))


def report(graph: Graph, unit_id: CapacityUnitId, free: int, *, at: datetime = NOW) -> Entry:
    said = Report(ObservationId(new_id()), unit_id, free, at)
    return Entry(partial(graph.write, BRAM.at(at), lambda tx: record_report(tx, BRAM.scope, said)))


def out_of_service(graph: Graph, unit_id: CapacityUnitId, period: Period, *, at: datetime = NOW) -> Entry:
    """Takes one place out of service."""
    out = OutOfService(OutOfServiceId(new_id()), unit_id, 1, period, "repairs")
    return Entry(partial(graph.write, BRAM.at(at), lambda tx: take_out_of_service(tx, EVERYTHING, out)))


def soon(minutes: int) -> datetime:
    return NOW + timedelta(minutes=minutes)
