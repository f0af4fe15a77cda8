"""Delivery starts with the commit, and a Redis out of reach never stands in a change's way."""

import socket
from collections.abc import Generator
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from graph.model.events import EventType
from graph.model.ids import CaseId, EventId, OrganizationId, OutboxRowId, new_id
from graph.model.outbox import OutboxRow
from graph.repositories.events import list_events_of_case
from graph.repositories.recording import happened
from graph.scope import EVERYTHING, the_hub_itself
from graph.session import Writing
from hub.bootstrap import Hub
from hub.tasks.kick import Kick, kick_after_commit
from hub.tasks.queues import Queue, TaskName
from tests.givens.cast import NOW
from tests.tasks.looking import messages

SHELTER = OrganizationId("shelter")


def a_row(*, seconds: int = 0) -> OutboxRow:
    due_at = NOW + timedelta(seconds=seconds)
    return OutboxRow(OutboxRowId(new_id()), EventId(new_id()), "referral_sent", "referral", SHELTER, due_at)


def write_news(hub: Hub, case_id: CaseId) -> None:
    def write(tx: Writing) -> None:
        happened(tx, EventType.DISCREPANCY_OPENED, case_id, case_id=case_id, tell=[SHELTER])

    hub.graph.write(the_hub_itself(NOW), write)


@pytest.fixture
def silence() -> Generator[socket.socket]:
    """A server that takes connections and never says a word."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.setblocking(False)
        yield listening


def callers(listening: socket.socket) -> int:
    count = 0
    while True:
        try:
            connection, _ = listening.accept()
        except BlockingIOError:
            return count
        connection.close()
        count += 1


def test_a_commit_has_its_rows_delivered(hub: Hub) -> None:
    write_news(hub, CaseId(new_id()))
    [message] = messages(hub, Queue.OUTBOX)
    assert message.task == TaskName.DELIVER_ROW
    assert message.not_before is None


def test_a_row_due_later_waits_until_then(hub: Hub) -> None:
    row = a_row(seconds=10)
    Kick(hub.settings.redis_url).kick_outbox([row], NOW)
    [message] = messages(hub, Queue.OUTBOX)
    assert message.ids == (row.id,)
    assert message.not_before is not None


def test_a_row_due_in_more_than_a_minute_is_left_to_the_sweep(hub: Hub) -> None:
    Kick(hub.settings.redis_url).kick_outbox([a_row(seconds=61)], NOW)
    assert messages(hub, Queue.OUTBOX) == []


def test_a_commit_stands_where_redis_is_out_of_reach(hub: Hub, silence: socket.socket) -> None:
    hub.graph.on_committed = kick_after_commit(f"redis://127.0.0.1:{silence.getsockname()[1]}/0", hub.clock)
    case_id = CaseId(new_id())
    with capture_logs() as logs:
        write_news(hub, case_id)
    assert [entry["event"] for entry in logs] == ["kick_lost"]
    assert len(hub.graph.read(lambda tx: list_events_of_case(tx, EVERYTHING, case_id))) == 1


def test_after_a_failure_nobody_waits_for_redis_again_at_once(silence: socket.socket) -> None:
    kick = Kick(f"redis://127.0.0.1:{silence.getsockname()[1]}/1")
    kick.kick_outbox([a_row(), a_row()], NOW)
    asked = callers(silence)
    kick.kick_outbox([a_row()], NOW)
    assert asked > 0
    assert callers(silence) == 0
