"""New case: one page, under a minute, without leaving the keyboard."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from graph.model.idempotency import IdempotencyKey
from graph.model.ids import new_id
from graph.model.lists.callers import CALLERS
from graph.model.lists.need_kinds import NEED_KINDS
from graph.repositories.needs import list_needs
from hub import paths
from hub.api.language import page_language_of
from hub.areas.search import suggest
from hub.auth.cookies import read_cookie, set_cookie
from hub.auth.dependencies import HubHere, page_requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.cases.household_line import Token, read_line, written
from hub.cases.intake_choices import PLACES, intake_choices
from hub.cases.intake_form import IntakeForm, empty_form, read_form
from hub.cases.intake_mistakes import mistakes_of
from hub.cases.intake_said import intake_of, needs_of
from hub.cases.service import open_intake
from hub.pages import see, show
from hub.web.components import Chip
from hub.web.i18n import Language, translate

router = APIRouter(include_in_schema=False)
Opener = Annotated[Subject, Depends(page_requires(Permission.OPEN_CASE))]
Anybody = Annotated[Subject, Depends(page_requires(Permission.USE_HUB))]
LAST_CALLER = "hub_caller"
CASE = "case"


async def sent_form(request: Request) -> IntakeForm:
    return read_form(await request.form())


async def sent_goal(request: Request) -> str:
    """Which button was pressed."""
    return str((await request.form()).get("then", ""))


@router.get(paths.NEW_CASE)
def new_case(request: Request, _: Opener) -> Response:
    return _page(request, empty_form(new_id(), _last_caller(request)), {})


@router.post(paths.NEW_CASE)
def post_new_case(
    request: Request,
    hub: HubHere,
    subject: Opener,
    form: Annotated[IntakeForm, Depends(sent_form)],
    then: Annotated[str, Depends(sent_goal)],
) -> Response:
    """Opens the case with its needs and goes on to the places for the first of them, or to the case."""
    mistakes = mistakes_of(form, hub.clock.now())
    if mistakes:
        language = page_language_of(request)
        told = {name: translate(language, m.text, **m.values) for name, m in mistakes.items()}
        return _page(request, form, told, status=422)
    case_id = _open(hub, subject, form)
    answer = see(paths.case_page(case_id) if then == CASE else paths.matches_of(_first_need(hub, case_id)))
    set_cookie(hub.settings, answer, LAST_CALLER, form.caller)
    return answer


@router.get(paths.SUGGEST_AREAS)
def suggest_areas(request: Request, _: Anybody, q: Annotated[str, Query(max_length=80)] = "") -> list[dict[str, str]]:
    """Places for the text typed so far, the best first."""
    greek = page_language_of(request) is Language.EL
    found = suggest(q, kinds=PLACES) if len(q.strip()) > 1 else ()
    return [{"id": a.id, "label": a.name_el if greek else a.name_en} for a in found]


@router.get(paths.READ_HOUSEHOLD)
def read_household(
    request: Request, _: Opener, line: Annotated[str, Query(max_length=1000)] = ""
) -> list[dict[str, str | bool]]:
    """The household line as it is read, word by word."""
    language = page_language_of(request)
    return [{"label": _label(t, language), "wrong": t.wrong is not None} for t in read_line(line)]


def _open(hub: Hub, subject: Subject, form: IntakeForm) -> str:
    """The same form sent twice opens one case; changed on the way, it is another."""
    sent = form.fingerprint()
    key = IdempotencyKey(subject.account_id, f"{form.once}:{sent}", sent) if form.once else None
    return open_intake(hub, subject, intake_of(form, hub.vault), needs=needs_of(form), key=key)


def _first_need(hub: Hub, case_id: str) -> str:
    """A place to sleep before all else."""
    needs = hub.graph.read(lambda tx: list_needs(tx, [case_id]))
    return min(needs, key=lambda need: NEED_KINDS.codes.index(need.kind)).id


def _last_caller(request: Request) -> str:
    """A line is mostly called by the same: whoever called last at this desk."""
    last = read_cookie(request, LAST_CALLER)
    return last if last and last in CALLERS else ""


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
    )


def _label(token: Token, language: Language) -> str:
    return written(token.person, language) if token.person else token.text
