"""How one provider's spreadsheets are read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from zoneinfo import ZoneInfo

from connectors.spreadsheet.fields import Field
from connectors.spreadsheet.limits import Limits


@dataclass(frozen=True)
class SpreadsheetConfig:
    """`mapped`: what somebody chose for headings we do not know, None to read over one.

    `structure_code`: the whole file is about this structure, for files that have no column for it.
    `zone`: the clock by which dates and times in the file are meant. `clock_skew`: how far a sender's clock
    may run ahead of ours. `oldest`: a date further back is taken for a slip of the year.
    """

    limits: Limits = Limits()
    mapped: Mapping[str, Field | None] = field(default_factory=dict)
    structure_code: str | None = None
    zone: ZoneInfo = ZoneInfo("Europe/Athens")
    clock_skew: timedelta = timedelta(minutes=5)
    oldest: timedelta = timedelta(days=366)
