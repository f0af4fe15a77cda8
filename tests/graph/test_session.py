"""The one door: all or nothing, bounded in time, and driver errors told in the hub's own words."""

from datetime import timedelta
from itertools import count

import pytest
from neo4j.exceptions import ClientError, ConstraintError, TransientError

from graph.model.errors import Conflict, Unavailable
from graph.model.ids import new_id
from graph.records import instant
from graph.servers.ports import free_port
from graph.session import Graph, Reading, Writing, connect
from tests.givens.cast import ANA, NOW
from tests.givens.refusals import refused


def how_many(graph: Graph, mark: str) -> int:
    row = graph.read(lambda tx: tx.row("MATCH (n:Mark {mark: $mark}) RETURN count(n) AS n", mark=mark))
    assert row is not None
    return int(row["n"])


def leave_mark(tx: Writing, mark: str) -> None:
    tx.rows("CREATE (n:Mark {mark: $mark}) RETURN n.mark AS mark", mark=mark)


def test_a_write_that_raises_has_written_nothing(graph: Graph) -> None:
    mark = new_id()

    def half(tx: Writing) -> None:
        leave_mark(tx, mark)
        raise Conflict("case-closed-otherwise")

    with refused("case-closed-otherwise"):
        graph.write(ANA.at(), half)
    assert how_many(graph, mark) == 0


@pytest.mark.parametrize("lost", [TransientError("lost a race"), ConstraintError("lost a race on a new key")])
def test_a_write_that_lost_a_race_is_tried_again_and_written_once(graph: Graph, lost: Exception) -> None:
    mark, tries = new_id(), count(1)

    def lose_twice(tx: Writing) -> int:
        leave_mark(tx, mark)
        n = next(tries)
        if n < 3:
            raise lost
        return n

    assert graph.write(ANA.at(), lose_twice) == 3
    assert how_many(graph, mark) == 1


def test_only_the_try_that_was_stored_is_told_to_those_who_wait(graph: Graph) -> None:
    heard: list[int] = []
    tries = count(1)

    def lose_once(tx: Writing) -> None:
        n = next(tries)
        if n < 2:
            raise TransientError("lost a race")

    before, graph.on_committed = graph.on_committed, lambda events, rows: heard.append(len(events))
    try:
        graph.write(ANA.at(), lose_once)
    finally:
        graph.on_committed = before
    assert heard == [0]


def test_a_key_that_is_truly_taken_is_a_conflict(graph: Graph) -> None:
    taken = new_id()
    create = "CREATE (c:Claim {id: $id}) RETURN c.id AS id"
    graph.write(ANA.at(), lambda tx: tx.rows(create, id=taken))
    with refused("key-taken"):
        graph.write(ANA.at(), lambda tx: tx.rows(create, id=taken))
    graph.run_alone("MATCH (c:Claim {id: $id}) DELETE c", id=taken)


@pytest.mark.parametrize(
    "code",
    [
        "Neo.ClientError.Transaction.TransactionTimedOut",
        "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
    ],
)
def test_a_write_that_was_cut_for_its_length_can_be_tried_again_later(graph: Graph, code: str) -> None:
    def too_long(tx: Writing) -> None:
        error = ClientError("cut")
        error._neo4j_code = code  # as the driver makes it
        raise error

    with pytest.raises(Unavailable) as caught:
        graph.write(ANA.at(), too_long)
    assert caught.value.retry_helps


def test_a_mistake_in_a_statement_is_no_matter_of_trying_again(graph: Graph) -> None:
    with pytest.raises(ClientError):
        graph.read(lambda tx: tx.rows("MATCH (n RETURN n"))


def test_a_server_that_is_not_there_is_unavailable() -> None:
    nowhere = connect(f"bolt://127.0.0.1:{free_port()}", "ana", "password", retry_pause=0.01)
    try:
        with pytest.raises(Unavailable):
            nowhere.ping()
    finally:
        nowhere.close()


def test_a_reader_sees_either_all_of_a_write_or_nothing(graph: Graph) -> None:
    mark = new_id()

    def two(tx: Writing) -> int:
        leave_mark(tx, mark)
        outside = how_many(graph, mark)
        leave_mark(tx, mark)
        return outside

    assert graph.write(ANA.at(), two) == 0
    assert how_many(graph, mark) == 2


def test_instants_come_back_to_the_microsecond_in_the_hour_that_comes_twice(graph: Graph) -> None:
    moments = [NOW.replace(month=10, day=25, hour=h, minute=30, microsecond=123_456) for h in (0, 1)]

    def there_and_back(tx: Reading) -> list[object]:
        return [instant(row["at"]) for row in tx.rows("UNWIND $at AS at RETURN at", at=moments)]

    assert graph.read(there_and_back) == moments
    assert moments[1] - moments[0] == timedelta(hours=1)
