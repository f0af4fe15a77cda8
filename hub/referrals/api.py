"""Referrals over the API: the same record for both sides, with what each may do."""

from datetime import date
from typing import Annotated, Literal

from fastapi import Depends, Query, Request
from pydantic import Field

from graph.model.eligibility import Sex
from graph.model.lists.decline_reasons import DECLINE_REASONS
from graph.model.lists.withdraw_reasons import WITHDRAW_REASONS
from graph.model.referral import Referral
from graph.repositories.referrals import list_referrals_page
from hub.api.idempotency import GivenKey
from hub.api.language import language_of
from hub.api.model import ApiModel, Id, Instant, Note, OneOf, Whole, api_router
from hub.api.paging import Page, Paging
from hub.auth.dependencies import HubHere, requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.matches.candidates import next_candidate
from hub.matches.schemas import MatchOut
from hub.referrals.service import ReferralAsked, accept, asks, decline, read, send, withdraw
from hub.referrals.sharing import SharedPerson, SharedView, shared_view
from hub.web.i18n import Language

router = api_router("referrals")
Sender = Annotated[Subject, Depends(requires(Permission.SEND_REFERRAL))]
Reader = Annotated[Subject, Depends(requires(Permission.READ_REFERRAL))]
Answerer = Annotated[Subject, Depends(requires(Permission.ANSWER_REFERRAL))]


Withdrawer = Annotated[Subject, Depends(requires(Permission.WITHDRAW_REFERRAL))]


class ReferralIn(ApiModel):
    hold_id: Id | None = None
    need_id: Id | None = None
    service_at_location_id: Id | None = None
    undo_seconds: Annotated[Whole, Field(ge=0, le=60)] = 0


class DeclineIn(ApiModel):
    reason: Annotated[str, OneOf(DECLINE_REASONS)]
    note: Note = None


class WithdrawalIn(ApiModel):
    reason: Annotated[str, OneOf(WITHDRAW_REASONS)]
    note: Note = None


class SharedPersonOut(ApiModel):
    """Age and sex at once; what to call them only after acceptance."""

    id: str
    sex: Sex
    age: int | None
    pregnant: bool | None
    wheelchair: bool | None
    name: str | None = None


class SharedNeedOut(ApiModel):
    """What is asked for. Until acceptance `circumstances` holds only what a place has to provide for."""

    kind: str
    urgency: str
    starts_on: date
    nights: int
    languages: list[str]
    circumstances: list[str]


class ReferralOut(ApiModel):
    """`need` and `people` are what this reader may know of them now; lists leave both out.

    `next_candidate` is for the asking side, after a decline or a time-out.
    """

    id: str
    status: str
    need_id: str
    case_id: str | None
    service_at_location_id: str
    sent_at: Instant
    answer_by: Instant
    hold_id: str | None
    reservation_id: str | None
    reason: str | None
    need: SharedNeedOut | None = None
    people: list[SharedPersonOut] | None = None
    phone: str | None = None
    next_candidate: MatchOut | None = None


@router.post("/referrals", status_code=201)
def post_referral(hub: HubHere, subject: Sender, body: ReferralIn, key: GivenKey) -> ReferralOut:
    """Sends a referral, secured by a hold or not."""
    asked = ReferralAsked(body.hold_id, body.need_id, body.service_at_location_id, body.undo_seconds)
    return _out(hub, subject, send(hub, subject, asked, key=key.of(subject.account_id)))


@router.get("/referrals")
def referrals(
    hub: HubHere,
    subject: Reader,
    paging: Paging,
    side: Annotated[Literal["receiving", "asking"] | None, Query()] = None,
    awaiting: Annotated[bool, Query(description="only those that wait for an answer")] = False,
) -> Page[ReferralOut]:
    """Referrals of the organizations acted for, received or sent, the newest first."""
    now = hub.clock.now()
    found = hub.graph.read(
        lambda tx: list_referrals_page(
            tx,
            subject.scope,
            receiving=side == "receiving" or (side is None and subject.may(Permission.ANSWER_REFERRAL)),
            awaiting_only=awaiting,
            now=now,
            limit=paging.limit + 1,
            after=paging.after_instant,
        )
    )
    shown, following = paging.cut(found, lambda r: (r.sent_at.isoformat(), r.id))
    return Page(items=[_out(hub, subject, r) for r in shown], next=following)


@router.get("/referrals/{id_}")
def get_referral(request: Request, hub: HubHere, subject: Reader, id_: str) -> ReferralOut:
    """Reading it on the receiving side marks it as received."""
    return _whole(hub, subject, read(hub, subject, id_), language_of(request))


@router.post("/referrals/{id_}/accept")
def post_accept(request: Request, hub: HubHere, subject: Answerer, id_: str, key: GivenKey) -> ReferralOut:
    """Accepts and makes the reservation. Where no place is left, the referral stays received."""
    accepted = accept(hub, subject, id_, key=key.of(subject.account_id))
    return _whole(hub, subject, accepted, language_of(request))


@router.post("/referrals/{id_}/decline")
def post_decline(
    request: Request, hub: HubHere, subject: Answerer, id_: str, *, body: DeclineIn, key: GivenKey
) -> ReferralOut:
    """Declines with a coded reason; the asking side is offered the next candidate."""
    declined = decline(hub, subject, id_, body.reason, body.note, key=key.of(subject.account_id))
    return _whole(hub, subject, declined, language_of(request))


@router.post("/referrals/{id_}/withdraw")
def post_withdraw(
    request: Request, hub: HubHere, subject: Withdrawer, id_: str, *, body: WithdrawalIn, key: GivenKey
) -> ReferralOut:
    """Takes it back; its hold or reservation goes with it."""
    withdrawn = withdraw(hub, subject, id_, body.reason, body.note, key=key.of(subject.account_id))
    return _whole(hub, subject, withdrawn, language_of(request))


def _whole(hub: Hub, subject: Subject, referral: Referral, language: Language) -> ReferralOut:
    out = _out(hub, subject, referral, shared_view(hub, subject, referral))
    over = out.status in ("declined", "expired", "failed")
    if not over or not asks(subject, referral):
        return out
    following = next_candidate(hub, subject, referral.need_id, language, besides=referral.service_at_location_id)
    return out.model_copy(update={"next_candidate": following})


def _out(hub: Hub, subject: Subject, referral: Referral, shared: SharedView | None = None) -> ReferralOut:
    asking = asks(subject, referral)
    return ReferralOut(
        id=referral.id,
        status=str(referral.status_at(hub.clock.now())),
        need_id=referral.need_id,
        case_id=referral.case_id if asking else None,
        service_at_location_id=referral.service_at_location_id,
        sent_at=referral.sent_at,
        answer_by=referral.answer_by,
        hold_id=referral.hold_id,
        reservation_id=referral.reservation_id,
        reason=referral.reason,
        need=_need_out(shared) if shared else None,
        people=[_person_out(p) for p in shared.people] if shared else None,
        phone=shared.phone if shared else None,
    )


def _need_out(shared: SharedView) -> SharedNeedOut:
    return SharedNeedOut(
        kind=shared.need.kind,
        urgency=shared.need.urgency,
        starts_on=shared.need.starts_on,
        nights=shared.need.nights,
        languages=list(shared.languages),
        circumstances=sorted(shared.circumstances),
    )


def _person_out(shared: SharedPerson) -> SharedPersonOut:
    person = shared.person
    return SharedPersonOut(
        id=person.id,
        sex=person.sex,
        age=person.age,
        pregnant=person.pregnant,
        wheelchair=person.wheelchair,
        name=shared.name,
    )
