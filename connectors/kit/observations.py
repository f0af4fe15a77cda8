"""What another system said, before anybody decides what it means for the graph."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class CapacityReported:
    """A provider says how many places of one unit are free.

    The structure is named by code, by name or by both, and so is the unit, which is left out where the
    structure has only one. `places` is what the source believes the total to be, None where it does not say.
    `as_of` is an instant in UTC, None where the source gives none. `source_key` is the same each time the
    source speaks of the same unit. `row_number` counts from 1 as a spreadsheet program shows it.
    """

    row_number: int
    structure_code: str | None
    structure_name: str | None
    unit_code: str | None
    unit_name: str | None
    free: int
    places: int | None
    as_of: datetime | None
    source_key: str
