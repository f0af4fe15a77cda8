"""The one thing to do next for a need, and the place to turn to once somebody has said no or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from graph.model.case import Case, NeedStatus
from graph.model.claims import Claim, ClaimStatus
from graph.model.referral import AWAITING, Referral, ReferralStatus
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.cases.attempts import Attempt, tried_places
from hub.matches.candidates import next_match
from hub.matches.service import look
from hub.matches.words import free_of, offer_name
from hub.web.i18n import Language
from hub.web.numbers import kilometres
from matching.belief import belief_in_words
from matching.travel.bands import band_in_words


class Next(StrEnum):
    """`FIND` a place, or another after a refusal · `REFER` what is held · `ANSWER`, `ARRIVAL`, `STAY` are waited for ·
    `CLOSE` with an outcome · `NOTHING` is left to do."""

    FIND = "find"
    REFER = "refer"
    ANSWER = "answer"
    ARRIVAL = "arrival"
    STAY = "stay"
    CLOSE = "close"
    NOTHING = "nothing"


REFUSED = frozenset({ReferralStatus.DECLINED, ReferralStatus.EXPIRED, ReferralStatus.FAILED})


@dataclass(frozen=True, slots=True, kw_only=True)
class NextPlace:
    """The best place besides those that were tried. `asks_first`: something about it is not known yet."""

    id: str
    name: str
    facts: str
    free: int
    asks_first: bool


def next_step(attempt: Attempt, status: NeedStatus, case: Case, now: datetime) -> Next:
    if case.closed_at is not None:
        return Next.NOTHING
    if _is(attempt.placement, ClaimStatus.ARRIVED, now):
        return Next.STAY
    if _is(attempt.reservation, ClaimStatus.MADE, now):
        return Next.ARRIVAL
    if attempt.referral is not None and attempt.referral.status_at(now) in AWAITING:
        return Next.ANSWER
    if attempt.referral is None and _is(attempt.hold, ClaimStatus.HELD, now):
        return Next.REFER
    return Next.CLOSE if status is NeedStatus.CLOSED else Next.FIND


def refused(attempt: Attempt, now: datetime) -> Referral | None:
    """The referral of an attempt that nobody took, for which another place is sought."""
    referral = attempt.referral
    return referral if referral is not None and referral.status_at(now) in REFUSED else None


def next_place(
    hub: Hub, subject: Subject, need_id: str, attempts: Sequence[Attempt], language: Language
) -> NextPlace | None:
    """None where nobody else can take them."""
    made = look(hub, subject, need_id, exclude=tried_places(attempts))
    found = next_match(made)
    if found is None:
        return None
    facts = [
        band_in_words(found.journey, language.value),
        kilometres(found.journey.distance_m, language),
        belief_in_words(found.belief, language.value),
    ]
    return NextPlace(
        id=found.service_at_location_id,
        name=offer_name(found.offer, language),
        facts=" · ".join(facts),
        free=free_of(found),
        asks_first=bool(found.unknown),
    )


def _is(claim: Claim | None, status: ClaimStatus, now: datetime) -> bool:
    return claim is not None and claim.status_at(now) is status
