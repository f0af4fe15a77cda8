"""Cases: the open ones of the body acted for, and one found by its number."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from graph.repositories.cases import find_case_id_by_number
from hub import paths
from hub.api.language import page_language_of
from hub.api.paging import Paging, encode_cursor
from hub.auth.dependencies import HubHere, page_requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.desk.pages import names_on
from hub.desk.service import Desk, read_desk
from hub.desk.views import desk_lines
from hub.pages import see, show
from hub.web.page import FRAME_BLOCKS

router = APIRouter(include_in_schema=False)
Reader = Annotated[Subject, Depends(page_requires(Permission.READ_CASE))]
Anybody = Annotated[Subject, Depends(page_requires(Permission.USE_HUB))]
TEMPLATE = "cases/list.html"
GREEK_K = "Κ"


@router.get(paths.CASES)
def cases(request: Request, hub: HubHere, subject: Reader, paging: Paging) -> Response:
    """Open cases, the newest first."""
    if request.query_params.get("block") in FRAME_BLOCKS:
        return show(request, TEMPLATE)
    language = page_language_of(request)
    found = read_desk(hub, subject, after=paging.after_instant)
    return show(
        request,
        TEMPLATE,
        lines=desk_lines(found.rows, names_on(hub, subject, found, language), language, found.now),
        first=paging.after is None,
        older=_older(found),
    )


def _older(found: Desk) -> str | None:
    if found.older is None:
        return None
    opened_at, case_id = found.older
    return f"{paths.CASES}?cursor={encode_cursor(opened_at.isoformat(), case_id)}"


@router.get(paths.SEARCH)
def search(request: Request, hub: HubHere, subject: Anybody, q: Annotated[str, Query(max_length=80)] = "") -> Response:
    """A case by its number, in Greek or Latin letters, with or without the letter."""
    number = canonical_number(q)
    if subject.may(Permission.READ_CASE) and number:
        found = hub.graph.read(lambda tx: find_case_id_by_number(tx, subject.scope, number))
        if found:
            return see(paths.case_page(found))
    return show(request, "cases/not_found.html", q=q.strip(), may_read=subject.may(Permission.READ_CASE))


def canonical_number(text: str) -> str | None:
    """`κ-241830`, `K 241830` or `241830` as the case number is stored; None for what cannot be one."""
    digits = "".join(letter for letter in text if letter in "0123456789")
    letters = "".join(letter for letter in text if letter.isalpha()).upper().replace(GREEK_K, "K")
    return f"K-{digits}" if len(digits) == 6 and letters in ("", "K") else None
