"""`/site/stays`: who comes, who is here, who leaves soon; and the page of one stay with all that is recorded there."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import HTMLResponse

from graph.model.errors import Conflict, Invalid, Refused
from hub import paths
from hub.api.language import page_language_of
from hub.auth.dependencies import HubHere, page_requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.pages import see, show
from hub.site.words import told
from hub.stays import reasons, views
from hub.stays.acts import Doing, do
from hub.stays.forms import StayForm, StayRefused, stay_form
from hub.stays.service import MOST_SHOWN, Stay, Tab, read_stay, read_stays
from hub.web.i18n import Language, translate
from hub.web.i18n import msgid as _
from hub.web.page import NavigationItem

router = APIRouter(include_in_schema=False)
Door = Annotated[Subject, Depends(page_requires(Permission.RECORD_ARRIVAL))]

TAB_NAMES = {Tab.COMING: _("Coming"), Tab.HERE: _("Here now"), Tab.LEAVING: _("Leaving soon")}


@router.get(paths.STAYS)
def show_stays(
    request: Request, hub: HubHere, subject: Door, tab: Tab = Tab.HERE, place: str | None = None
) -> HTMLResponse:
    language = page_language_of(request)
    stays = read_stays(hub, subject, language, tab, place)
    items = [NavigationItem(translate(language, TAB_NAMES[t]), _tab_path(t, place), t is tab) for t in Tab]
    return show(
        request,
        "stays/list.html",
        tab=tab,
        tabs=items,
        counts={_tab_path(t, place): stays.counts[t] for t in Tab},
        rows=views.rows(stays, language),
        left_off=max(0, stays.counts[tab] - MOST_SHOWN),
        several=len(subject.scope.ids) > 1 or len(stays.places) > 1,
    )


@router.get(f"{paths.STAYS}/{{claim_id}}")
def show_stay(request: Request, hub: HubHere, subject: Door, claim_id: str) -> HTMLResponse:
    return _page(request, read_stay(hub, subject, page_language_of(request), claim_id), None, {})


@router.post(f"{paths.STAYS}/{{claim_id}}")
def change_stay(
    request: Request, hub: HubHere, subject: Door, claim_id: str, form: Annotated[StayForm, Depends(stay_form)]
) -> Response:
    """Repeating the same fact is harmless."""
    language = page_language_of(request)
    stay = read_stay(hub, subject, language, claim_id)
    try:
        return see(do(Doing(hub, subject, stay, form)))
    except StayRefused as refused:
        return _page(request, stay, form, {refused.field: translate(language, refused.sentence)}, status=422)
    except (Invalid, Conflict, Refused) as error:
        now_stands = read_stay(hub, subject, language, claim_id)
        return _page(request, now_stands, form, {str(form.act): told(error, language)}, status=error.status)


def _page(
    request: Request, stay: Stay, typed: StayForm | None, errors: dict[str, str], *, status: int = 200
) -> HTMLResponse:
    language = page_language_of(request)
    return show(
        request,
        "stays/stay.html",
        status=status,
        stay=stay,
        claim=stay.claim,
        here=f"{paths.STAYS}/{stay.claim.id}",
        line=views.line(stay, language),
        people=views.people(stay, language),
        summary=views.summary(stay, language),
        ending=views.ending(stay, language),
        typed=typed,
        errors=errors,
        **_choices(stay, language),
    )


def _choices(stay: Stay, language: Language) -> dict[str, object]:
    return {
        "non_arrivals": reasons.non_arrival_reasons(language),
        "cancel_reasons": reasons.cancel_reasons(language),
        "departure_reasons": reasons.departure_reasons(language),
        "moved_on_to": reasons.moved_on_to(language),
        "extension_reasons": reasons.extension_reasons(language),
        "other_units": views.other_units(stay),
    }


def _tab_path(tab: Tab, place: str | None) -> str:
    return f"{paths.STAYS}?tab={tab}" + (f"&place={place}" if place else "")
