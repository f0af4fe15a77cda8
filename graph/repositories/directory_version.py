"""A mark that changes with everything `list_services` gives, so that a process can keep what it has read."""

from graph.model.ids import new_id
from graph.session import Reading, Writing


def directory_version(tx: Reading) -> str | None:
    """None where nothing has been published yet. Read it before the directory: what is read then is no older."""
    row = tx.row("MATCH (d:Directory {id: 'services'}) RETURN d.version AS version")
    return None if row is None else row["version"]


def directory_changed(tx: Writing) -> None:
    """Called by every write of a service at location, its place, its units, its certification or its body's name."""
    tx.rows(
        "MERGE (d:Directory {id: 'services'}) SET d.version = $version RETURN d.version AS version", version=new_id()
    )
