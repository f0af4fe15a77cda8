"""For whoever watches over the hub: is it up, is it ready, how much does it do. Public, and silent about people."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST

from hub import paths
from hub.auth.current_session import HubHere
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
def metrics(request: Request) -> Response:
    return Response(request.app.state.metrics.text(), media_type=CONTENT_TYPE_LATEST)
