"""Which sign parts the cells of a CSV text."""

import io
from itertools import islice

from connectors.spreadsheet.headers import Mapped, meanings
from connectors.spreadsheet.records import rows_of

DELIMITERS = (";", ",", "\t")
_LOOKED_THROUGH = 20
_NAMED = "sep="


def find_delimiter(text: str, mapped: Mapped) -> tuple[str, str]:
    """The delimiter under which most headings are recognised, and the text without a first line that names it.

    Where none is recognised, the one that parts most cells, so that what was seen can be shown.
    """
    first, _, rest = text.partition("\n")
    named = first.strip().casefold()
    if named.startswith(_NAMED) and first.strip()[len(_NAMED) :] in DELIMITERS:
        return first.strip()[len(_NAMED) :], rest
    if named == _NAMED:
        return "\t", rest
    head = "".join(islice(io.StringIO(text, newline=None), _LOOKED_THROUGH))
    return max(DELIMITERS, key=lambda delimiter: _score(head, delimiter, mapped)), text


def _score(head: str, delimiter: str, mapped: Mapped) -> tuple[int, int]:
    rows = list(rows_of(head, delimiter))
    recognised = max((len(meanings(row.cells, mapped)) for row in rows), default=0)
    return recognised, max((len(row.cells) for row in rows), default=0)
