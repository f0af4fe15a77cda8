"""The structures and units that the uploading side may speak about, found by name or code."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from connectors.kit.folding import folded


@dataclass(frozen=True)
class KnownUnit:
    """A capacity unit; `places` is its total as the hub knows it."""

    id: str
    name: str
    code: str | None
    places: int


@dataclass(frozen=True)
class KnownStructure:
    """A service at location with its units."""

    id: str
    name: str
    code: str | None
    units: tuple[KnownUnit, ...]


@dataclass(frozen=True)
class Known:
    """Both are keyed by folded text. `by_code` finds ids too, `by_name` finds codes and ids too."""

    by_code: Mapping[str, Sequence[KnownStructure]]
    by_name: Mapping[str, Sequence[KnownStructure]]
    names: Mapping[str, str]
    """Folded name → the name as written, to suggest from."""


def known(structures: Iterable[KnownStructure]) -> Known:
    """The structures laid out to be looked up. Give only those that the uploader may see and change."""
    by_code: defaultdict[str, list[KnownStructure]] = defaultdict(list)
    by_name: defaultdict[str, list[KnownStructure]] = defaultdict(list)
    names: dict[str, str] = {}
    for structure in structures:
        name = folded(structure.name)
        codes = {folded(structure.id), folded(structure.code or "")} - {""}
        for code in codes:
            by_code[code].append(structure)
        for each in (codes | {name}) - {""}:
            by_name[each].append(structure)
        names[name] = structure.name
    return Known(by_code, by_name, names)
