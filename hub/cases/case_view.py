"""The case page ready for its template: a track for each need with the one next thing to do, the story, the facts."""

from dataclasses import dataclass

from graph.model.case import Case, Need, NeedStatus
from graph.model.claims import Claim, ClaimStatus
from graph.model.referral import AWAITING, Referral, ReferralStatus
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.cases.attempts import Attempt, attempts_of, shown_attempts
from hub.cases.case_file import CaseFile
from hub.cases.facts import basis_words, household_facts, safety_facts
from hub.cases.history import history_of
from hub.cases.household_line import written_line
from hub.cases.next_step import Next, NextPlace, next_place, next_step, refused
from hub.cases.tracks import NOTHING, refusal_words, track_of
from hub.matches.need_line import NeedLine, need_line, need_title, origin_of_need, stay_of
from hub.web.components import Fact, TimelineEntry, TrackStep
from hub.web.i18n import Language, translate
from hub.web.i18n import msgid as _

REFUSED_TITLES = {
    ReferralStatus.DECLINED: _("Not accepted"),
    ReferralStatus.EXPIRED: _("No answer"),
    ReferralStatus.FAILED: _("They did not arrive"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackView:
    """One attempt for a need. `hold` where it can be extended or given back; `referral` where it can be withdrawn."""

    steps: tuple[TrackStep, ...]
    next: Next
    place: str
    phone: str | None
    hold: Claim | None
    referral: Referral | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedView:
    """`refused`: why the last structure did not take them, under a title, with `next_place` to turn to."""

    id: str
    title: str
    stay: str
    tracks: tuple[TrackView, ...]
    refused: str | None
    refused_title: str
    refused_by: str
    refused_id: str
    next_place: NextPlace | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    case: Case
    household: str
    line: NeedLine | None
    needs: tuple[NeedView, ...]
    timeline: tuple[TimelineEntry, ...]
    facts: tuple[Fact, ...]
    safety: tuple[Fact, ...]
    basis: str
    undo: Referral | None
    undo_place: str


def case_view(hub: Hub, subject: Subject, file: CaseFile, language: Language) -> CaseView:
    undo = file.callable_back
    first = file.needs[0] if file.needs else None
    return CaseView(
        case=file.case,
        household=written_line(file.case.household.members, language),
        line=need_line(first, file.case, hub.gazetteer, now=file.now, language=language) if first else None,
        needs=tuple(_need_view(hub, subject, need, file, language) for need in file.needs),
        timeline=tuple(history_of(file, language)),
        facts=tuple(household_facts(file, hub.vault, hub.gazetteer, language)),
        safety=tuple(safety_facts(file, hub.gazetteer, language)),
        basis=basis_words(file, language),
        undo=undo,
        undo_place=file.place_name(undo.service_at_location_id) if undo else "",
    )


def _need_view(hub: Hub, subject: Subject, need: Need, file: CaseFile, language: Language) -> NeedView:
    attempts = attempts_of(need.id, file.claims, file.referrals)
    shown = shown_attempts(attempts, file.now) or [NOTHING]
    tracks = tuple(_track_view(need, attempt, file, language) for attempt in shown)
    said_no = refused(shown[-1], file.now) if _seeks(tracks, need) else None
    stay, origin = stay_of(need, file.now, language), origin_of_need(need, hub.gazetteer, language)
    return NeedView(
        id=need.id,
        title=need_title(need, language),
        stay=" · ".join(part for part in (stay, origin) if part),
        tracks=tracks,
        refused=refusal_words(said_no, file.now, language) if said_no else None,
        refused_title=translate(language, REFUSED_TITLES[said_no.status_at(file.now)]) if said_no else "",
        refused_by=file.place_name(said_no.service_at_location_id) if said_no else "",
        refused_id=said_no.id if said_no else "",
        next_place=next_place(hub, subject, need.id, attempts, language) if said_no else None,
    )


def _seeks(tracks: tuple[TrackView, ...], need: Need) -> bool:
    return need.status is not NeedStatus.CLOSED and all(track.next is Next.FIND for track in tracks)


def _track_view(need: Need, attempt: Attempt, file: CaseFile, language: Language) -> TrackView:
    place = file.places.get(attempt.place_id) if attempt is not NOTHING else None
    held = attempt.hold is not None and attempt.hold.status_at(file.now) is ClaimStatus.HELD
    return TrackView(
        steps=tuple(track_of(need, attempt, file.case, file.now, language)),
        next=next_step(attempt, need.status, file.case, file.now),
        place=place.name if place else "",
        phone=place.phone if place else None,
        hold=attempt.hold if held and attempt.referral is None else None,
        referral=attempt.referral if _can_be_withdrawn(attempt, file) else None,
    )


def _can_be_withdrawn(attempt: Attempt, file: CaseFile) -> bool:
    if attempt.referral is None:
        return False
    waits = attempt.referral.status_at(file.now) in AWAITING
    return waits or (attempt.reservation is not None and attempt.reservation.status is ClaimStatus.MADE)
