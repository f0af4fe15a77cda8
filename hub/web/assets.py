"""Addresses of the built page assets, and the small application that serves them.

`/static/<version>/<name>`: the version changes with the contents, so an answer may be kept for ever.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

BUILT = Path(__file__).parent / "static" / "built"
MOUNTED_AT = "/static"


class AssetsNotBuiltError(RuntimeError):
    """The page assets are missing; the message says how to build them."""


@dataclass(frozen=True, slots=True)
class Assets:
    version: str
    names: frozenset[str]

    def href(self, name: str) -> str:
        """The address of a built file, e.g. `hub.css` or `js/hub.js`. Raises KeyError for a name not built."""
        if name not in self.names:
            raise KeyError(f"no built asset is called {name!r}")
        return f"{MOUNTED_AT}/{self.version}/{name}"


def load_assets(folder: Path = BUILT) -> Assets:
    """Reads what was built. Raises AssetsNotBuiltError."""
    manifest = folder / "manifest.json"
    if not manifest.exists():
        raise AssetsNotBuiltError("The page assets are not built: run `python -m hub.assets.build`.")
    said = json.loads(manifest.read_text())
    return Assets(said["version"], frozenset(said["files"]))


class AssetFiles(StaticFiles):
    """Serves the built folder at any version, to be mounted at MOUNTED_AT."""

    def __init__(self, folder: Path = BUILT) -> None:
        super().__init__(directory=folder)

    def get_path(self, scope: Scope) -> str:
        return super().get_path(scope).partition("/")[2]

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response
