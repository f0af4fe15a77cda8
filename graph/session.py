"""The one door to the graph server: managed transactions, one per request or task.

The body of a write may run several times, because a loser of a race is told so at commit: ids and times come from
outside, and it has no effect but on the graph. Events recorded in a write are stored in the same transaction and
handed to `on_committed` after it (INV-6).
"""

import logging
from collections.abc import Callable, Sequence
from random import uniform
from time import sleep
from typing import Any, LiteralString, TypeVar

from neo4j import Driver, GraphDatabase, ManagedTransaction, Query, Record, Session, unit_of_work
from neo4j.exceptions import ConstraintError

from graph.errors import told_in_our_words
from graph.event_store import append
from graph.model.errors import HubError
from graph.model.events import Event
from graph.model.outbox import OutboxRow
from graph.scope import Actor

# A young store has no claim, outage or speaker yet, and Neo4j would warn of each name at every statement.
logging.getLogger("neo4j.notifications").setLevel(logging.ERROR)

T = TypeVar("T")
TRANSACTION_SECONDS = 5
"""Followers of changes re-read 10 s; no write may stay open for half of that."""

LOST_KEY_PAUSES = (0.01, 0.02, 0.04, 0.08)
"""Seconds before each further try of a write that met a key which another had just made."""


class Reading:
    """A transaction that asks."""

    def __init__(self, tx: ManagedTransaction) -> None:
        self._tx = tx

    def rows(self, query: LiteralString, **parameters: Any) -> list[Record]:
        return list(self._tx.run(query, parameters))

    def row(self, query: LiteralString, **parameters: Any) -> Record | None:
        """The first row, or None."""
        found = self.rows(query, **parameters)
        return found[0] if found else None


class Writing(Reading):
    """A transaction that changes something, with who does it and the events of it."""

    def __init__(self, tx: ManagedTransaction, actor: Actor) -> None:
        super().__init__(tx)
        self.actor = actor
        self.events: list[Event] = []
        self.outbox: list[OutboxRow] = []
        self.done_meanwhile: Callable[[Reading], bool] | None = None
        """Asked after a refusal: whether the same request has been done by another meanwhile (INV-8)."""

    def record(self, event: Event, *rows: OutboxRow) -> None:
        """Notes what happened and who is to be told; both are stored with the change itself."""
        self.events.append(event)
        self.outbox.extend(rows)


Committed = Callable[[Sequence[Event], Sequence[OutboxRow]], None]


def _nobody(events: Sequence[Event], rows: Sequence[OutboxRow]) -> None:
    """Nobody waits for changes: tests of the graph alone, and commands that run once."""


class Graph:
    """The graph server. `read` and `write` run a function in one managed transaction and return what it returns."""

    def __init__(self, driver: Driver, database: str | None = None, on_committed: Committed = _nobody) -> None:
        self._driver = driver
        self._database = database
        self.on_committed = on_committed

    def read(self, work: Callable[[Reading], T]) -> T:
        with told_in_our_words(), self._session() as session:
            return session.execute_read(lambda tx: work(Reading(tx)))

    def write(self, actor: Actor, work: Callable[[Writing], T]) -> T:
        """Raises what `work` raises; then nothing is written."""
        tries: list[Writing] = []

        def body(tx: ManagedTransaction) -> T:
            writing = Writing(tx, actor)
            tries.append(writing)
            result = work(writing)
            append(writing.rows, writing.events, writing.outbox)
            return result

        with told_in_our_words():
            try:
                result = self._written(_within_bounds(body))
            except HubError:
                # The embedded server shows a transaction what others commit meanwhile: a repeated request may meet the
                # work of its twin before its key, and would be refused for what it has asked itself.
                done_meanwhile = tries[-1].done_meanwhile
                if done_meanwhile is None or not self.read(done_meanwhile):
                    raise
                result = self._written(_within_bounds(body))
        self.on_committed(tries[-1].events, tries[-1].outbox)
        return result

    def _written(self, body: Callable[[ManagedTransaction], T]) -> T:
        """ArcadeDB tells the loser of a race on a new key a constraint error, most often at commit.

        The driver would not try that again; here the winner's node is found by the next try, and MERGE takes it.
        """
        for pause in LOST_KEY_PAUSES:
            try:
                with self._session() as session:
                    return session.execute_write(body)
            except ConstraintError:
                sleep(pause * uniform(0.5, 1.5))
        with self._session() as session:
            return session.execute_write(body)

    def run_alone(self, statement: LiteralString, **parameters: Any) -> list[Record]:
        """One statement in a transaction of its own: for schema, which Neo4j refuses to mix with data."""
        with told_in_our_words(), self._session() as session:
            return list(session.run(Query(statement, timeout=60), parameters))

    def _session(self) -> Session:
        return self._driver.session(database=self._database)  # pyright: ignore[reportUnknownMemberType]

    def ping(self) -> None:
        """Raises Unavailable where the server does not answer."""
        self.read(lambda tx: tx.rows("RETURN 1 AS one"))

    def close(self) -> None:
        self._driver.close()


def _within_bounds(body: Callable[[ManagedTransaction], T]) -> Callable[[ManagedTransaction], T]:
    return unit_of_work(timeout=TRANSACTION_SECONDS)(body)


def connect(url: str, user: str, password: str, *, database: str | None = None, retry_pause: float = 0.05) -> Graph:
    """Opens the driver.

    `retry_pause`: seconds before the first new try of a lost race; 0.05 suits Neo4j, 0.02 the embedded server, whose
    commits fail instead of waiting (the driver's own second made the slowest of twenty writers wait for three).
    Many short pauses of uneven length: with twenty writers on one unit some lose ten times before they win.
    """
    driver = GraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]
        url,
        auth=(user, password),
        initial_retry_delay=retry_pause,
        retry_delay_multiplier=1.5,
        retry_delay_jitter_factor=0.9,
        max_transaction_retry_time=TRANSACTION_SECONDS,
        max_connection_pool_size=100,
        connection_acquisition_timeout=10,
    )
    return Graph(driver, database)
