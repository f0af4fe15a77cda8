"""The frame around every page: who reads it, where they may go, what their forms carry."""

from fastapi import Request

from graph.model.account import Role
from hub import paths
from hub.api.language import page_language_of
from hub.auth.csrf import form_token
from hub.auth.sessions import Session
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.version import VERSION
from hub.web.i18n import Language, translate
from hub.web.i18n import msgid as _
from hub.web.page import NavigationItem, PageFrame

_PLACES = (_("Places"), paths.CAPACITY)
_PROVIDER = (
    (_("My site"), paths.SITE),
    (_("Referrals"), paths.REFERRALS),
    (_("Residents"), paths.STAYS),
    (_("Files"), paths.FILES),
)
NAVIGATION: dict[Role, tuple[tuple[str, str], ...]] = {
    Role.INTAKE_COORDINATOR: (
        (_("Desk"), paths.DESK),
        (_("Cases"), paths.CASES),
        _PLACES,
    ),
    Role.PROVIDER_STAFF: _PROVIDER,
    Role.PROVIDER_MANAGER: ((_("My organization"), paths.ORGANIZATION), *_PROVIDER),
}


def frame_for(request: Request, *, alerts: int = 0, form_secret: str | None = None) -> PageFrame:
    """The frame of the page that `request` asks for.

    Subject and session are those that `page_requires` found. `form_secret`: for forms of people not signed in.
    """
    hub: Hub = request.app.state.hub
    subject: Subject | None = getattr(request.state, "subject", None)
    session: Session | None = getattr(request.state, "session", None)
    secret = form_secret or (session.form_secret if session else None)
    language = page_language_of(request)
    return PageFrame(
        language=language,
        now=hub.clock.now(),
        path=_path_with_query(request),
        csrf_token=form_token(secret) if secret else "",
        version=VERSION,
        demo=hub.settings.demo,
        account_name=subject.name if subject else None,
        body_name=subject.organization_name if subject else None,
        navigation=navigation_of(subject, request.url.path, language) if subject else (),
        alerts=alerts,
    )


def navigation_of(subject: Subject, path: str, language: Language) -> tuple[NavigationItem, ...]:
    """The words under the header; the longest address that the page lies under is the current one."""
    items = NAVIGATION.get(subject.role, (_PLACES,))
    under = [href for _label, href in items if path == href or path.startswith(f"{href}/")]
    current = max(under, key=len, default=None)
    return tuple(NavigationItem(translate(language, label), href, href == current) for label, href in items)


def _path_with_query(request: Request) -> str:
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")
