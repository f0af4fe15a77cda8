"""For whoever watches over the hub: is it up and ready, which everybody may ask, and how much it does, which is silent
about people and still told to administrators only.
"""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST

from hub import paths
from hub.auth.dependencies import HubHere, requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.errors import RETRY_SECONDS
from hub.health.checks import READY, parts

router = APIRouter(include_in_schema=False)


@router.get(paths.HEALTHZ)
def healthz() -> dict[str, str]:
    """The process is up; nothing else is asked."""
    return {"status": "up"}


@router.get(paths.READYZ)
def readyz(hub: HubHere) -> JSONResponse:
    """503 names the part that is missing."""
    found = parts(hub)
    ready = all(state == READY for state in found.values())
    headers = {} if ready else {"Retry-After": str(RETRY_SECONDS)}
    return JSONResponse({"ready": ready, "parts": found}, 200 if ready else 503, headers)


@router.get(paths.METRICS)
def metrics(request: Request, _: Annotated[Subject, Depends(requires(Permission.ADMINISTER))]) -> Response:
    """With a token of an administrator, which Prometheus takes from a file (`authorization: credentials_file`)."""
    return Response(request.app.state.metrics.text(), media_type=CONTENT_TYPE_LATEST)
