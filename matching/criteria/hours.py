"""Are people let in when they can be there tonight? For another day the hour is agreed."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from graph.model.eligibility import EntryWindow
from graph.model.period import ATHENS, tonight
from matching.candidate import Candidate
from matching.codes import Code
from matching.criteria.arrival import arrival_at, clock, is_for_tonight
from matching.finding import Finding, Param, found
from matching.snapshot import NeedProfile
from matching.travel.estimate import Mode


@dataclass(frozen=True, slots=True)
class EntryHours:
    name: ClassVar[str] = "hours"
    hard: ClassVar[bool] = True
    of_unit: ClassVar[bool] = False

    def assess(self, need: NeedProfile, candidate: Candidate) -> Finding:
        rules = candidate.offer.rules
        if not is_for_tonight(need, candidate):
            return found(Code.HOURS_BY_ARRANGEMENT)
        if not rules.entry_stated:
            return found(Code.HOURS_NOT_STATED)
        if rules.entry is None:
            return found(Code.HOURS_CALL_FIRST if rules.call_first else Code.HOURS_ROUND_THE_CLOCK)
        return _tonight(need, candidate, rules.entry)


def _tonight(need: NeedProfile, candidate: Candidate, window: EntryWindow) -> Finding:
    arrival = arrival_at(need, candidate)
    figures: dict[str, Param] = {
        "opens": window.opens.strftime("%H:%M"),
        "closes": window.closes.strftime("%H:%M"),
        "arrives": clock(arrival),
    }
    call_first = candidate.offer.rules.call_first
    if window.admits(arrival.time()):
        return found(Code.HOURS_CALL_FIRST if call_first else Code.HOURS_IN_TIME, **figures)
    if arrival < _opening(need, candidate, window):
        return found(Code.HOURS_OPENS_LATER, **figures)
    if candidate.journey.mode is Mode.FERRY:
        return found(Code.HOURS_FERRY_AFTER_CLOSING, **figures)
    return found(Code.HOURS_CLOSED, **figures)


def _opening(need: NeedProfile, candidate: Candidate, window: EntryWindow) -> datetime:
    """The opening that belongs to tonight's date. One after midnight would be tomorrow's."""
    night = tonight(need.now, candidate.offer.terms.day_turns_at)
    return datetime.combine(night, window.opens, tzinfo=ATHENS)
