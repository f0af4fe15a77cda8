"""The asking side of a referral: its page, taking it back, calling it back, and the next place after a no."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from graph.model.errors import NoPlacesLeft
from graph.model.lists.withdraw_reasons import WITHDRAW_REASONS
from graph.model.referral import Referral, ReferralStatus
from hub import paths
from hub.api.language import page_language_of
from hub.auth.dependencies import HubHere, page_requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.cases.case_file import can_be_called_back, read_case_file
from hub.form_refusal import NOTHING_REFUSED, SHOWN_AGAIN, FormRefusal, Typed, field_refusal, refusal_of
from hub.matches.taking import Taking, hold_and_refer
from hub.pages import see, show
from hub.referrals.sender_view import answer_words, sender_view
from hub.referrals.service import read, withdraw
from hub.site.words import choices
from hub.web.i18n import msgid as _
from hub.web.i18n import translate

router = APIRouter(include_in_schema=False)
Withdrawer = Annotated[Subject, Depends(page_requires(Permission.WITHDRAW_REFERRAL))]
Sender = Annotated[Subject, Depends(page_requires(Permission.SEND_REFERRAL))]

TEMPLATE = "referrals/sender.html"
REFERRAL = f"{paths.REFERRALS}/{{id_}}"
CALLED_BACK = "error"
"""The reason that pressing *Undo* records: it was sent by mistake."""
CHOOSE_REASON = _("Choose a reason.")
TOO_LATE = _("Too late to undo")
SEEN_ALREADY = _("The structure can see the referral by now. Withdraw it with a reason.")


def sender_page(
    request: Request, hub: Hub, subject: Subject, referral: Referral, refusal: FormRefusal = NOTHING_REFUSED
) -> Response:
    """The page of a referral for those who sent it."""
    language = page_language_of(request)
    file = read_case_file(hub, subject, referral.case_id, language)
    view = sender_view(hub, subject, referral, file, language)
    return show(
        request,
        TEMPLATE,
        status=refusal.status,
        view=view,
        how_far=answer_words(view, language) if view.waits else None,
        withdraw_reasons=choices(WITHDRAW_REASONS, language),
        refusal=refusal,
        paths=paths,
        here=paths.referral_page(referral.id),
    )


@router.post(f"{REFERRAL}/withdraw")
def post_withdraw(request: Request, hub: HubHere, subject: Withdrawer, id_: str, typed: Typed) -> Response:
    """Takes it back; its hold or reservation goes with it."""
    language = page_language_of(request)
    referral = read(hub, subject, id_)
    reason = typed.get("reason", "")
    if not reason:
        errors = {"reason": translate(language, CHOOSE_REASON)}
        return sender_page(request, hub, subject, referral, field_refusal("withdraw", errors, typed))
    try:
        withdraw(hub, subject, id_, reason, typed.get("note"))
    except SHOWN_AGAIN as error:
        refusal = refusal_of(error, "withdraw", typed, language)
        return sender_page(request, hub, subject, read(hub, subject, id_), refusal)
    return see(paths.case_page(referral.case_id))


@router.post(f"{REFERRAL}/undo")
def post_undo(request: Request, hub: HubHere, subject: Withdrawer, id_: str, typed: Typed) -> Response:
    """Calls it back before anybody was told. Once it can be seen, it is withdrawn with a reason instead."""
    referral = read(hub, subject, id_)
    if _is_called_back(referral):
        return see(paths.case_page(referral.case_id))
    if not can_be_called_back(referral, hub.clock.now()):
        language = page_language_of(request)
        late = FormRefusal(
            409, "undo", {}, typed, title=translate(language, TOO_LATE), text=translate(language, SEEN_ALREADY)
        )
        return sender_page(request, hub, subject, referral, late)
    withdraw(hub, subject, id_, CALLED_BACK, None)
    return see(paths.case_page(referral.case_id))


@router.post(f"{REFERRAL}/next")
def post_next(request: Request, hub: HubHere, subject: Sender, id_: str, typed: Typed) -> Response:
    """Holds the next suitable place, the one that the page showed, and refers them there."""
    referral = read(hub, subject, id_)
    place_id = typed.get("service_at_location_id", "")
    try:
        hold_and_refer(hub, subject, Taking(referral.need_id, place_id, once=f"{id_}-{place_id}"))
    except NoPlacesLeft:
        return see(f"{paths.matches_of(referral.need_id)}?lost={place_id}")
    except SHOWN_AGAIN as error:
        refusal = refusal_of(error, "next", typed, page_language_of(request))
        return sender_page(request, hub, subject, referral, refusal)
    return see(paths.case_page(referral.case_id))


def _is_called_back(referral: Referral) -> bool:
    """A button pressed twice has one effect."""
    return referral.status is ReferralStatus.WITHDRAWN and referral.reason == CALLED_BACK
