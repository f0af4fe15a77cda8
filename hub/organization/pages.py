"""`/organization`: all structures of a body in one screen, with what asks for attention; all figures at once."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import HTMLResponse

from graph.model.errors import NotThere
from hub import paths
from hub.api.language import page_language_of
from hub.auth.dependencies import HubHere, page_requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.organization.update import UpdateForm, UpdateRow, say_all, update_form, update_rows
from hub.pages import see, show
from hub.site.figures import state_unchanged
from hub.site.places import MANY, OwnPlace, by_urgency, find_places, own_place, own_places
from hub.site.views import strip_of
from hub.web.i18n import Language, translate_count
from hub.web.strip import Strip

router = APIRouter(include_in_schema=False)
Manager = Annotated[Subject, Depends(page_requires(Permission.REPORT_CAPACITY))]

ROWS = 20
ROWS_TO_UPDATE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    own: OwnPlace
    strip: Strip
    stale: bool
    promise: str


@router.get(paths.ORGANIZATION)
def show_organization(
    request: Request, hub: HubHere, subject: Manager, *, q: str = "", start: int = 0, done: str = ""
) -> HTMLResponse:
    language, now = page_language_of(request), hub.clock.now()
    places = own_places(hub, subject, language)
    found = by_urgency(find_places(places, q), now)
    shown = found[max(0, start) : max(0, start) + ROWS]
    return show(
        request,
        "organization/organization.html",
        rows=[_row(own, language, hub) for own in shown],
        found=len(found),
        of=len(places),
        many=len(places) > MANY,
        q=q,
        start=max(0, start),
        next_start=start + ROWS if start + ROWS < len(found) else None,
        done=next((own.place.name for own in places if own.place.id == done), None),
    )


@router.post(paths.ORGANIZATION)
def unchanged(request: Request, hub: HubHere, subject: Manager, place: Annotated[str, Form()] = "") -> Response:
    """Nothing has changed in one structure."""
    own = own_place(hub, subject, page_language_of(request), place)
    if own is None:
        raise NotThere("service_at_location")
    state_unchanged(hub, subject, own.units)
    return see(f"{paths.ORGANIZATION}?done={own.place.id}")


@router.get(f"{paths.ORGANIZATION}/update")
def show_update(request: Request, hub: HubHere, subject: Manager, *, q: str = "", start: int = 0) -> HTMLResponse:
    """One screen of steppers."""
    language = page_language_of(request)
    places = find_places(own_places(hub, subject, language), q)
    shown = places[max(0, start) : max(0, start) + ROWS_TO_UPDATE]
    return _update_page(request, update_rows(shown, language), found=len(places), start=max(0, start), q=q)


@router.post(f"{paths.ORGANIZATION}/update")
def update_all(
    request: Request, hub: HubHere, subject: Manager, form: Annotated[UpdateForm, Depends(update_form)]
) -> Response:
    """States every number on the screen; a number that cannot be meant stays in its row with what is wrong."""
    language = page_language_of(request)
    rows = say_all(hub, subject, language, form)
    if any(row.error for row in rows):
        return _update_page(request, rows, found=form.found, start=form.start, q=form.q, status=422)
    following = form.start + ROWS_TO_UPDATE
    if following < form.found:
        return see(f"{paths.ORGANIZATION}/update?start={following}&q={form.q}")
    return see(paths.ORGANIZATION)


def _update_page(
    request: Request, rows: list[UpdateRow], *, found: int, start: int, q: str, status: int = 200
) -> HTMLResponse:
    return show(
        request,
        "organization/update.html",
        status=status,
        rows=rows,
        found=found,
        start=start,
        last=start + ROWS_TO_UPDATE >= found,
        q=q,
        errors={f"free-{row.unit.id}": row.error for row in rows if row.error},
    )


def _row(own: OwnPlace, language: Language, hub: HubHere) -> PlaceRow:
    now = hub.clock.now()
    strips = [strip_of(unit, now) for unit in own.units]
    hours = own.place.service.terms.promised_every_hours
    return PlaceRow(
        own=own,
        strip=_together(strips),
        stale=own.is_stale(now),
        promise=translate_count(language, "every hour", "every %(count)s hours", hours),
    )


def _together(strips: list[Strip]) -> Strip:
    return Strip(
        free=sum(s.free for s in strips),
        held=sum(s.held for s in strips),
        secured=sum(s.secured for s in strips),
        occupied=sum(s.occupied for s in strips),
        out_of_service=sum(s.out_of_service for s in strips),
        places=sum(s.places for s in strips),
    )
