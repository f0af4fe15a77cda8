"""`hub import` takes a file as the page does, and says each row that it could not take."""

from pathlib import Path

import pytest

from graph.model.errors import NotThere
from graph.model.service import ServiceAtLocation
from graph.repositories.capacity import list_units_now
from hub.bootstrap import Hub
from hub.cli.errors import CommandError
from hub.files.command import import_file

pytestmark = pytest.mark.graph


def a_file(folder: Path, *rows: str) -> Path:
    path = folder / "places.csv"
    path.write_text("\n".join(["Structure,Free", *rows]))
    return path


def free_of(hub: Hub, shelter: ServiceAtLocation) -> int | None:
    [unit] = hub.graph.read(lambda tx: list_units_now(tx, now=hub.clock.now(), service_ids=[shelter.id]))
    return unit.state.figure.free if unit.state.figure else None


def test_a_file_is_taken_once(hub: Hub, shelter: ServiceAtLocation, tmp_path: Path) -> None:
    path = a_file(tmp_path, "Shelter Almond,7", "Nowhere,3")

    def run(*, dry_run: bool = False) -> list[str]:
        return import_file(hub.settings, path, organization=shelter.organization_id, dry_run=dry_run)

    assert run(dry_run=True)[0] == "1 of 2 rows would be taken."
    assert free_of(hub, shelter) == 4
    assert run() == ["1 of 2 rows were taken.", 'Row 3: None of your structures has the name or code "Nowhere".']
    assert "nothing was changed" in run()[0]


def test_what_cannot_be_used_is_one_sentence(hub: Hub, shelter: ServiceAtLocation, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="headings but no row"):
        import_file(hub.settings, a_file(tmp_path), organization=shelter.organization_id, dry_run=False)
    with pytest.raises(NotThere):
        import_file(hub.settings, a_file(tmp_path, "Shelter Almond,7"), organization="nobody", dry_run=False)
