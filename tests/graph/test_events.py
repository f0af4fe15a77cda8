"""Events: stored with the change, numbered within what they are about, and followed by others without a gap."""

from datetime import datetime, timedelta

import pytest

from graph.model.claims import ClaimKind
from graph.model.events import Event, EventType
from graph.model.outbox import OutboxRow
from graph.repositories.claims import get_claim
from graph.repositories.events import EventMark, get_event, list_events_after, list_events_of_case, mark_of
from graph.repositories.recording import happened
from graph.scope import EVERYTHING
from graph.session import Graph, Writing
from tests.givens.acts import accept, arrive, depart, extend, receive, release
from tests.givens.cast import ANA, CHIDI, NOW, bram_of
from tests.givens.claims import an_acceptance, given_a_hold, given_a_referral
from tests.givens.network import given_a_service
from tests.givens.refusals import refused
from tests.graph.reads import due_rows_about, hold_of, told_of_case


def numbers_of(graph: Graph, subject_id: str) -> list[int]:
    rows = graph.read(
        lambda tx: tx.rows("MATCH (e:Event {subject_id: $id}) RETURN e.number AS n ORDER BY n", id=subject_id)
    )
    return [row["n"] for row in rows]


def the_chain(graph: Graph) -> str:
    """From hold to departure, a minute apart; returns the id of the case."""
    service = given_a_service(graph, ANA.at())
    referral = given_a_referral(graph, service)
    what = an_acceptance(service)
    receive(graph, referral, at=NOW + timedelta(minutes=1))
    accept(graph, referral, what, at=NOW + timedelta(minutes=2))
    reservation = graph.read(lambda tx: get_claim(tx, EVERYTHING, what.reservation_id, ClaimKind.RESERVATION))
    placement = arrive(graph, reservation, at=NOW + timedelta(minutes=3))
    depart(graph, placement, at=NOW + timedelta(minutes=4))
    return referral.case_id


def test_inv_6_each_step_of_the_chain_tells_its_event_in_order(graph: Graph) -> None:
    told = told_of_case(graph, the_chain(graph))
    later = [e.type for e in told if e.recorded_at > NOW]
    assert later == [
        EventType.REFERRAL_RECEIVED,
        EventType.HOLD_CONVERTED,
        EventType.RESERVATION_MADE,
        EventType.REFERRAL_ACCEPTED,
        EventType.ARRIVAL_RECORDED,
        EventType.DEPARTURE_RECORDED,
    ]
    at_first = {e.type for e in told if e.recorded_at == NOW}
    assert at_first == {
        EventType.CASE_OPENED,
        EventType.NEED_RECORDED,
        EventType.HOLD_PLACED,
        EventType.REFERRAL_SENT,
    }


def test_events_are_numbered_without_a_gap_within_what_they_are_about(graph: Graph) -> None:
    hold = given_a_hold(graph, given_a_service(graph, ANA.at()))
    extend(graph, hold)
    release(graph, hold)
    assert numbers_of(graph, hold.id) == [1, 2, 3]


def test_inv_6_a_change_that_fails_leaves_neither_event_nor_row(graph: Graph) -> None:
    class Broke(Exception):
        pass

    def half_done(tx: Writing) -> None:
        assert ANA.organization_id is not None
        happened(tx, EventType.CASE_CLOSED, "a subject", tell=[ANA.organization_id])
        raise Broke

    with pytest.raises(Broke):
        graph.write(ANA.at(), half_done)
    assert numbers_of(graph, "a subject") == []
    assert due_rows_about(graph, "a subject") == []


def test_inv_6_a_refused_command_leaves_no_event(graph: Graph) -> None:
    hold = given_a_hold(graph, given_a_service(graph, ANA.at()))
    release(graph, hold, reason="replaced")
    with refused("hold-has-ended"):
        release(graph, hold, reason="no_answer")
    assert numbers_of(graph, hold.id) == [1, 2]


def test_inv_6_whoever_waits_for_changes_hears_of_them_once_they_are_stored(graph: Graph) -> None:
    heard: list[tuple[Event, list[OutboxRow]]] = []

    def listen(events: object, rows: object) -> None:
        for event in events:  # type: ignore[attr-defined]
            stored = graph.read(lambda tx, event=event: get_event(tx, event.id))
            assert stored is not None
            heard.append((stored, [row for row in rows if row.event_id == event.id]))  # type: ignore[attr-defined]

    before, graph.on_committed = graph.on_committed, listen
    try:
        service = given_a_service(graph, ANA.at())
        given_a_referral(graph, service)
    finally:
        graph.on_committed = before
    sent = next((event, rows) for event, rows in heard if event.type is EventType.REFERRAL_SENT)
    assert [row.receiver_id for row in sent[1]] == [service.organization_id]


def test_a_timeline_shows_each_side_what_concerns_it_and_a_stranger_nothing(graph: Graph) -> None:
    service = given_a_service(graph, ANA.at())
    referral = given_a_referral(graph, service)
    release(graph, hold_of(graph, referral))

    def seen(scope: object) -> set[EventType]:
        found = graph.read(lambda tx: list_events_of_case(tx, scope, referral.case_id))  # type: ignore[arg-type]
        return {e.type for e in found}

    shared = {EventType.HOLD_PLACED, EventType.REFERRAL_SENT, EventType.HOLD_RELEASED}
    assert seen(bram_of(service).scope) == shared
    assert seen(ANA.scope) == shared | {EventType.CASE_OPENED, EventType.NEED_RECORDED}
    assert seen(CHIDI.scope) == set()


def test_events_hold_no_personal_field(graph: Graph) -> None:
    """Sex and age of the household are nowhere in what is told of its case."""
    for event in told_of_case(graph, the_chain(graph)):
        assert set(event.data).isdisjoint({"name", "sex", "age", "phone", "note"})


def follow(graph: Graph, after: EventMark | None, limit: int = 1000) -> list[Event]:
    return graph.read(lambda tx: list_events_after(tx, ANA.scope, after=after, limit=limit))


def test_a_follower_reads_the_last_seconds_again_so_that_a_late_commit_is_not_missed(graph: Graph) -> None:
    """A number given before commit may be seen after a later one."""
    later = NOW + timedelta(days=1)
    early = given_a_hold(graph, given_a_service(graph, ANA.at(later)), at=later)
    mark = mark_of(follow(graph, None)[-1])
    late_commit = note(graph, later - timedelta(seconds=9))
    too_late = note(graph, later - timedelta(seconds=11))
    seen = {e.subject_id for e in follow(graph, mark)}
    assert late_commit in seen
    assert early.id in seen
    assert too_late not in seen


def test_a_page_may_end_within_one_transaction_and_the_next_goes_on_from_there(graph: Graph) -> None:
    then = NOW + timedelta(days=2)

    def five(tx: Writing) -> None:
        for n in range(5):
            happened(tx, EventType.CASE_CLOSED, f"page {n}", parties=[o for o in [ANA.organization_id] if o])

    graph.write(ANA.at(then), five)
    mark, read = EventMark(then - timedelta(seconds=1)), list[str]()
    while page := [e for e in follow(graph, mark, limit=2) if mark < mark_of(e)]:
        read += [e.subject_id for e in page]
        mark = mark_of(page[-1])
    assert read == [f"page {n}" for n in range(5)]


def note(graph: Graph, at: datetime) -> str:
    subject = f"noted at {at.isoformat()}"
    graph.write(
        ANA.at(at),
        lambda tx: happened(tx, EventType.CASE_CLOSED, subject, parties=[o for o in [ANA.organization_id] if o]),
    )
    return subject
