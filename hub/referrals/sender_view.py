"""A referral as those who sent it see it: where it stands, what the other side may read, what withdrawing undoes."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.model.claims import Claim, ClaimKind, ClaimStatus
from graph.model.lists.circumstances import CIRCUMSTANCES
from graph.model.lists.languages import LANGUAGES
from graph.model.referral import AWAITING, Referral, ReferralStatus
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.cases.attempts import attempts_of
from hub.cases.case_file import CaseFile, can_be_called_back
from hub.cases.history import history_of
from hub.cases.household_line import written_line
from hub.cases.next_step import NextPlace, next_place, refused
from hub.cases.tracks import refusal_words
from hub.matches.need_line import NeedLine, need_line, need_title
from hub.referrals.sharing import OPEN_TO_RECEIVER
from hub.site.words import capital, labels, stay_words
from hub.web.components import Fact, TimelineEntry
from hub.web.formats import moment
from hub.web.i18n import Language, translate, translate_count

OVER = frozenset({ReferralStatus.DECLINED, ReferralStatus.EXPIRED, ReferralStatus.WITHDRAWN, ReferralStatus.FAILED})


@dataclass(frozen=True, slots=True, kw_only=True)
class SenderView:
    """`waits`: for an answer. `cascade`: what withdrawing would do, empty where it cannot be withdrawn any more."""

    referral: Referral
    status: str
    place: str
    phone: str | None
    line: NeedLine
    waits: bool
    can_be_called_back: bool
    refused: str | None
    next_place: NextPlace | None
    has_basis: bool
    shared: tuple[Fact, ...]
    names_open: bool
    cascade: tuple[str, ...]
    timeline: tuple[TimelineEntry, ...]


def sender_view(hub: Hub, subject: Subject, referral: Referral, file: CaseFile, language: Language) -> SenderView:
    now = file.now
    need = next(n for n in file.needs if n.id == referral.need_id)
    place = file.places[referral.service_at_location_id]
    attempts = attempts_of(need.id, file.claims, file.referrals)
    own = next(a for a in attempts if a.referral is not None and a.referral.id == referral.id)
    said_no = refused(own, now)
    seeks = said_no is not None and file.case.closed_at is None and not any(a.is_live(now) for a in attempts)
    status = referral.status_at(now)
    about = {referral.id, referral.hold_id, referral.reservation_id}
    return SenderView(
        referral=referral,
        status=str(status),
        place=place.name,
        phone=place.phone,
        line=need_line(need, file.case, hub.gazetteer, now=now, language=language),
        waits=status in AWAITING,
        can_be_called_back=can_be_called_back(referral, now),
        refused=refusal_words(referral, now, language) if status in OVER else None,
        next_place=next_place(hub, subject, need.id, attempts, language) if seeks else None,
        has_basis=file.case.sharing_basis is not None,
        shared=tuple(Fact(label=label, value=value) for label, value in _shared(file, referral, language) if value),
        names_open=referral.status in OPEN_TO_RECEIVER,
        cascade=tuple(_cascade(file, referral, language)),
        timeline=tuple(history_of(file, language, [e for e in file.events if e.subject_id in about])),
    )


def _shared(file: CaseFile, referral: Referral, language: Language) -> Iterator[tuple[str, str]]:
    """What the receiving side may read now, in the order of its page."""
    case, need = file.case, next(n for n in file.needs if n.id == referral.need_id)
    yield translate(language, "Household"), written_line(case.household.members, language)
    yield translate(language, "Need"), need_title(need, language)
    yield translate(language, "When"), capital(stay_words(need.starts_on, need.nights, file.now, language))
    yield translate(language, "Languages"), ", ".join(labels(LANGUAGES, case.household.languages, language))
    yield translate(language, "What applies"), capital(", ".join(labels(CIRCUMSTANCES, case.circumstances, language)))


def _cascade(file: CaseFile, referral: Referral, language: Language) -> Iterator[str]:
    """Each thing that withdrawing would do; nothing where the referral cannot be withdrawn any more."""
    claim = _standing(file, referral)
    status = referral.status_at(file.now)
    if status not in AWAITING and not (status is ReferralStatus.ACCEPTED and claim is not None):
        return
    if file.now >= referral.visible_at:
        yield translate(language, "The structure reads that the referral was withdrawn.")
    if claim is not None:
        count = claim.places
        freed = translate_count(language, "%(count)s place is free again.", "%(count)s places are free again.", count)
        yield freed
    if referral.status in OPEN_TO_RECEIVER:
        yield translate(language, "Names and telephone are closed to the structure again.")
    yield translate(language, "The need is open again.")


def _standing(file: CaseFile, referral: Referral) -> Claim | None:
    """The hold or reservation that goes with it."""
    claim = file.claim(referral.reservation_id or referral.hold_id or "")
    if claim is None or claim.kind is ClaimKind.PLACEMENT:
        return None
    return claim if claim.status_at(file.now) in (ClaimStatus.HELD, ClaimStatus.MADE) else None


def answer_words(view: SenderView, language: Language) -> str:
    """How far it has come on its way to an answer."""
    referral = view.referral
    if view.can_be_called_back:
        return translate(language, "It leaves in a moment and can still be called back.")
    if referral.received_at:
        return translate(
            language, "Read at %(time)s.", time=moment(referral.received_at, referral.received_at, language)
        )
    return translate(language, "Sent, not read yet.")
