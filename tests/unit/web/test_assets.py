import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from hub.assets.build import build_assets
from hub.assets.errors import AssetsError
from hub.assets.node import find_node, major_version
from hub.assets.sources import BUILT, LOCK, ROOT
from hub.web.assets import MOUNTED_AT, AssetFiles, AssetsNotBuiltError, load_assets


@pytest.fixture(scope="module", autouse=True)
def _built() -> None:
    build_assets()


def test_building_again_does_nothing():
    assert build_assets() is False


def test_an_address_carries_the_version_and_only_what_was_built_has_one():
    assets = load_assets()
    assert assets.href("hub.css") == f"/static/{assets.version}/hub.css"
    with pytest.raises(KeyError, match="nonsense"):
        assets.href("nonsense.css")


def test_missing_assets_are_told_with_the_command_that_builds_them(tmp_path: Path):
    with pytest.raises(AssetsNotBuiltError, match="python -m hub.assets.build"):
        load_assets(tmp_path)


def test_a_built_file_is_served_at_its_address_and_may_be_kept():
    client = TestClient(Starlette(routes=[Mount(MOUNTED_AT, AssetFiles())]))
    answer = client.get(load_assets().href("fonts/noto-sans-greek-400-normal.woff2"))
    assert answer.status_code == 200
    assert "immutable" in answer.headers["Cache-Control"]
    assert client.get(f"{MOUNTED_AT}/any/nonsense.css").status_code == 404
    assert client.get(f"{MOUNTED_AT}/any/../../styles/hub.scss").status_code == 404


def test_the_style_sheet_loads_nothing_from_elsewhere_and_every_font_is_there():
    style = (BUILT / "hub.css").read_text()
    addresses = set(re.findall(r"url\(([^)]+)\)", style))
    assert len(addresses) == 4
    assert all((BUILT / address.strip("\"'")).is_file() for address in addresses)
    assert "GDS Transport" not in style


def test_every_font_travels_with_its_licence():
    assert "SIL Open Font License" in (BUILT / "fonts" / "LICENSE").read_text()


def test_the_scripts_are_small():
    lines = {path.name: len(path.read_text().splitlines()) for path in (BUILT / "js").glob("*.js")}
    assert lines
    assert max(lines.values()) < 80, lines


def test_the_lock_file_names_no_place_to_download_from():
    assert "resolved" not in LOCK.read_text()
    assert "omit-lockfile-registry-resolved=true" in (ROOT / ".npmrc").read_text()


def a_node(folder: Path, version: str) -> None:
    for name in ("node", "npm"):
        program = folder / name
        program.write_text(f"#!/bin/sh\necho {version}\n")
        program.chmod(0o755)


def test_node_is_taken_from_the_path_where_it_is_new_enough(tmp_path: Path):
    a_node(tmp_path, "v22.1.0")
    assert find_node(path=str(tmp_path), beside=tmp_path / "none").node == str(tmp_path / "node")


def test_an_old_node_is_passed_over_for_the_one_beside_python(tmp_path: Path):
    old, new = tmp_path / "old", tmp_path / "new"
    for folder, version in ((old, "v18.2.0"), (new, "v24.0.0")):
        folder.mkdir()
        a_node(folder, version)
    assert find_node(path=str(old), beside=new).npm == str(new / "npm")


def test_no_node_is_one_clear_sentence(tmp_path: Path):
    with pytest.raises(AssetsError, match=r"^Node.js 20 or newer was not found: install it, or run `pip"):
        find_node(path=str(tmp_path), beside=tmp_path)


def test_what_is_no_node_has_version_nought(tmp_path: Path):
    a_node(tmp_path, "hello")
    assert major_version(str(tmp_path / "node")) == 0
    assert major_version(str(tmp_path / "missing")) == 0


def test_a_failing_npm_says_what_failed_and_why(tmp_path: Path):
    a_node(tmp_path, "v22.1.0")
    (tmp_path / "npm").write_text("#!/bin/sh\necho 'no network' >&2\nexit 1\n")
    tools = find_node(path=str(tmp_path), beside=tmp_path)
    with pytest.raises(AssetsError, match="npm ci failed: no network"):
        tools.run([tools.npm, "ci"], cwd=tmp_path, what="npm ci")
