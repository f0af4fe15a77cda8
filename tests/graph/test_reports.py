"""Reports, places out of service, numbers of places, certification: facts that are always taken."""

from datetime import date, timedelta

import pytest

from graph.model.capacity import ExpectedFree
from graph.model.ids import CapacityUnitId, ClaimId, ObservationId
from graph.model.period import Period, lodging_period, tonight
from graph.model.service import ServiceAtLocation
from graph.repositories.capacity import list_units_now
from graph.repositories.directory import get_service
from graph.repositories.outages import change_certification, change_places, get_out_of_service, return_to_service
from graph.repositories.reports import Report, get_report_answer, list_past_figures, record_report
from graph.repositories.taken_files import TakenFile, find_taken_file, list_taken_files, remember_file
from graph.session import Graph
from tests.givens.acts import drop_out, say
from tests.givens.cast import ANA, CHIDI, DITA, NOW, CastMember, bram_of
from tests.givens.claims import given_a_hold
from tests.givens.network import a_unit, given_a_service
from tests.givens.refusals import refused
from tests.graph.reads import free, units_of

SOON = NOW + timedelta(minutes=10)


@pytest.fixture
def service(graph: Graph) -> ServiceAtLocation:
    return given_a_service(graph, ANA.at(NOW - timedelta(hours=1)), units=[a_unit(places=4)])


@pytest.fixture
def bram(service: ServiceAtLocation) -> CastMember:
    return bram_of(service)


@pytest.fixture
def unit_id(service: ServiceAtLocation) -> CapacityUnitId:
    return service.units[0].id


def test_a_figure_is_shown_with_its_hour_its_channel_and_who_spoke(
    graph: Graph, service: ServiceAtLocation, bram: CastMember, unit_id: CapacityUnitId
) -> None:
    said = Report(ObservationId("said " + unit_id), unit_id, 3, NOW, channel="phone", speaker="Kyria Eleni")
    answer = graph.write(ANA.at(SOON), lambda tx: record_report(tx, bram.scope, said))
    assert (answer.taken, answer.why_not, answer.discrepancy_id) == (True, None, None)
    (now,) = graph.read(lambda tx: list_units_now(tx, now=SOON, service_ids=[service.id]))
    assert (now.as_of, now.channel, now.speaker) == (NOW, "phone", "Kyria Eleni")
    assert free(graph, service, at=SOON) == [3]


def test_more_free_than_there_are_places_is_refused(graph: Graph, bram: CastMember, unit_id: CapacityUnitId) -> None:
    with refused("free-over-places") as told:
        say(graph, bram, unit_id, 5)
    assert told.details == {"free": 5, "places": 4}


def test_a_claim_that_nobody_knows_was_not_listed(graph: Graph, bram: CastMember, unit_id: CapacityUnitId) -> None:
    made_up = Report(ObservationId("x " + unit_id), unit_id, 1, NOW, left_out_claim_ids=(ClaimId("made up"),))
    with refused("claim-unknown"):
        graph.write(bram.at(), lambda tx: record_report(tx, bram.scope, made_up))


def test_older_and_future_figures_are_kept_beside_those_that_were_taken(
    graph: Graph, bram: CastMember, unit_id: CapacityUnitId
) -> None:
    say(graph, bram, unit_id, 2)
    older = say(graph, bram, unit_id, 3, as_of=NOW - timedelta(minutes=1), at=SOON)
    future = say(graph, bram, unit_id, 1, as_of=SOON + timedelta(minutes=6), at=SOON)
    assert [(a.taken, a.why_not) for a in (older, future)] == [(False, "older"), (False, "future")]
    kept = graph.read(lambda tx: list_past_figures(tx, [unit_id], limit=10))
    assert {(f.free, f.taken) for f in kept} == {(4, True), (2, True), (3, False), (1, False)}
    assert graph.read(lambda tx: get_report_answer(tx, bram.scope, future.id)) == future


def test_what_is_expected_to_become_free_is_free_from_then_on(
    graph: Graph, service: ServiceAtLocation, bram: CastMember, unit_id: CapacityUnitId
) -> None:
    then = NOW + timedelta(days=1)
    say(graph, bram, unit_id, 1, expected=[ExpectedFree(then, 2)])
    assert free(graph, service) == [1]
    assert free(graph, service, at=then) == [3]


def test_only_the_claims_listed_beside_a_figure_are_left_out_of_it(
    graph: Graph, service: ServiceAtLocation, bram: CastMember, unit_id: CapacityUnitId
) -> None:
    listed = given_a_hold(graph, service)
    given_a_hold(graph, service)
    say(graph, bram, unit_id, 2, beside=[listed], at=SOON)
    assert [u.elsewhere for u in units_of(graph, service, at=SOON)] == [1]
    say(graph, bram, unit_id, 2, beside=[], at=SOON)
    assert [u.elsewhere for u in units_of(graph, service, at=SOON)] == [2]


