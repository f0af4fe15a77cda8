"""`/referrals` and `/referrals/{id}`: one address for both sides; who reads decides which page it is."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import HTMLResponse

from graph.model.errors import Conflict, HubError, Invalid, NoPlacesLeft
from graph.model.referral import Referral
from graph.repositories.referrals import get_referral
from hub import paths
from hub.api.language import page_language_of
from hub.auth.dependencies import HubHere, page_requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.pages import see
from hub.referrals.reasons import figure_was_wrong
from hub.referrals.receiver_pages import Answer, AnswerForm, answer_form, received_list, receiver_page
from hub.referrals.sender_pages import sender_page
from hub.referrals.service import accept, decline, read
from hub.site.words import told
from hub.web.i18n import Language, translate
from hub.web.i18n import msgid as _

NO_ROOM = _(
    "By your figures no place is free that fits these people. If one is, say first how many are free, then accept."
)

router = APIRouter(include_in_schema=False)
Reader = Annotated[Subject, Depends(page_requires(Permission.READ_REFERRAL))]
Answerer = Annotated[Subject, Depends(page_requires(Permission.ANSWER_REFERRAL))]


@router.get(paths.REFERRALS)
def list_received(request: Request, hub: HubHere, subject: Answerer) -> HTMLResponse:
    return received_list(request, hub, subject)


@router.get(f"{paths.REFERRALS}/{{referral_id}}")
def show_referral(request: Request, hub: HubHere, subject: Reader, referral_id: str) -> Response:
    """Opening it on the receiving side marks it as received."""
    referral = read(hub, subject, referral_id)
    if answers(subject, referral):
        return receiver_page(request, hub, subject, referral)
    return sender_page(request, hub, subject, referral)


@router.post(f"{paths.REFERRALS}/{{referral_id}}")
def answer_referral(
    request: Request,
    hub: HubHere,
    subject: Answerer,
    referral_id: str,
    form: Annotated[AnswerForm, Depends(answer_form)],
) -> Response:
    if form.answer is Answer.DECLINE and not form.reason:
        missing = translate(page_language_of(request), _("Choose a reason."))
        return _again(request, hub, subject, referral_id, form, errors={"reason": missing}, status=422)
    try:
        answered = _answered(hub, subject, referral_id, form)
    except (Conflict, Invalid) as error:
        field = error.field if isinstance(error, Invalid) else "answer"
        errors = {field: _words(error, page_language_of(request))}
        return _again(request, hub, subject, referral_id, form, errors=errors, status=error.status)
    if form.answer is Answer.DECLINE and figure_was_wrong(form.reason):
        return see(f"{paths.SITE}/{answered.service_at_location_id}?wrong=yes")
    return see(f"{paths.REFERRALS}/{referral_id}")


def answers(subject: Subject, referral: Referral) -> bool:
    """Whether this reader is on the side that answers."""
    return subject.may(Permission.ANSWER_REFERRAL) and subject.scope.includes(referral.provider_id)


def _answered(hub: Hub, subject: Subject, referral_id: str, form: AnswerForm) -> Referral:
    if form.answer is Answer.ACCEPT:
        return accept(hub, subject, referral_id)
    return decline(hub, subject, referral_id, form.reason, form.note or None)


def _again(
    request: Request,
    hub: Hub,
    subject: Subject,
    referral_id: str,
    form: AnswerForm,
    *,
    errors: dict[str, str],
    status: int,
) -> HTMLResponse:
    """The page as it stands now, with what was typed and why it was not taken."""
    now = hub.clock.now()
    referral = hub.graph.read(lambda tx: get_referral(tx, subject.scope, referral_id, now=now))
    return receiver_page(request, hub, subject, referral, typed=form, errors=errors, status=status)


def _words(error: HubError, language: Language) -> str:
    return translate(language, NO_ROOM) if isinstance(error, NoPlacesLeft) else told(error, language)
