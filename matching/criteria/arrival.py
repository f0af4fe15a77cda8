"""When people could be there, for a bed of tonight. Everything in Athens time."""

from datetime import datetime, timedelta

from graph.model.lists.need_kinds import NEED_KINDS
from graph.model.period import ATHENS, tonight
from matching.candidate import Candidate
from matching.snapshot import NeedProfile

SHOWN_TO_MINUTES = 10
"""An estimate is told in tens of minutes, the later one, and decided by what is told."""


def is_for_tonight(need: NeedProfile, candidate: Candidate) -> bool:
    night = tonight(need.now, candidate.offer.terms.day_turns_at)
    return NEED_KINDS.get(need.kind).lodging and need.starts_on <= night


def arrival_at(need: NeedProfile, candidate: Candidate) -> datetime:
    """Somebody who leaves now arrives then, as an estimate."""
    exact = need.now + timedelta(minutes=candidate.journey.minutes)
    over = timedelta(minutes=exact.minute % SHOWN_TO_MINUTES, seconds=exact.second, microseconds=exact.microsecond)
    told = exact - over + (timedelta(minutes=SHOWN_TO_MINUTES) if over else timedelta())
    return told.astimezone(ATHENS)


def clock(instant: datetime) -> str:
    return instant.strftime("%H:%M")
