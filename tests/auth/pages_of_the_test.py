"""Routes that stand for those of any feature, so that these tests need none."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse
from pydantic import AwareDatetime, Field

from graph.model.errors import Conflict, Invalid, NoPlacesLeft, NotThere, Unavailable
from hub.api.idempotency import GivenKey
from hub.api.model import ApiModel, Whole, api_router
from hub.api.paging import Paging
from hub.auth.dependencies import HubHere, page_requires, requires
from hub.auth.frame import frame_for
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.errors import ProblemWith
from hub.web.page import framed

pages = APIRouter()
api = api_router("test")
LANGUAGES = {"el": "Greek", "en": "English"}


@pages.get("/a-page")
def a_page(
    request: Request, hub: HubHere, subject: Annotated[Subject, Depends(page_requires(Permission.READ_CASE))]
) -> HTMLResponse:
    frame = frame_for(request)
    with framed(frame):
        form = hub.templates.from_string("{{ ui.csrf() }}").render()
    return HTMLResponse(f"<p>{subject.name} in {LANGUAGES[frame.language]}</p><form>{form}</form>")


@pages.post("/a-page")
def change_something(subject: Annotated[Subject, Depends(page_requires(Permission.READ_CASE))]) -> str:
    return subject.name


@pages.get("/records/{record_id}")
def show_record(record_id: str, _: Annotated[Subject, Depends(page_requires(Permission.USE_HUB))]) -> str:
    raise NotThere("case")


class Wanted(ApiModel):
    places: Whole = Field(ge=1, le=20)
    urgency: Literal["tonight", "soon"]
    starts_at: AwareDatetime
    note: str | None = Field(default=None, max_length=10)


AsCoordinator = Annotated[Subject, Depends(requires(Permission.PLACE_HOLD))]


@api.post("/wanted")
def want(body: Wanted, subject: AsCoordinator, key: GivenKey) -> dict[str, str | None]:
    own = key.of(subject.account_id)
    return {"key": own.key if own else None, "hash": key.request_hash}


@api.get("/refusals/{kind}")
def refuse(kind: str, _: AsCoordinator) -> None:
    if kind == "unexpected":
        raise RuntimeError("Maria of Larissa")
    raise {
        "missing": NotThere("case"),
        "taken": ProblemWith(NoPlacesLeft(), next_candidate={"service_at_location_id": "b"}),
        "wrong": Invalid("capacity_unit_id", "capacity-unit-required"),
        "busy": Unavailable("graph"),
        "new": Conflict("a-code-without-a-sentence"),
    }[kind]


@api.get("/many")
def many(page: Paging, _: AsCoordinator) -> dict[str, object]:
    after = page.after[0] if page.after else 0
    rows = [n for n in range(1, 8) if n > int(after)][: page.limit + 1]
    items, following = page.cut(rows, lambda n: (n,))
    return {"items": items, "next": following}
