"""The track of a need: need, hold, referral, reservation, arrival, stay, outcome, each with where it stands."""

from datetime import datetime

from graph.model.case import Case, Need
from graph.model.claims import Claim, ClaimStatus
from graph.model.lists.cancel_reasons import CANCEL_REASONS
from graph.model.lists.decline_reasons import DECLINE_REASONS
from graph.model.lists.departure_reasons import DEPARTURE_REASONS
from graph.model.lists.entry import CodedList, Entry
from graph.model.lists.non_arrival_reasons import NON_ARRIVAL_REASONS
from graph.model.lists.outcomes import OUTCOMES
from graph.model.lists.release_reasons import RELEASE_REASONS
from graph.model.lists.withdraw_reasons import WITHDRAW_REASONS
from graph.model.referral import Referral, ReferralStatus
from hub.cases.attempts import Attempt
from hub.site.words import capital
from hub.web.components import StepState, TrackStep
from hub.web.formats import day_short, moment
from hub.web.i18n import Language, translate

NOTHING = Attempt()
_S = ReferralStatus
ACCEPTED = frozenset({_S.ACCEPTED, _S.IN_PROGRESS, _S.COMPLETED, _S.FAILED})


def track_of(need: Need, attempt: Attempt, case: Case, now: datetime, language: Language) -> list[TrackStep]:
    return [
        TrackStep(
            label=translate(language, "Need"), state=StepState.DONE, detail=moment(need.recorded_at, now, language)
        ),
        _hold(attempt, now, language),
        _referral(attempt.referral, now, language),
        _reservation(attempt.reservation, now, language),
        _arrival(attempt, now, language),
        _stay(attempt.placement, language),
        _outcome(case, attempt, language),
    ]


def label_of(code: str | None, language: Language, *lists: CodedList[Entry]) -> str:
    """The label of a stored reason in the first list that has it; a code that none has is shown as it is."""
    if code is None:
        return ""
    found = next((codes.get(code) for codes in lists if code in codes), None)
    return capital(found.in_language(language.value)) if found else code


def _hold(attempt: Attempt, now: datetime, language: Language) -> TrackStep:
    label, hold = translate(language, "Hold"), attempt.hold
    if hold is None:
        return TrackStep(label=label, state=StepState.WAITING)
    match hold.status_at(now):
        case ClaimStatus.HELD:
            state = StepState.DONE if attempt.referral else StepState.CURRENT
            return TrackStep(
                label=label, state=state, detail=_until(hold.expires_at, now, language), until=hold.expires_at
            )
        case ClaimStatus.CONVERTED:
            return TrackStep(label=label, state=StepState.DONE, detail=moment(hold.made_at, now, language))
        case ClaimStatus.EXPIRED:
            return TrackStep(label=label, state=StepState.FAILED, detail=translate(language, "expired"))
        case _:
            own = label_of(hold.reason, language, RELEASE_REASONS)
            # With a referral it went as the referral did, which says why.
            reason = translate(language, "given back") if attempt.referral else own
            return TrackStep(label=label, state=StepState.FAILED, detail=reason)


def _referral(referral: Referral | None, now: datetime, language: Language) -> TrackStep:
    label = translate(language, "Referral")
    if referral is None:
        return TrackStep(label=label, state=StepState.WAITING)
    status = referral.status_at(now)
    if status in ACCEPTED:
        detail = translate(language, "accepted %(time)s", time=moment(referral.decided_at or now, now, language))
        return TrackStep(label=label, state=StepState.DONE, detail=detail)
    if status in (_S.REQUESTED, _S.RECEIVED):
        due = translate(language, "answer by %(time)s", time=moment(referral.answer_by, now, language))
        detail = f"{_reached(referral, now, language)}, {due}"
        return TrackStep(label=label, state=StepState.CURRENT, detail=detail, until=referral.answer_by)
    return TrackStep(label=label, state=StepState.FAILED, detail=refusal_words(referral, now, language))


def refusal_words(referral: Referral, now: datetime, language: Language) -> str:
    """Why a referral came to nothing."""
    match referral.status_at(now):
        case _S.DECLINED:
            return label_of(referral.reason, language, DECLINE_REASONS)
        case _S.EXPIRED:
            return translate(language, "no answer until %(time)s", time=moment(referral.answer_by, now, language))
        case _S.WITHDRAWN:
            return label_of(referral.reason, language, WITHDRAW_REASONS)
        case _:
            return label_of(referral.reason, language, NON_ARRIVAL_REASONS)


def _reached(referral: Referral, now: datetime, language: Language) -> str:
    if now < referral.visible_at:
        return translate(language, "leaves at %(time)s", time=moment(referral.visible_at, now, language))
    if referral.received_at:
        return translate(language, "read %(time)s", time=moment(referral.received_at, now, language))
    return translate(language, "sent %(time)s", time=moment(referral.visible_at, now, language))


def _reservation(reservation: Claim | None, now: datetime, language: Language) -> TrackStep:
    label = translate(language, "Reservation")
    if reservation is None:
        return TrackStep(label=label, state=StepState.WAITING)
    if reservation.status is ClaimStatus.CANCELLED:
        return TrackStep(
            label=label,
            state=StepState.FAILED,
            detail=label_of(reservation.reason, language, CANCEL_REASONS, RELEASE_REASONS),
        )
    return TrackStep(label=label, state=StepState.DONE, detail=moment(reservation.made_at, now, language))


def _arrival(attempt: Attempt, now: datetime, language: Language) -> TrackStep:
    label, reservation, placement = translate(language, "Arrival"), attempt.reservation, attempt.placement
    if placement is not None and (reservation is None or reservation.status is not ClaimStatus.MADE):
        return TrackStep(label=label, state=StepState.DONE, detail=moment(placement.period.starts, now, language))
    if reservation is None or reservation.status is ClaimStatus.CANCELLED:
        return TrackStep(label=label, state=StepState.WAITING)
    if reservation.status is ClaimStatus.NON_ARRIVAL:
        reason = label_of(reservation.reason, language, NON_ARRIVAL_REASONS)
        return TrackStep(label=label, state=StepState.FAILED, detail=reason)
    return TrackStep(
        label=label,
        state=StepState.CURRENT,
        detail=_until(reservation.arrive_by, now, language),
        until=reservation.arrive_by,
    )


def _stay(placement: Claim | None, language: Language) -> TrackStep:
    label = translate(language, "Stay")
    if placement is None:
        return TrackStep(label=label, state=StepState.WAITING)
    if placement.status is ClaimStatus.DEPARTED:
        reason = label_of(placement.reason, language, DEPARTURE_REASONS)
        return TrackStep(label=label, state=StepState.DONE, detail=reason)
    until = translate(language, "until %(time)s", time=day_short(placement.period.ends))
    return TrackStep(label=label, state=StepState.CURRENT, detail=until)


def _outcome(case: Case, attempt: Attempt, language: Language) -> TrackStep:
    label = translate(language, "Outcome")
    if case.closed_at is not None:
        return TrackStep(label=label, state=StepState.DONE, detail=label_of(case.outcome, language, OUTCOMES))
    left = attempt.placement is not None and attempt.placement.status is ClaimStatus.DEPARTED
    return TrackStep(label=label, state=StepState.CURRENT if left else StepState.WAITING)


def _until(instant: datetime | None, now: datetime, language: Language) -> str:
    return translate(language, "until %(time)s", time=moment(instant, now, language)) if instant else ""
