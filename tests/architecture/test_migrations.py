"""Migration files: numbered without a gap, each either schema or data, each of statements that can be run again."""

import re

import pytest

from graph.schema.migrate import Migration, known_migrations

NAME = re.compile(r"(\d{4})_[a-z0-9_]+\.cypher")
SCHEMA = re.compile(r"^(CREATE|DROP) (CONSTRAINT|INDEX) ")

each_file = pytest.mark.parametrize("migration", known_migrations(), ids=lambda m: m.name)


def test_they_are_numbered_from_one_without_a_gap() -> None:
    numbers = [int(found[1]) for m in known_migrations() if (found := NAME.fullmatch(m.name))]
    assert numbers == list(range(1, len(known_migrations()) + 1))


@each_file
def test_the_first_line_says_schema_or_data_and_is_true(migration: Migration) -> None:
    """The one server refuses both in one transaction."""
    first = migration.text.splitlines()[0]
    assert first in {"// kind: schema", "// kind: data"}
    assert migration.statements
    is_schema = {bool(SCHEMA.match(statement)) for statement in migration.statements}
    assert is_schema == {first == "// kind: schema"}


@each_file
def test_every_statement_can_be_run_again(migration: Migration) -> None:
    again = ("IF NOT EXISTS", "IF EXISTS", "MERGE", "SET ", "DELETE")
    assert [s for s in migration.statements if not any(word in s for word in again)] == []


@each_file
def test_a_statement_ends_with_a_semicolon_and_holds_none(migration: Migration) -> None:
    assert migration.text.rstrip().endswith(";")
    assert all(";" not in statement for statement in migration.statements)


def test_no_constraint_or_index_has_the_name_of_another() -> None:
    names = [
        found[1]
        for m in known_migrations()
        for statement in m.statements
        if (found := re.match(r"CREATE (?:CONSTRAINT|INDEX) (\w+)", statement))
    ]
    assert len(names) == len(set(names))
