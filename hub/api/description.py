"""The description of the API for programs (OpenAPI), for those who are signed in."""

from typing import Annotated, Any

from fastapi import Depends, Request

from hub.api.model import api_router
from hub.auth.dependencies import requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject

router = api_router("description")


@router.get("/openapi.json", include_in_schema=False)
def openapi(request: Request, _: Annotated[Subject, Depends(requires(Permission.USE_HUB))]) -> dict[str, Any]:
    return request.app.openapi()
