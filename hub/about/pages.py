"""What the hub says of itself: how it can be used by everybody, and what it keeps about people."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from hub import paths
from hub.auth.dependencies import page_requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.pages import show

router = APIRouter(include_in_schema=False)
Reader = Annotated[Subject, Depends(page_requires(Permission.USE_HUB))]


@router.get(paths.ACCESSIBILITY)
def accessibility(request: Request, _: Reader) -> Response:
    return show(request, "about/accessibility.html")


@router.get(paths.PRIVACY)
def privacy(request: Request, _: Reader) -> Response:
    return show(request, "about/privacy.html")
