"""Builds the page assets into `hub/web/static/built/`: `python -m hub.assets.build`.

Does nothing when nothing changed. The built files lie under stable names; a version computed from their contents
stands in `manifest.json` and becomes part of every address, so that browsers may keep them for ever.
"""

import fcntl
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hub.assets.errors import AssetsError
from hub.assets.node import NodeTools, find_node
from hub.assets.sources import (
    BUILT,
    LOCK,
    MODULES,
    ROOT,
    STATIC,
    STYLES,
    copies,
    fingerprint,
    source_files,
)

_INSTALLED = MODULES / ".hub-lock"


def build_assets() -> bool:
    """True when something was built, False when all was up to date. Raises AssetsError."""
    with _only_one_at_a_time():
        inputs = fingerprint(source_files(), relative_to=ROOT)
        if _is_up_to_date(inputs):
            return False
        tools = find_node()
        _install_packages(tools)
        _build_into_place(tools, inputs)
        return True


def _is_up_to_date(inputs: str) -> bool:
    manifest = BUILT / "manifest.json"
    if not manifest.exists():
        return False
    said = json.loads(manifest.read_text())
    return said["inputs"] == inputs and all((BUILT / name).exists() for name in said["files"])


def _install_packages(tools: NodeTools) -> None:
    wanted = fingerprint([LOCK], relative_to=ROOT)
    if _INSTALLED.exists() and _INSTALLED.read_text() == wanted:
        return
    command = [tools.npm, "ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"]
    tools.run(command, cwd=ROOT, what="npm ci")
    _INSTALLED.write_text(wanted)


def _build_into_place(tools: NodeTools, inputs: str) -> None:
    STATIC.mkdir(exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=".building-", dir=STATIC))
    try:
        _fill(new, tools, inputs)
        new.chmod(0o755)
        shutil.rmtree(BUILT, ignore_errors=True)
        new.rename(BUILT)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _fill(folder: Path, tools: NodeTools, inputs: str) -> None:
    for name, source in copies().items():
        if not source.exists():
            raise AssetsError(f"{source} is missing: remove node_modules and build again.")
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    _compile_styles(folder / "hub.css", tools)
    files = [path for path in folder.rglob("*") if path.is_file()]
    manifest = {
        "version": fingerprint(files, relative_to=folder)[:12],
        "inputs": inputs,
        "files": sorted(path.relative_to(folder).as_posix() for path in files),
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1))


def _compile_styles(target: Path, tools: NodeTools) -> None:
    sass = str(MODULES / "sass" / "sass.js")
    options = ["--style=compressed", "--no-source-map", "--quiet-deps", f"--load-path={MODULES}"]
    tools.run([tools.node, sass, *options, str(STYLES / "hub.scss"), str(target)], cwd=ROOT, what="compiling hub.scss")


@contextmanager
def _only_one_at_a_time() -> Iterator[None]:
    with LOCK.open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def main() -> int:
    try:
        built = build_assets()
    except AssetsError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write("page assets built\n" if built else "page assets up to date\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
