"""Cases: the open ones of the body acted for, and one found by its number."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from graph.repositories.cases import find_case_id_by_number
from hub import paths
from hub.api.language import page_language_of
from hub.auth.dependencies import HubHere, page_requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.capacity.service import list_places
from hub.desk.service import read_desk
from hub.desk.views import desk_lines, places_named
from hub.pages import see, show

router = APIRouter(include_in_schema=False)
Reader = Annotated[Subject, Depends(page_requires(Permission.READ_CASE))]
GREEK_K = "Κ"


@router.get(paths.CASES)
def cases(request: Request, hub: HubHere, subject: Reader) -> Response:
    """Open cases, the newest first."""
    language = page_language_of(request)
    found = read_desk(hub, subject)
    ids = places_named(found)
    names = {p.id: p.name for p in list_places(hub, subject, language, ids)} if ids else {}
    return show(request, "cases/list.html", lines=desk_lines(list(found.rows), found, names, language))


@router.get(paths.SEARCH)
def search(
    request: Request,
    hub: HubHere,
    subject: Annotated[Subject, Depends(page_requires(Permission.USE_HUB))],
    q: Annotated[str, Query(max_length=80)] = "",
) -> Response:
    """A case by its number, in Greek or Latin letters, with or without the letter."""
    number = canonical_number(q)
    if subject.may(Permission.READ_CASE) and number:
        found = hub.graph.read(lambda tx: find_case_id_by_number(tx, subject.scope, number))
        if found:
            return see(paths.case_page(found))
    return show(request, "cases/not_found.html", q=q)


def canonical_number(text: str) -> str | None:
    """`κ-241830`, `K 241830` or `241830` as the case number is stored; None for what cannot be one."""
    digits = "".join(letter for letter in text if letter.isdecimal())
    letters = "".join(letter for letter in text if letter.isalpha()).upper().replace(GREEK_K, "K")
    return f"K-{digits}" if len(digits) == 6 and letters in ("", "K") else None
