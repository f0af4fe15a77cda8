"""Which files are taken from where, and the fingerprints that tell whether anything changed."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODULES = ROOT / "node_modules"
STYLES = ROOT / "hub" / "web" / "styles"
STATIC = ROOT / "hub" / "web" / "static"
BUILT = STATIC / "built"
LOCK = ROOT / "package-lock.json"

_NOTO = MODULES / "@fontsource" / "noto-sans"
_LEAFLET = MODULES / "leaflet"
_GOVUK = MODULES / "govuk-frontend"

FONTS = tuple(f"noto-sans-{script}-{weight}-normal.woff2" for script in ("greek", "latin") for weight in (400, 700))


def copies() -> dict[str, Path]:
    """Name inside the built folder → the file that is copied there. Licences travel with what they cover."""
    scripts = {f"js/{path.name}": path for path in sorted((STATIC / "js").glob("*.js"))}
    pictures = {f"images/{path.name}": path for path in sorted((STATIC / "images").glob("*"))}
    markers = ("marker-icon.png", "marker-icon-2x.png", "marker-shadow.png", "layers.png", "layers-2x.png")
    return {
        **scripts,
        **pictures,
        **{f"fonts/{name}": _NOTO / "files" / name for name in FONTS},
        "fonts/LICENSE": _NOTO / "LICENSE",
        "govuk/govuk-frontend.min.js": _GOVUK / "dist" / "govuk" / "govuk-frontend.min.js",
        "govuk/README.md": _GOVUK / "README.md",
        "leaflet/leaflet.js": _LEAFLET / "dist" / "leaflet.js",
        "leaflet/leaflet.css": _LEAFLET / "dist" / "leaflet.css",
        "leaflet/LICENSE": _LEAFLET / "LICENSE",
        **{f"leaflet/images/{name}": _LEAFLET / "dist" / "images" / name for name in markers},
    }


def source_files() -> list[Path]:
    """Everything of ours that decides what is built; the packages are decided by the lock file."""
    own = [*STYLES.rglob("*.scss"), *(STATIC / "js").glob("*.js"), *(STATIC / "images").glob("*")]
    return sorted([*own, *Path(__file__).parent.glob("*.py"), LOCK])


def fingerprint(files: Iterable[Path], *, relative_to: Path) -> str:
    """A hash over names and contents, the same whatever the order of `files`."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.relative_to(relative_to).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
