"""Whoever comes too late, or is told no, is offered the next suitable place at once. Nothing is held unasked."""

from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.matches.schemas import MatchOut
from hub.matches.service import MadeRanking, look
from hub.matches.words import match_out
from hub.web.i18n import Language
from matching.match import Match


def next_match(made: MadeRanking) -> Match | None:
    """The first that fits, else the first worth asking, else None."""
    return next(iter((*made.ranking.matches, *made.ranking.ask_first)), None)


def next_candidate(hub: Hub, subject: Subject, need_id: str, language: Language, *, besides: str) -> MatchOut | None:
    """The best place for a need other than `besides`, or None where there is none."""
    made = look(hub, subject, need_id, exclude=[besides])
    found = next_match(made)
    return None if found is None else match_out(found, language)
