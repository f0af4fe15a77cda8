"""`/needs/{id}/matches`: the places that suit a need, each held and referred with one press."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from graph.model.errors import NoPlacesLeft
from graph.model.ids import new_id
from graph.model.lists.override_reasons import OVERRIDE_REASONS
from graph.model.lists.sharing_bases import SHARING_BASES
from hub import paths
from hub.api.language import page_language_of
from hub.auth.dependencies import HubHere, page_requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.capacity.phone_form import LONGEST_SPEAKER, NOT_A_NUMBER, WHO_SAID_IT, whole_number
from hub.capacity.service import PHONE, FigureSaid, report_capacity
from hub.form_refusal import NOTHING_REFUSED, SHOWN_AGAIN, FormRefusal, Typed, field_refusal, refusal_of
from hub.matches.page import match_page, place_name
from hub.matches.service import look, rank
from hub.matches.taking import Taking, hold_and_refer, hold_only
from hub.pages import see, show
from hub.site.words import capital, choices
from hub.web.components import Choice
from hub.web.i18n import Language, translate
from hub.web.i18n import msgid as _
from hub.web.page import FRAME_BLOCKS

router = APIRouter(include_in_schema=False)
Ranker = Annotated[Subject, Depends(page_requires(Permission.RANK))]
Holder = Annotated[Subject, Depends(page_requires(Permission.PLACE_HOLD))]
Sender = Annotated[Subject, Depends(page_requires(Permission.SEND_REFERRAL))]
Hearer = Annotated[Subject, Depends(page_requires(Permission.REPORT_CAPACITY_BY_PHONE))]

TEMPLATE = "matches/matches.html"
SAY_WHY = _("Say why this place is held now.")


@router.get(f"{paths.NEEDS}/{{id_}}/matches")
def matches(
    request: Request, hub: HubHere, subject: Ranker, id_: str, lost: Annotated[str, Query(max_length=80)] = ""
) -> Response:
    """A visit makes a ranking and stores it; `lost` names a place that somebody else was faster to take."""
    if request.query_params.get("block") in FRAME_BLOCKS:
        return show(request, TEMPLATE)
    return _page(request, hub, subject, id_, NOTHING_REFUSED, lost=lost)


@router.post(f"{paths.NEEDS}/{{id_}}/refer")
def post_refer(request: Request, hub: HubHere, subject: Sender, id_: str, typed: Typed) -> Response:
    """Holds the place and sends the referral, which can be called back on the page of the case."""
    return _take(request, hub, subject, id_, typed, refer=True)


@router.post(f"{paths.NEEDS}/{{id_}}/hold")
def post_hold(request: Request, hub: HubHere, subject: Holder, id_: str, typed: Typed) -> Response:
    """Holds the place and sends nothing yet."""
    return _take(request, hub, subject, id_, typed, refer=False)


@router.post(f"{paths.NEEDS}/{{id_}}/figure")
def post_figure(request: Request, hub: HubHere, subject: Hearer, id_: str, typed: Typed) -> Response:
    """Another number, heard on the telephone; then the places are ranked anew."""
    language = page_language_of(request)
    unit_id = typed.get("capacity_unit_id", "")
    form = f"heard-{unit_id}"
    free, errors = _heard(typed, language)
    if errors or free is None:
        return _page(request, hub, subject, id_, field_refusal(form, errors, typed))
    said = FigureSaid(free=free, unit_id=unit_id, speaker=_speaker(typed), channel=PHONE)
    try:
        report_capacity(hub, subject, said)
    except SHOWN_AGAIN as error:
        return _page(request, hub, subject, id_, refusal_of(error, form, typed, language))
    return see(paths.matches_of(id_))


def _take(
    request: Request, hub: Hub, subject: Subject, need_id: str, typed: Mapping[str, str], *, refer: bool
) -> Response:
    language = page_language_of(request)
    taking = _taking(need_id, typed)
    form = f"take-{taking.service_at_location_id}"
    if "asks_reason" in typed and not taking.reason:
        errors = {"reason": translate(language, SAY_WHY)}
        return _page(request, hub, subject, need_id, field_refusal(form, errors, typed))
    try:
        return see(paths.case_page(_taken(hub, subject, taking, refer=refer)))
    except NoPlacesLeft:
        return see(f"{paths.matches_of(need_id)}?lost={taking.service_at_location_id}")
    except SHOWN_AGAIN as error:
        return _page(request, hub, subject, need_id, refusal_of(error, form, typed, language))


def _taken(hub: Hub, subject: Subject, taking: Taking, *, refer: bool) -> str:
    """The case whose page goes on."""
    return (hold_and_refer if refer else hold_only)(hub, subject, taking).case_id


def _taking(need_id: str, typed: Mapping[str, str]) -> Taking:
    return Taking(
        need_id=need_id,
        service_at_location_id=typed.get("service_at_location_id", ""),
        once=typed.get("once", ""),
        reason=typed.get("reason") or None,
        second="second" in typed,
    )


def _heard(typed: Mapping[str, str], language: Language) -> tuple[int | None, dict[str, str]]:
    most = whole_number(typed.get("most", "")) or 0
    free = whole_number(typed.get("free", ""))
    errors = {} if _speaker(typed) else {"speaker": translate(language, WHO_SAID_IT)}
    if free is None or free > most:
        errors["free"] = translate(language, NOT_A_NUMBER, most=most)
    return free, errors


def _speaker(typed: Mapping[str, str]) -> str:
    return typed.get("speaker", "").strip()[:LONGEST_SPEAKER]


def _page(
    request: Request, hub: Hub, subject: Subject, need_id: str, refusal: FormRefusal, *, lost: str = ""
) -> Response:
    language = page_language_of(request)
    block = request.query_params.get("block") if request.method == "GET" else None
    # A live part that is read again is no new visit; a form that was refused shows what the visitor saw.
    make = look if block or refusal is not NOTHING_REFUSED else rank
    made = make(hub, subject, need_id, exclude=[lost] if lost else [])
    return show(
        request,
        TEMPLATE,
        status=refusal.status,
        page=match_page(hub, subject, made, language),
        refusal=refusal,
        lost=place_name(made, subject, lost, language) if lost else None,
        bases=_bases(language),
        hold_reasons=choices([e for e in OVERRIDE_REASONS if not e.needs_note], language),
        new_once=new_id,
        paths=paths,
        here=f"{paths.NEEDS}/{need_id}",
    )


def _bases(language: Language) -> list[Choice]:
    return [
        Choice(value=e.code, label=capital(e.in_language(language.value)), key=str(number))
        for number, e in enumerate(SHARING_BASES, 1)
    ]
