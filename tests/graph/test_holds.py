"""Holds: timed claims that are extended once, given back, or run out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from graph.model.capacity import Sharing
from graph.model.claims import Claim, ClaimStatus
from graph.model.events import EventType
from graph.model.ids import CapacityUnitId
from graph.model.period import lodging_period, tonight
from graph.model.service import ServiceAtLocation
from graph.repositories.holds import list_lapsed_hold_ids, lose_hold, place_hold
from graph.repositories.needs import get_need
from graph.repositories.outages import change_certification
from graph.repositories.referral_decisions import send_referral
from graph.scope import the_hub_itself
from graph.session import Graph
from tests.givens.acts import accept, drop_out, extend, release, say, tidy
from tests.givens.cases import given_a_case, given_a_need
from tests.givens.cast import ANA, DITA, NOW, bram_of
from tests.givens.claims import a_hold_request, a_referral, an_acceptance, given_a_hold, given_a_referral
from tests.givens.network import a_unit, given_a_service
from tests.givens.refusals import refused
from tests.graph.reads import as_stored, free, hold_of, told_of_case

RUNS_OUT = NOW + timedelta(minutes=90)


@pytest.fixture
def service(graph: Graph) -> ServiceAtLocation:
    return given_a_service(graph, ANA.at(), units=[a_unit(places=2)])


def test_a_hold_takes_a_place_for_each_person_until_it_runs_out(graph: Graph, service: ServiceAtLocation) -> None:
    hold = given_a_hold(graph, service, ages=(34, 6))
    assert (hold.status, hold.places, hold.expires_at) == (ClaimStatus.HELD, 2, RUNS_OUT)
    assert as_stored(graph, hold) == hold
    assert free(graph, service) == [0]
    assert free(graph, service, at=RUNS_OUT) == [2]


def test_the_first_preferred_unit_with_room_is_taken_whatever_its_id(graph: Graph) -> None:
    service = given_a_service(graph, ANA.at(), units=[a_unit(places=1) for _ in range(4)])
    wanted = [u.id for u in service.units]
    holds = [given_a_hold(graph, service, units=wanted) for _ in range(4)]
    assert [hold.lines[0].unit_id for hold in holds] == wanted


def test_a_room_shared_by_household_is_held_whole_and_only_if_it_is_empty(graph: Graph) -> None:
    service = given_a_service(graph, ANA.at(), units=[a_unit(places=4, sharing=Sharing.BY_HOUSEHOLD)])
    assert given_a_hold(graph, service, ages=(34,)).places == 4
    with refused("no-places-left"):
        given_a_hold(graph, service, ages=(50,))


def test_more_people_than_places_never_fit(graph: Graph, service: ServiceAtLocation) -> None:
    with refused("no-places-left"):
        given_a_hold(graph, service, ages=(34, 6, 4))


def test_inv_1_the_peak_decides_not_the_sum(graph: Graph, service: ServiceAtLocation) -> None:
    """Two stays one after the other leave a place free over both."""
    tonight_on = tonight(NOW)
    given_a_hold(graph, service, starts_on=tonight_on, nights=2)
    given_a_hold(graph, service, starts_on=tonight_on + timedelta(days=2), nights=2)
    given_a_hold(graph, service, starts_on=tonight_on, nights=4)
    with refused("no-places-left"):
        given_a_hold(graph, service, starts_on=tonight_on + timedelta(days=3), nights=1)
    assert given_a_hold(graph, service, starts_on=tonight_on + timedelta(days=4), nights=9).places == 1


def test_inv_1_what_is_taken_elsewhere_or_out_of_service_is_not_held(graph: Graph) -> None:
    service = given_a_service(graph, ANA.at(), units=[a_unit(places=3)], free=2)
    drop_out(graph, bram_of(service), service.units[0].id, 1, lodging_period(tonight(NOW), 1))
    with refused("no-places-left"):
        given_a_hold(graph, service, ages=(34, 6))
    assert given_a_hold(graph, service, ages=(34, 6), starts_on=tonight(NOW) + timedelta(days=1)).places == 2


def test_inv_2_a_place_is_free_the_moment_its_hold_runs_out_tidied_or_not(
    graph: Graph, service: ServiceAtLocation
) -> None:
    lapsed = given_a_hold(graph, service, ages=(34, 6))
    with refused("no-places-left"):
        given_a_hold(graph, service, at=RUNS_OUT - timedelta(seconds=1))
    given_a_hold(graph, service, ages=(50, 51), at=RUNS_OUT)
    assert as_stored(graph, lapsed).status is ClaimStatus.HELD


def test_inv_2_a_slow_clock_cannot_prolong_or_refer_a_hold_whose_place_was_given_away(
    graph: Graph, service: ServiceAtLocation
) -> None:
    lapsed = given_a_hold(graph, service, ages=(34, 6))
    given_a_hold(graph, service, ages=(50, 51), at=RUNS_OUT)
    slow = RUNS_OUT - timedelta(minutes=1)
    with refused("hold-has-ended"):
        extend(graph, lapsed, at=slow)
    need = graph.read(lambda tx: get_need(tx, ANA.scope, lapsed.need_id))
    late = a_referral(service, need, hold=lapsed, at=slow)
    with refused("hold-has-ended"):
        graph.write(ANA.at(slow), lambda tx: send_referral(tx, ANA.scope, late))


def test_inv_2_tidying_ends_a_hold_at_the_instant_at_which_it_ran_out_and_not_before(
    graph: Graph, service: ServiceAtLocation
) -> None:
    hold = given_a_hold(graph, service)
    assert tidy(graph, hold, at=RUNS_OUT - timedelta(seconds=1)).status is ClaimStatus.HELD
    done = tidy(graph, hold, at=RUNS_OUT + timedelta(hours=1))
    assert (done.status, done.ended_at) == (ClaimStatus.EXPIRED, RUNS_OUT)
    assert tidy(graph, hold, at=RUNS_OUT + timedelta(hours=2)) == done


def test_only_holds_that_are_over_and_stand_alone_are_listed_for_tidying(
    graph: Graph, service: ServiceAtLocation
) -> None:
    """One that secures a referral which still waits runs out with it, in one transaction."""
    alone, later = given_a_hold(graph, service), given_a_hold(graph, service, minutes=200)
    elsewhere = given_a_service(graph, ANA.at())
    referred = given_a_referral(graph, elsewhere)
    listed = graph.write(the_hub_itself(RUNS_OUT), lambda tx: list_lapsed_hold_ids(tx, 1000))
    assert alone.id in listed
    assert later.id not in listed
    assert referred.hold_id not in listed


def test_a_hold_is_extended_once_by_a_named_reason(graph: Graph, service: ServiceAtLocation) -> None:
    hold = given_a_hold(graph, service)
    longer = extend(graph, hold, minutes=30, reason="transport_late")
    assert longer.expires_at == RUNS_OUT + timedelta(minutes=30)
    assert extend(graph, hold, minutes=30, reason="transport_late") == longer
    with refused("hold-already-extended"):
        extend(graph, hold, minutes=30, reason="other")


def test_a_release_frees_the_place_and_can_be_told_twice_but_not_otherwise(
    graph: Graph, service: ServiceAtLocation
) -> None:
    hold = given_a_hold(graph, service, ages=(34, 6))
    released = release(graph, hold, reason="need_ended")
    assert (released.status, released.reason, released.ended_at) == (ClaimStatus.RELEASED, "need_ended", NOW)
    assert free(graph, service) == [2]
    assert release(graph, hold, reason="need_ended") == released
    with refused("hold-has-ended"):
        release(graph, hold, reason="replaced")


def _released(graph: Graph, service: ServiceAtLocation) -> Claim:
    return release(graph, given_a_hold(graph, service), reason="replaced")


def _lapsed(graph: Graph, service: ServiceAtLocation) -> Claim:
    return given_a_hold(graph, service, minutes=15, at=NOW - timedelta(hours=1))


def _expired(graph: Graph, service: ServiceAtLocation) -> Claim:
    return tidy(graph, _lapsed(graph, service), at=NOW)


def _converted(graph: Graph, service: ServiceAtLocation) -> Claim:
    referral = given_a_referral(graph, service)
    accept(graph, referral, an_acceptance(service))
    return hold_of(graph, referral)


@pytest.mark.parametrize("ended", [_released, _lapsed, _expired, _converted])
def test_a_hold_that_has_ended_cannot_be_extended_released_or_referred(
    graph: Graph, service: ServiceAtLocation, ended: Callable[[Graph, ServiceAtLocation], Claim]
) -> None:
    hold = ended(graph, service)
    with refused("hold-has-ended"):
        extend(graph, hold)
    with refused("hold-has-ended"):
        release(graph, hold, reason="no_answer")
    need = graph.read(lambda tx: get_need(tx, ANA.scope, hold.need_id))
    late = a_referral(service, need, hold=hold)
    with refused("hold-has-ended"):
        graph.write(ANA.at(), lambda tx: send_referral(tx, ANA.scope, late))
    assert as_stored(graph, hold) == hold


def test_inv_4_a_need_has_one_hold_and_a_second_needs_a_reason(graph: Graph, service: ServiceAtLocation) -> None:
    case = given_a_case(graph)
    need = given_a_need(graph, case)
    asks = [a_hold_request(service, case, need) for _ in range(2)]
    first = graph.write(ANA.at(), lambda tx: place_hold(tx, ANA.scope, asks[0]))
    with refused("need-already-held") as told:
        graph.write(ANA.at(), lambda tx: place_hold(tx, ANA.scope, asks[1]))
    assert told.details == {"claim_id": first.id, "kind": "hold"}
    second = replace(asks[1], second_hold_reason="answer_uncertain")
    assert graph.write(ANA.at(), lambda tx: place_hold(tx, ANA.scope, second)).second_reason == "answer_uncertain"


def test_inv_4_a_hold_that_has_run_out_is_in_nobodys_way(graph: Graph, service: ServiceAtLocation) -> None:
    case = given_a_case(graph)
    need = given_a_need(graph, case)
    asks = [a_hold_request(service, case, need, minutes=15) for _ in range(2)]
    graph.write(ANA.at(), lambda tx: place_hold(tx, ANA.scope, asks[0]))
    later = ANA.at(NOW + timedelta(minutes=15))
    assert graph.write(later, lambda tx: place_hold(tx, ANA.scope, asks[1])).status is ClaimStatus.HELD


@pytest.mark.parametrize(("until", "suspended"), [(date(2026, 11, 23), False), (None, True), (date(2027, 1, 1), True)])
def test_inv_5_no_hold_where_the_certification_has_lapsed_or_is_suspended(
    graph: Graph, service: ServiceAtLocation, until: date | None, suspended: bool
) -> None:
    graph.write(DITA.at(), lambda tx: change_certification(tx, service.id, until=until, suspended=suspended))
    with refused("no-places-left"):
        given_a_hold(graph, service)


def test_inv_5_on_the_last_day_of_its_certification_a_place_is_still_held(
    graph: Graph, service: ServiceAtLocation
) -> None:
    graph.write(DITA.at(), lambda tx: change_certification(tx, service.id, until=date(2026, 11, 24), suspended=False))
    assert given_a_hold(graph, service).status is ClaimStatus.HELD
    with refused("no-places-left"):
        given_a_hold(graph, service, at=NOW + timedelta(hours=5))


def test_a_disputed_unit_takes_no_new_hold(graph: Graph, service: ServiceAtLocation) -> None:
    given_a_hold(graph, service)
    assert say(graph, bram_of(service), service.units[0].id, 0).discrepancy_id is not None
    with refused("no-places-left"):
        given_a_hold(graph, service, starts_on=tonight(NOW) + timedelta(days=30))


def test_a_unit_that_does_not_exist_is_not_there(graph: Graph, service: ServiceAtLocation) -> None:
    with refused("not-found"):
        given_a_hold(graph, service, units=[CapacityUnitId("no such unit")])


def test_a_try_that_came_too_late_is_kept_in_the_story_of_the_case(graph: Graph, service: ServiceAtLocation) -> None:
    case = given_a_case(graph)
    ask = a_hold_request(service, case, given_a_need(graph, case))
    graph.write(ANA.at(NOW + timedelta(seconds=1)), lambda tx: lose_hold(tx, ask))
    assert [e.type for e in told_of_case(graph, case.id)][-1] is EventType.HOLD_LOST
