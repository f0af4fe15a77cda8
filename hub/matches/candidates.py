"""Whoever comes too late, or is told no, is offered the next suitable place at once. Nothing is held unasked."""

from graph.model.referral import ReferralStatus
from graph.repositories.needs import get_need
from graph.repositories.referrals import list_referrals_of_case
from graph.session import Reading
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
    """The best place for a need other than `besides` and those that have declined it, or None where there is none."""
    declined = hub.graph.read(lambda tx: _places_that_declined(tx, subject, need_id))
    found = next_match(look(hub, subject, need_id, exclude=[besides, *declined]))
    return None if found is None else match_out(found, language)


def _places_that_declined(tx: Reading, subject: Subject, need_id: str) -> list[str]:
    need = get_need(tx, subject.scope, need_id)
    return [
        referral.service_at_location_id
        for referral in list_referrals_of_case(tx, need.case_id)
        if referral.need_id == need_id and referral.status is ReferralStatus.DECLINED
    ]
