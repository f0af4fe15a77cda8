"""`/cases/{id}`: who it is about, where each need stands, the one next thing to do, and all that has happened."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from graph.model.claims import ClaimKind
from graph.model.errors import NotThere
from graph.model.lists.entry import Entry
from graph.model.lists.extension_reasons import EXTENSION_REASONS
from graph.model.lists.outcomes import OUTCOMES
from graph.model.lists.release_reasons import RELEASE_REASONS
from graph.model.lists.sharing_bases import SHARING_BASES
from graph.repositories.claims import get_claim
from hub import paths
from hub.api.language import page_language_of
from hub.auth.dependencies import HubHere, page_requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.cases.case_file import read_case_file
from hub.cases.case_view import case_view
from hub.cases.service import close, set_sharing_basis
from hub.form_refusal import NOTHING_REFUSED, SHOWN_AGAIN, FormRefusal, Typed, field_refusal, refusal_of
from hub.holds.service import extend, release
from hub.lists import require_code
from hub.pages import see, show
from hub.referrals.service import UNDO_ON_PAGES, ReferralAsked, send
from hub.site.words import choices
from hub.web.components import Choice
from hub.web.i18n import Language, translate
from hub.web.i18n import msgid as _
from hub.web.page import FRAME_BLOCKS, safe_return_path

router = APIRouter(include_in_schema=False)
Reader = Annotated[Subject, Depends(page_requires(Permission.READ_CASE))]
Caseworker = Annotated[Subject, Depends(page_requires(Permission.OPEN_CASE))]
Holder = Annotated[Subject, Depends(page_requires(Permission.PLACE_HOLD))]
Sender = Annotated[Subject, Depends(page_requires(Permission.SEND_REFERRAL))]

TEMPLATE = "cases/case.html"
CASE = f"{paths.CASES}/{{id_}}"
HOLD = f"{CASE}/holds/{{hold_id}}"
CHOOSE_REASON = _("Choose a reason.")
CHOOSE_OUTCOME = _("Choose what became of it.")
CHOOSE_BASIS = _("Choose the basis for sharing.")
BY_THE_HUB = frozenset({"converted", "replaced"})


@router.get(CASE)
def case_page(request: Request, hub: HubHere, subject: Reader, id_: str) -> Response:
    if request.query_params.get("block") in FRAME_BLOCKS:
        return show(request, TEMPLATE)
    return _page(_Here(request, hub, subject, id_), NOTHING_REFUSED)


@router.post(f"{CASE}/basis")
def post_basis(request: Request, hub: HubHere, subject: Caseworker, id_: str, typed: Typed) -> Response:
    """Records on what basis facts may be shared; the auditor sees when and by whom."""
    here = _Here(request, hub, subject, id_)
    basis = typed.get("basis", "")
    if not basis:
        return _left_empty(here, "basis", typed, "basis", CHOOSE_BASIS)

    def record() -> None:
        require_code(SHARING_BASES, basis, "basis")
        set_sharing_basis(hub, subject, id_, basis)

    return _done(here, "basis", typed, record, safe_return_path(typed.get("return_to"), paths.case_page(id_)))


@router.post(f"{CASE}/close")
def post_close(request: Request, hub: HubHere, subject: Caseworker, id_: str, typed: Typed) -> Response:
    """Closes the case with what became of it."""
    here = _Here(request, hub, subject, id_)
    if not typed.get("outcome"):
        return _left_empty(here, "close", typed, "outcome", CHOOSE_OUTCOME)
    return _done(here, "close", typed, lambda: close(hub, subject, id_, typed["outcome"]))


@router.post(f"{HOLD}/refer")
def post_refer(request: Request, hub: HubHere, subject: Sender, id_: str, hold_id: str, typed: Typed) -> Response:
    """Sends the referral of a place that is held."""
    _require_hold(hub, subject, id_, hold_id)
    asked = ReferralAsked(hold_id=hold_id, undo_seconds=UNDO_ON_PAGES)
    return _done(_Here(request, hub, subject, id_), "refer", typed, lambda: send(hub, subject, asked))


@router.post(f"{HOLD}/extend")
def post_extend(request: Request, hub: HubHere, subject: Holder, id_: str, hold_id: str, typed: Typed) -> Response:
    """Moves the end of a hold, once."""
    _require_hold(hub, subject, id_, hold_id)
    here, form = _Here(request, hub, subject, id_), f"extend-{hold_id}"
    if not typed.get("reason"):
        return _left_empty(here, form, typed, "reason", CHOOSE_REASON)
    return _done(here, form, typed, lambda: extend(hub, subject, hold_id, typed["reason"], typed.get("note")))


@router.post(f"{HOLD}/release")
def post_release(request: Request, hub: HubHere, subject: Holder, id_: str, hold_id: str, typed: Typed) -> Response:
    """Gives the place back."""
    _require_hold(hub, subject, id_, hold_id)
    here, form = _Here(request, hub, subject, id_), f"release-{hold_id}"
    if not typed.get("reason"):
        return _left_empty(here, form, typed, "reason", CHOOSE_REASON)
    return _done(here, form, typed, lambda: release(hub, subject, hold_id, typed["reason"], typed.get("note")))


@dataclass(frozen=True, slots=True)
class _Here:
    """The page that a form stood on."""

    request: Request
    hub: Hub
    subject: Subject
    case_id: str

    @property
    def language(self) -> Language:
        return page_language_of(self.request)


def _done(here: _Here, form: str, typed: Typed, act: Callable[[], object], then: str | None = None) -> Response:
    """Acts and goes on to `then`, the page itself where None; what is refused is told beside its form."""
    try:
        act()
    except SHOWN_AGAIN as error:
        return _page(here, refusal_of(error, form, typed, here.language))
    return see(then or paths.case_page(here.case_id))


def _left_empty(here: _Here, form: str, typed: Typed, name: str, sentence: str) -> Response:
    return _page(here, field_refusal(form, {name: translate(here.language, sentence)}, typed))


def _require_hold(hub: Hub, subject: Subject, case_id: str, hold_id: str) -> None:
    """Raises NotThere where the hold is of another case."""
    found = hub.graph.read(lambda tx: get_claim(tx, subject.scope, hold_id, ClaimKind.HOLD))
    if found.case_id != case_id:
        raise NotThere("hold")


def _page(here: _Here, refusal: FormRefusal) -> Response:
    file = read_case_file(here.hub, here.subject, here.case_id, here.language)
    return show(
        here.request,
        TEMPLATE,
        status=refusal.status,
        view=case_view(here.hub, here.subject, file, here.language),
        refusal=refusal,
        paths=paths,
        here=paths.case_page(here.case_id),
        **_choices(here.language),
    )


def _choices(language: Language) -> dict[str, list[Choice]]:
    return {
        "bases": choices(SHARING_BASES, language),
        "outcomes": choices(OUTCOMES, language),
        "extension_reasons": choices(EXTENSION_REASONS, language),
        "release_reasons": choices([e for e in RELEASE_REASONS if _may_be_given(e)], language),
    }


def _may_be_given(reason: Entry) -> bool:
    return "by_machine" not in reason.flags and reason.code not in BY_THE_HUB
