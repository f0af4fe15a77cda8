"""Applies the numbered Cypher files of this folder, each once, and refuses a file that was changed afterwards.

A file is *schema* or *data* by its first line, because Neo4j refuses both in one transaction. Its statements can be
run again: a migration that was cut off half-way is simply run to its end.
"""

from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from typing import LiteralString, cast

from graph.model.errors import Conflict
from graph.session import Graph


@dataclass(frozen=True, slots=True)
class Migration:
    name: str
    text: str

    @property
    def checksum(self) -> str:
        return sha256(self.text.encode()).hexdigest()

    @property
    def statements(self) -> list[str]:
        lines = [line for line in self.text.splitlines() if not line.startswith("//")]
        return [s.strip() for s in "\n".join(lines).split(";") if s.strip()]


def known_migrations() -> list[Migration]:
    """All files of this folder in the order of their numbers."""
    found = [f for f in files("graph.schema").iterdir() if f.name.endswith(".cypher")]
    return [Migration(f.name, f.read_text(encoding="utf-8")) for f in sorted(found, key=lambda f: f.name)]


def apply_migrations(graph: Graph) -> list[str]:
    """Brings the schema up to date and returns the names of what was applied now.

    Raises Conflict `migration-changed` where an applied file is no longer what it was.
    """
    graph.run_alone("CREATE CONSTRAINT migration_name IF NOT EXISTS FOR (n:Migration) REQUIRE n.name IS UNIQUE")
    applied = {
        row["name"]: row["checksum"]
        for row in graph.run_alone("MATCH (m:Migration) RETURN m.name AS name, m.checksum AS checksum")
    }
    done: list[str] = []
    for migration in known_migrations():
        if migration.name in applied:
            _require_unchanged(migration, applied[migration.name])
            continue
        for statement in migration.statements:
            graph.run_alone(cast(LiteralString, statement))
        graph.run_alone(
            "MERGE (m:Migration {name: $name}) SET m.checksum = $checksum",
            name=migration.name,
            checksum=migration.checksum,
        )
        done.append(migration.name)
    return done


def pending_migrations(graph: Graph) -> list[str]:
    """Names of the files not yet applied; a hub with any is not ready."""
    rows = graph.run_alone("MATCH (m:Migration) RETURN m.name AS name")
    applied = {row["name"] for row in rows}
    return [m.name for m in known_migrations() if m.name not in applied]


def _require_unchanged(migration: Migration, checksum: str) -> None:
    if migration.checksum != checksum:
        raise Conflict("migration-changed", {"name": migration.name})
