"""How every feature shows a page: its frame with the bell counted, or one live block of it when asked by `?block=`."""

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse

from graph.model.errors import NotThere
from graph.repositories.alerts import count_unread_alerts
from hub.auth.frame import frame_for
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.web.page import FRAME_BLOCKS, render, render_block


def show(request: Request, template: str, *, status: int = 200, **context: object) -> HTMLResponse:
    """The page of `template` for whoever is signed in; with `?block=NAME` that block alone.

    Raises NotThere for a block that the page has not.
    """
    hub: Hub = request.app.state.hub
    subject: Subject | None = getattr(request.state, "subject", None)
    unread = hub.graph.read(lambda tx: count_unread_alerts(tx, subject.scope)) if subject else 0
    frame = frame_for(request, alerts=unread)
    block = request.query_params.get("block")
    if block and request.method == "GET":
        if block not in hub.templates.get_template(FRAME_BLOCKS.get(block, template)).blocks:
            raise NotThere("block")
        return HTMLResponse(render_block(hub.templates, template, block, frame, **context), status)
    return HTMLResponse(render(hub.templates, template, frame, **context), status)


def see(path: str) -> RedirectResponse:
    """After a form: see this page now, so that reloading sends nothing twice."""
    return RedirectResponse(path, 303)
