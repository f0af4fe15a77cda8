"""`/capacity`, the places of the whole country now, and `/structures/{id}`, one structure with its telephone form."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Response

from graph.model.lists.service_kinds import SERVICE_KINDS
from hub import paths
from hub.api.language import page_language_of
from hub.auth.dependencies import HubHere, page_requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.capacity.board import ALL_KINDS, LODGING, NEVER, BoardFilters, make_board, region_names
from hub.capacity.phone_form import last_speaker, phone_fields, read_figures, record_figures
from hub.capacity.service import get_place, list_places
from hub.capacity.structure import read_structure
from hub.form_refusal import NOTHING_REFUSED, FormRefusal, Typed, field_refusal
from hub.pages import see, show
from hub.site.words import capital
from hub.web.components import Choice
from hub.web.i18n import Language, translate
from hub.web.i18n import msgid as _
from hub.web.page import FRAME_BLOCKS

router = APIRouter(include_in_schema=False)
Reader = Annotated[Subject, Depends(page_requires(Permission.READ_CAPACITY))]
Hearer = Annotated[Subject, Depends(page_requires(Permission.REPORT_CAPACITY_BY_PHONE))]
BOARD, STRUCTURE = "capacity/board.html", "capacity/structure.html"
PHONE_FORM = "phone"
AGES = (
    ("", _("Any age")),
    ("4", _("Older than 4 hours")),
    ("12", _("Older than 12 hours")),
    ("24", _("Older than a day")),
    (NEVER, _("No figure yet")),
)


@dataclass(frozen=True, slots=True)
class BoardQuery:
    """What the form above the board sends."""

    kind: Annotated[str, Query(max_length=60)] = LODGING
    region: Annotated[str, Query(max_length=60)] = ""
    older: Literal["", "4", "12", "24", "never"] = ""
    free: Literal["", "yes"] = ""
    page: Annotated[int, Query(ge=1, le=10_000)] = 1

    @property
    def filters(self) -> BoardFilters:
        return BoardFilters(self.kind, self.region, self.older, self.free == "yes", self.page)


@router.get(paths.CAPACITY)
def board(request: Request, hub: HubHere, subject: Reader, asked: Annotated[BoardQuery, Depends()]) -> Response:
    """Who has what free now."""
    language = page_language_of(request)
    places = list_places(hub, subject, language)
    made = make_board(places, asked.filters, hub.gazetteer, now=hub.clock.now(), language=language)
    return show(
        request,
        BOARD,
        board=made,
        kinds=_kinds(language),
        regions=[Choice(value="", label=translate(language, "The whole country")), *_regions(hub, language)],
        ages=[Choice(value=value, label=translate(language, label)) for value, label in AGES],
        here=paths.CAPACITY,
        structure_page=paths.structure_page,
    )


@router.get(f"{paths.STRUCTURES}/{{id_}}")
def structure(request: Request, hub: HubHere, subject: Reader, id_: str, recorded: Literal["", "yes"] = "") -> Response:
    return _structure(request, hub, subject, id_, NOTHING_REFUSED, recorded=recorded == "yes")


@router.post(f"{paths.STRUCTURES}/{{id_}}/figures")
def post_figures(
    request: Request,
    hub: HubHere,
    subject: Hearer,
    id_: str,
    typed: Typed,
) -> Response:
    """What was heard on the telephone, for every unit of the structure."""
    language = page_language_of(request)
    place = get_place(hub, subject, language, id_)
    said, errors = read_figures(phone_fields(place, hub.clock.now()), typed, language)
    if errors:
        return _structure(request, hub, subject, id_, field_refusal(PHONE_FORM, errors, typed))
    record_figures(hub, subject, said)
    return see(f"{paths.structure_page(id_)}?recorded=yes")


def _structure(
    request: Request, hub: Hub, subject: Subject, id_: str, refusal: FormRefusal, *, recorded: bool = False
) -> Response:
    if request.query_params.get("block") in FRAME_BLOCKS:
        return show(request, STRUCTURE)
    made = read_structure(hub, subject, id_, page_language_of(request))
    may_hear = subject.may(Permission.REPORT_CAPACITY_BY_PHONE)
    return show(
        request,
        STRUCTURE,
        status=refusal.status,
        made=made,
        fields=phone_fields(made.place, hub.clock.now()) if may_hear else [],
        speaker=last_speaker(made.place),
        refusal=refusal,
        recorded=recorded,
        form=PHONE_FORM,
        form_path=f"{paths.structure_page(id_)}/figures",
        board_path=paths.CAPACITY,
    )


def _kinds(language: Language) -> list[Choice]:
    first = ((LODGING, translate(language, "Where people sleep")), (ALL_KINDS, translate(language, "All kinds")))
    named = [(kind.code, capital(kind.in_language(language.value))) for kind in SERVICE_KINDS]
    return [Choice(value=value, label=label) for value, label in (*first, *named)]


def _regions(hub: Hub, language: Language) -> list[Choice]:
    named = sorted(region_names(hub.gazetteer, language).items(), key=lambda pair: pair[1])
    return [Choice(value=region, label=name) for region, name in named]
