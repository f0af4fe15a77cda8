"""New case: one page, under a minute, without leaving the keyboard."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from graph.model.errors import Invalid
from hub import paths
from hub.api.language import page_language_of
from hub.areas.search import suggest
from hub.auth.dependencies import HubHere, page_requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.cases.household_line import Token, read_line, written
from hub.cases.intake_choices import intake_choices
from hub.cases.intake_form import PLACES, IntakeForm, empty_form, intake_of, mistakes_of, needs_of, read_form
from hub.cases.service import add_need, open_intake
from hub.pages import see, show
from hub.problems import problem_of
from hub.web.components import Chip, Choice
from hub.web.i18n import Language, translate
from hub.web.i18n import msgid as _

router = APIRouter(include_in_schema=False)
Opener = Annotated[Subject, Depends(page_requires(Permission.OPEN_CASE))]
Anybody = Annotated[Subject, Depends(page_requires(Permission.USE_HUB))]
NOT_SAID = _("Not said")
FIELD_OF = {"near": "where", "starts_on": "starts_on", "nights": "nights", "keep_away.area_ids": "away"}


async def sent_form(request: Request) -> IntakeForm:
    return read_form(await request.form())


@router.get(paths.NEW_CASE)
def new_case(request: Request, _: Opener) -> Response:
    return _page(request, empty_form(), {})


@router.post(paths.NEW_CASE)
def post_new_case(
    request: Request, hub: HubHere, subject: Opener, form: Annotated[IntakeForm, Depends(sent_form)]
) -> Response:
    """Opens the case with its needs and goes on to the places for the first of them."""
    mistakes = mistakes_of(form)
    language = page_language_of(request)
    if mistakes:
        told = {name: translate(language, m.text, **m.values) for name, m in mistakes.items()}
        return _page(request, form, told, status=422)
    try:
        need_ids = _open(hub, subject, form)
    except Invalid as error:
        message = problem_of(error, language).errors[0].message
        return _page(request, form, {FIELD_OF.get(error.field, "where"): message}, status=422)
    return see(paths.matches_of(need_ids[0]))


@router.get(paths.SUGGEST_AREAS)
def suggest_areas(request: Request, _: Anybody, q: Annotated[str, Query(max_length=80)] = "") -> list[dict[str, str]]:
    """Places for the text typed so far, the best first."""
    greek = page_language_of(request) is Language.EL
    found = suggest(q, kinds=PLACES) if len(q.strip()) > 1 else ()
    return [{"id": a.id, "label": a.name_el if greek else a.name_en} for a in found]


@router.get(paths.READ_HOUSEHOLD)
def read_household(
    request: Request, _: Opener, line: Annotated[str, Query(max_length=280)] = ""
) -> list[dict[str, str | bool]]:
    """The household line as it is read, word by word."""
    language = page_language_of(request)
    return [{"label": _label(t, language), "wrong": t.wrong is not None} for t in read_line(line)]


def _open(hub: Hub, subject: Subject, form: IntakeForm) -> list[str]:
    case_id = open_intake(hub, subject, intake_of(form, hub.vault))
    return [add_need(hub, subject, case_id, said) for said in needs_of(form)]


def _page(request: Request, form: IntakeForm, errors: dict[str, str], status: int = 200) -> Response:
    language = page_language_of(request)
    chips = [Chip(label=_label(t, language), wrong=t.wrong is not None) for t in read_line(form.household)]
    return show(
        request,
        "cases/new.html",
        status=status,
        form=form,
        errors=errors,
        choices=intake_choices(language),
        chips=chips,
        first_choice=Choice(value="", label=translate(language, NOT_SAID)),
    )


def _label(token: Token, language: Language) -> str:
    return written(token.person, language) if token.person else token.text
