"""The outbox: one worker at a time has a row, and a row that no worker finished comes back."""

from datetime import timedelta

import pytest

from graph.model.events import EventType
from graph.model.ids import OrganizationId, new_id
from graph.model.outbox import OutboxRow, OutboxStatus
from graph.repositories.alerts import count_unread_alerts, list_alerts, mark_alerts_read, raise_alert
from graph.repositories.outbox import LEASE, finish_row, lease_row, list_due_rows, withdraw_rows_about
from graph.repositories.recording import happened
from graph.scope import VisibleOrganizations, the_hub_itself
from graph.session import Graph
from tests.givens.cast import ANA, CHIDI, NOW, who_acts_for

DUE = NOW + timedelta(seconds=10)


@pytest.fixture
def receiver() -> OrganizationId:
    return OrganizationId(new_id())


@pytest.fixture
def row(graph: Graph, receiver: OrganizationId) -> OutboxRow:
    """Due ten seconds from now."""
    subject = new_id()
    graph.write(ANA.at(), lambda tx: happened(tx, EventType.REFERRAL_SENT, subject, tell=[receiver], due_at=DUE))
    (found,) = [r for r in graph.read(lambda tx: list_due_rows(tx, now=DUE, limit=1000)) if r.subject_id == subject]
    return found


def lease(graph: Graph, row: OutboxRow, at: object = DUE) -> OutboxRow | None:
    return graph.write(the_hub_itself(at), lambda tx: lease_row(tx, row.id))  # type: ignore[arg-type]


def is_due(graph: Graph, row: OutboxRow, at: object = DUE) -> bool:
    rows = graph.read(lambda tx: list_due_rows(tx, now=at, limit=1000))  # type: ignore[arg-type]
    return row.id in {r.id for r in rows}


def test_a_row_is_not_given_out_before_it_is_due(graph: Graph, row: OutboxRow) -> None:
    early = DUE - timedelta(seconds=1)
    assert not is_due(graph, row, early)
    assert lease(graph, row, early) is None
    assert lease(graph, row) == row


def test_one_worker_has_a_row_until_the_lease_runs_out(graph: Graph, row: OutboxRow) -> None:
    assert lease(graph, row) == row
    almost = DUE + LEASE - timedelta(seconds=1)
    assert lease(graph, row, almost) is None
    assert not is_due(graph, row, almost)
    assert is_due(graph, row, DUE + LEASE)
    again = lease(graph, row, DUE + LEASE)
    assert again is not None
    assert again.attempts == 1


@pytest.mark.parametrize("status", [OutboxStatus.DELIVERED, OutboxStatus.GAVE_UP])
def test_a_row_that_is_finished_is_given_to_nobody(graph: Graph, row: OutboxRow, status: OutboxStatus) -> None:
    lease(graph, row)
    graph.write(the_hub_itself(DUE), lambda tx: finish_row(tx, row.id, status))
    much_later = DUE + timedelta(days=1)
    assert not is_due(graph, row, much_later)
    assert lease(graph, row, much_later) is None


def test_a_row_that_is_put_back_is_tried_again_and_counted(graph: Graph, row: OutboxRow) -> None:
    lease(graph, row)
    graph.write(the_hub_itself(DUE), lambda tx: finish_row(tx, row.id, OutboxStatus.DUE))
    again = lease(graph, row)
    assert again is not None
    assert again.attempts == 1


def test_what_is_withdrawn_before_it_left_never_leaves(graph: Graph, row: OutboxRow) -> None:
    graph.write(ANA.at(), lambda tx: withdraw_rows_about(tx, row.subject_id))
    assert not is_due(graph, row)
    assert lease(graph, row) is None


def test_what_is_on_its_way_or_delivered_is_not_withdrawn(graph: Graph, row: OutboxRow) -> None:
    lease(graph, row)
    graph.write(ANA.at(), lambda tx: withdraw_rows_about(tx, row.subject_id))
    assert is_due(graph, row, DUE + LEASE)


def test_a_row_that_nobody_knows_is_leased_by_nobody(graph: Graph) -> None:
    assert graph.write(the_hub_itself(DUE), lambda tx: lease_row(tx, "no such row")) is None


def test_the_same_row_delivered_twice_rings_the_bell_once(
    graph: Graph, row: OutboxRow, receiver: OrganizationId
) -> None:
    bram = who_acts_for("bram", receiver)
    for _ in range(2):
        graph.write(the_hub_itself(DUE), lambda tx: raise_alert(tx, row))
    (alert,) = graph.read(lambda tx: list_alerts(tx, bram.scope, limit=10))
    assert (alert.event_type, alert.subject_id, alert.raised_at, alert.read_at) == (
        "referral_sent",
        row.subject_id,
        DUE,
        None,
    )
    assert graph.read(lambda tx: count_unread_alerts(tx, bram.scope)) == 1
    assert unread(graph, CHIDI.scope) == 0
    graph.write(CHIDI.at(), lambda tx: mark_alerts_read(tx, CHIDI.scope))
    assert unread(graph, bram.scope) == 1
    graph.write(bram.at(DUE), lambda tx: mark_alerts_read(tx, bram.scope))
    assert unread(graph, bram.scope) == 0


def unread(graph: Graph, scope: VisibleOrganizations) -> int:
    return graph.read(lambda tx: count_unread_alerts(tx, scope))
