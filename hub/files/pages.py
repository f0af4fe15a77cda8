"""`/site/files`: a provider's file is sent, looked over, taken, and what was refused comes back as a file."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, File, Request, Response, UploadFile
from fastapi.responses import HTMLResponse

from connectors.kit.errors import RefusedInputError
from connectors.spreadsheet.correction import WrittenFile, correction_name, correction_of
from connectors.spreadsheet.model_file import model_file
from connectors.spreadsheet.table import FileKind
from graph.model.errors import Invalid, Refused
from graph.repositories.taken_files import list_taken_files
from hub import paths
from hub.api.language import page_language_of
from hub.auth.dependencies import HubHere, page_requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.files import uploads, views
from hub.files.service import CONFIG, LookedOver, Sender, look_over, read_upload, take
from hub.pages import see, show
from hub.web.i18n import Language, translate
from hub.web.i18n import msgid as _

router = APIRouter(include_in_schema=False)
Uploader = Annotated[Subject, Depends(page_requires(Permission.UPLOAD_FILE))]

SHOWN_IN_HISTORY = 30
MODEL_NAMES = {Language.EL: "θέσεις-υπόδειγμα", Language.EN: "places-model"}


@router.get(paths.FILES)
def show_files(request: Request, hub: HubHere, subject: Uploader) -> HTMLResponse:
    return _upload_page(request, hub, subject)


@router.post(paths.FILES)
def upload(
    request: Request, hub: HubHere, subject: Uploader, file: Annotated[UploadFile | None, File()] = None
) -> Response:
    """Looks the file over once, so that one that cannot be used is told here; then keeps it for the check page."""
    language = page_language_of(request)
    if file is None or not file.filename:
        return _upload_page(request, hub, subject, translate(language, _("Choose a file first.")))
    now = hub.clock.now()
    name = uploads.plain_name(file.filename)
    try:
        content = read_upload(file.file)
        looked = look_over(hub.graph, _sender(hub, subject), content, name, uploaded_at=now)
    except RefusedInputError as refused:
        return _upload_page(request, hub, subject, refused.in_language(language.value))
    kept = uploads.Upload(subject.account_id, name, content, now, again=looked.before is not None)
    return see(_check_path(uploads.keep(hub.redis, kept)))


@router.get(f"{paths.FILES}/model/{{kind}}")
def download_model(request: Request, _subject: Uploader, kind: FileKind) -> Response:
    """A file that would be recognised as it stands."""
    language = page_language_of(request)
    written = model_file(kind, language.value)
    return _download(written, f"{MODEL_NAMES[language]}{written.ending}")


@router.get(f"{paths.FILES}/{{key}}/check")
def show_check(request: Request, hub: HubHere, subject: Uploader, key: str) -> HTMLResponse:
    """What would be taken; once it has been, what was."""
    kept, looked = _looked_over(hub, subject, key)
    language = page_language_of(request)
    return show(
        request,
        "files/check.html",
        here=_check_path(key),
        correction=f"{paths.FILES}/{key}/correction",
        looked=looked,
        taken=len(looked.checked.taken),
        refused=len(looked.checked.refused),
        just_now=looked.before is not None and not kept.again,
        columns=views.columns(looked, language),
        first_rows=views.first_rows(looked),
        refused_rows=views.refused_rows(looked, language),
    )


@router.post(f"{paths.FILES}/{{key}}/check")
def take_file(request: Request, hub: HubHere, subject: Uploader, key: str) -> Response:
    kept, looked = _looked_over(hub, subject, key)
    try:
        take(hub.graph, _sender(hub, subject), looked, uploaded_at=kept.at)
    except Invalid:
        # A unit has fewer places than a moment ago: the check page, read anew, refuses that row and says why.
        return see(_check_path(key))
    return see(_check_path(key))


@router.get(f"{paths.FILES}/{{key}}/correction")
def download_correction(request: Request, hub: HubHere, subject: Uploader, key: str) -> Response:
    kept, looked = _looked_over(hub, subject, key)
    language = page_language_of(request)
    written = correction_of(looked.read, looked.checked.refused, language.value)
    return _download(written, correction_name(kept.name, written, language.value))


def _upload_page(request: Request, hub: Hub, subject: Subject, error: str | None = None) -> HTMLResponse:
    history = hub.graph.read(lambda tx: list_taken_files(tx, subject.scope, limit=SHOWN_IN_HISTORY))
    return show(
        request,
        "files/upload.html",
        status=422 if error else 200,
        errors={"file": error} if error else {},
        history=history,
        megabytes=CONFIG.limits.upload_bytes // (1024 * 1024),
    )


def _looked_over(hub: Hub, subject: Subject, key: str) -> tuple[uploads.Upload, LookedOver]:
    """The file as it stands now: structures may have changed since it was sent."""
    kept = uploads.find(hub.redis, key, subject.account_id)
    return kept, look_over(hub.graph, _sender(hub, subject), kept.content, kept.name, uploaded_at=kept.at)


def _sender(hub: Hub, subject: Subject) -> Sender:
    if subject.organization_id is None:
        raise Refused("not-permitted")
    return Sender(subject.organization_id, subject.scope, subject.actor(hub.clock.now()), subject.name)


def _download(written: WrittenFile, name: str) -> Response:
    disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return Response(written.content, media_type=written.media_type, headers={"Content-Disposition": disposition})


def _check_path(key: str) -> str:
    return f"{paths.FILES}/{key}/check"