def test_places_out_of_service_come_back_with_the_end_or_before_it(
    graph: Graph, service: ServiceAtLocation, bram: CastMember, unit_id: CapacityUnitId
) -> None:
    out = drop_out(graph, bram, unit_id, 3, Period(NOW, NOW + timedelta(days=2)))
    assert graph.read(lambda tx: get_out_of_service(tx, bram.scope, out.id)) == out
    assert free(graph, service) == [1]
    assert free(graph, service, at=NOW + timedelta(days=2)) == [4]
    back = graph.write(bram.at(SOON), lambda tx: return_to_service(tx, bram.scope, out.id))
    assert back.returned_at == SOON
    assert free(graph, service, at=SOON) == [4]
    again = graph.write(bram.at(NOW + timedelta(hours=1)), lambda tx: return_to_service(tx, bram.scope, out.id))
    assert again == back


def test_an_outage_that_is_called_off_before_it_begins_takes_nothing(
    graph: Graph, service: ServiceAtLocation, bram: CastMember, unit_id: CapacityUnitId
) -> None:
    tomorrow = tonight(NOW) + timedelta(days=1)
    out = drop_out(graph, bram, unit_id, 4, lodging_period(tomorrow, 2))
    graph.write(bram.at(SOON), lambda tx: return_to_service(tx, bram.scope, out.id))
    assert given_a_hold(graph, service, starts_on=tomorrow, at=SOON).places == 1


@pytest.mark.parametrize("places", [0, -1, 5])
def test_no_more_places_drop_out_than_there_are(
    graph: Graph, bram: CastMember, unit_id: CapacityUnitId, places: int
) -> None:
    with refused("places-over-unit"):
        drop_out(graph, bram, unit_id, places, Period(NOW, SOON))


def test_a_unit_has_at_least_one_place(graph: Graph, bram: CastMember, unit_id: CapacityUnitId) -> None:
    with refused("places-below-one"):
        graph.write(bram.at(), lambda tx: change_places(tx, bram.scope, unit_id, 0))


def test_more_places_are_more_free_ones(
    graph: Graph, service: ServiceAtLocation, bram: CastMember, unit_id: CapacityUnitId
) -> None:
    say(graph, bram, unit_id, 1)
    graph.write(bram.at(), lambda tx: change_places(tx, bram.scope, unit_id, 6))
    assert free(graph, service) == [3]
    assert graph.read(lambda tx: get_service(tx, service.id)).units[0].places == 6


def test_certification_is_told_to_the_directory(graph: Graph, service: ServiceAtLocation) -> None:
    until = date(2027, 3, 31)
    graph.write(DITA.at(), lambda tx: change_certification(tx, service.id, until=until, suspended=True))
    found = graph.read(lambda tx: get_service(tx, service.id))
    assert (found.certified_until, found.suspended) == (until, True)
    with refused("not-found"):
        graph.write(DITA.at(), lambda tx: change_certification(tx, "no such place", until=until, suspended=True))


@pytest.mark.parametrize("stranger", [CHIDI, ANA], ids=["of another body", "a coordinator who may only look"])
def test_strangers_say_nothing_about_a_unit_and_learn_nothing_of_what_was_said(
    graph: Graph, bram: CastMember, unit_id: CapacityUnitId, stranger: CastMember
) -> None:
    said, out = say(graph, bram, unit_id, 2), drop_out(graph, bram, unit_id, 1, Period(NOW, SOON))
    with refused("not-found"):
        say(graph, stranger, unit_id, 2)
    with refused("not-found"):
        drop_out(graph, stranger, unit_id, 1, Period(NOW, SOON))
    with refused("not-found"):
        graph.write(stranger.at(), lambda tx: change_places(tx, stranger.scope, unit_id, 1))
    with refused("not-found"):
        graph.write(stranger.at(), lambda tx: return_to_service(tx, stranger.scope, out.id))
    with refused("not-found"):
        graph.read(lambda tx: get_report_answer(tx, stranger.scope, said.id))


def test_inv_7_a_file_without_rows_retires_nothing_and_is_known_when_it_comes_again(
    graph: Graph, service: ServiceAtLocation, bram: CastMember
) -> None:
    before = units_of(graph, service)
    assert bram.organization_id is not None
    empty = TakenFile(f"{bram.organization_id} digest", bram.organization_id, "empty.csv", 0, 0, NOW, "bram")
    for _ in range(2):
        graph.write(bram.at(), lambda tx: remember_file(tx, empty))
    assert units_of(graph, service) == before
    assert graph.read(lambda tx: find_taken_file(tx, service.organization_id, "digest")) == empty
    assert graph.read(lambda tx: list_taken_files(tx, bram.scope, limit=10)) == [empty]
    assert graph.read(lambda tx: list_taken_files(tx, CHIDI.scope, limit=10)) == []
