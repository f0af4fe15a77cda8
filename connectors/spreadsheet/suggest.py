"""Which structure somebody may have meant by a name that is none."""

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches

from connectors.kit.folding import folded
from connectors.kit.messages import quoted
from connectors.spreadsheet.known import Known
from connectors.spreadsheet.refusal import RowRefusal

_MOST_COMPARED = 100
"""Different names compared per file: comparing is slow, and a file with more is simply the wrong file."""

_ALIKE = 0.75


def with_suggestions(refused: Sequence[RowRefusal], known: Known) -> list[RowRefusal]:
    """The refusals, those for an unknown structure with the name that is most like what was written."""
    alike: dict[str, str | None] = {}
    return [_suggesting(refusal, known, alike) for refusal in refused]


def _suggesting(refusal: RowRefusal, known: Known, alike: dict[str, str | None]) -> RowRefusal:
    if refusal.code != "structure-unknown":
        return refusal
    written = folded(str(refusal.params["value"]))
    if written not in alike:
        if len(alike) >= _MOST_COMPARED:
            return refusal
        found = get_close_matches(written, known.names, n=1, cutoff=_ALIKE)
        alike[written] = quoted(known.names[found[0]]) if found else None
    name = alike[written]
    if name is None:
        return refusal
    return replace(refusal, code="structure-unknown-like", params={**refusal.params, "like": name})
