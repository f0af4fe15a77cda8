"""The page that tells of an error in both languages, the reader's first, with the numbers of those who help."""

from fastapi import Request

from graph.model.lists.helplines import HELPLINES
from hub.auth.frame import frame_for
from hub.bootstrap import Hub
from hub.problems import Tell
from hub.web.i18n import Language
from hub.web.page import render

TEMPLATE = "error.html"


def error_page(request: Request, tell: Tell) -> str:
    hub: Hub = request.app.state.hub
    frame = frame_for(request)
    languages = sorted(Language, key=lambda language: language != frame.language)
    return render(
        hub.templates,
        TEMPLATE,
        frame,
        told=[(language, tell(language)) for language in languages],
        helplines=[line for line in HELPLINES if line.confirmed],
    )
