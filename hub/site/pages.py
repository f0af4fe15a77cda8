"""`/site`: the structure of those who run it: free now in one tap, who waits for an answer, who comes tonight."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import HTMLResponse

from hub import paths
from hub.api.language import page_language_of
from hub.auth.dependencies import HubHere, page_requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.pages import see, show
from hub.referrals.reasons import decline_choices
from hub.site.figures import (
    FigureRefused,
    Say,
    Saying,
    left_out,
    must_ask,
    number_said,
    require_room,
    state_free,
    state_unchanged,
)
from hub.site.places import MANY, by_urgency, find_places, own_place_ids, own_places
from hub.site.said import Said, arrived_words, said_of
from hub.site.service import Site, needs_asking, read_site
from hub.site.views import Asked, coming_cards, question_of, unit_cards, waiting_cards
from hub.stays.reasons import non_arrival_reasons
from hub.web.i18n import Language

router = APIRouter(include_in_schema=False)
Staff = Annotated[Subject, Depends(page_requires(Permission.REPORT_CAPACITY))]

SHOWN_AT_ONCE = 25


@dataclass(frozen=True, slots=True)
class AskedFor:
    """What the address says besides the structure: a number to ask about, what was just said, who has just come."""

    unit: str = ""
    free: str = ""
    said: str = ""
    before: str = ""
    arrived: str = ""
    wrong: bool = False


def figure_form(
    say: Annotated[Say, Form()] = Say.TYPED,
    free: Annotated[str, Form(max_length=20)] = "",
    stood: Annotated[int, Form(ge=0, le=1_000_000)] = 0,
    listed: Annotated[list[str] | None, Form(max_length=2000)] = None,
) -> Saying:
    return Saying(say, free, stood, tuple(listed or ()))


@router.get(paths.SITE)
def choose(request: Request, hub: HubHere, subject: Staff, q: str = "") -> Response:
    """Whoever has one structure lands on it."""
    ids = own_place_ids(hub, subject)
    if len(ids) == 1:
        return see(site_path(ids[0]))
    places = own_places(hub, subject, page_language_of(request))
    found = by_urgency(find_places(places, q), hub.clock.now())
    return show(
        request,
        "site/choose.html",
        places=found[:SHOWN_AT_ONCE],
        found=len(found),
        of=len(places),
        many=len(places) > MANY,
        q=q,
    )


@router.get(f"{paths.SITE}/{{place_id}}")
def show_site(
    request: Request, hub: HubHere, subject: Staff, place_id: str, asked_for: Annotated[AskedFor, Depends()]
) -> HTMLResponse:
    language = page_language_of(request)
    site = read_site(hub, subject, language, place_id)
    return _page(
        request,
        site,
        asked=_asked(site, asked_for),
        said=_said(site, asked_for, language),
        figure_was_wrong=asked_for.wrong,
    )


@router.post(f"{paths.SITE}/{{place_id}}")
def say_free(
    request: Request,
    hub: HubHere,
    subject: Staff,
    place_id: str,
    *,
    saying: Annotated[Saying, Depends(figure_form)],
    unit: Annotated[str, Form()] = "",
) -> Response:
    """One number for one unit; asks first where it might hold promised places too."""
    language = page_language_of(request)
    site = read_site(hub, subject, language, place_id)
    about = site.unit(unit)
    try:
        free = number_said(about, saying)
        require_room(about, saying, free, site.now)
    except FigureRefused as refused:
        asked = Asked(unit_id=about.id, typed=saying.typed, error=refused.in_language(language))
        return _page(request, site, asked=asked, status=422)
    if must_ask(about, saying, free):
        return see(f"{site_path(place_id)}?unit={about.id}&free={free}#unit-{about.id}")
    state_free(hub, subject, about, free, left_out(about, saying))
    before = "" if saying.say in (Say.SAME, Say.BACK) or about.view.as_of is None else f"&before={about.free}"
    return see(f"{site_path(place_id)}?said={about.id}{before}#unit-{about.id}")


@router.post(f"{paths.SITE}/{{place_id}}/unchanged")
def all_unchanged(request: Request, hub: HubHere, subject: Staff, place_id: str) -> Response:
    """Nothing has changed in any unit."""
    site = read_site(hub, subject, page_language_of(request), place_id)
    state_unchanged(hub, subject, site.units)
    return see(f"{site_path(place_id)}?said=all")


def site_path(place_id: str) -> str:
    return f"{paths.SITE}/{place_id}"


def _page(
    request: Request,
    site: Site,
    *,
    asked: Asked | None = None,
    said: Said | None = None,
    figure_was_wrong: bool = False,
    status: int = 200,
) -> HTMLResponse:
    language = page_language_of(request)
    return show(
        request,
        "site/site.html",
        status=status,
        site=site,
        here=site_path(site.place.id),
        units=unit_cards(site, language, asked),
        waiting=waiting_cards(site, language),
        coming=coming_cards(site, language),
        decline_reasons=decline_choices(language),
        non_arrivals=non_arrival_reasons(language),
        said=said,
        figure_was_wrong=figure_was_wrong,
        errors={f"free-{asked.unit_id}": asked.error} if asked and asked.error else {},
    )


def _asked(site: Site, asked_for: AskedFor) -> Asked | None:
    """A number in the address that is still to be asked about; one that is not is shown as typed."""
    if not asked_for.unit or not asked_for.free.isdecimal():
        return None
    unit, free = site.unit(asked_for.unit), int(asked_for.free[:6])
    question = question_of(site, unit, free) if needs_asking(unit, free) else None
    return Asked(unit_id=unit.id, typed=str(free), question=question)


def _said(site: Site, asked_for: AskedFor, language: Language) -> Said | None:
    if asked_for.arrived:
        return arrived_words(site, asked_for.arrived, language)
    before = int(asked_for.before[:6]) if asked_for.before.isdecimal() else None
    return said_of(site, asked_for.said, before, language) if asked_for.said else None
