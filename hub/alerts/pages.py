"""The bell: what an organization was told. An alert leads to its thing, which says what became of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from graph.model.events import EventType
from graph.repositories.alerts import Alert, list_alerts, mark_alerts_read
from hub import paths
from hub.alerts.words import WORDS
from hub.api.language import page_language_of
from hub.auth.dependencies import HubHere, page_requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.pages import see, show
from hub.web.i18n import Language, translate

router = APIRouter(include_in_schema=False)
Reader = Annotated[Subject, Depends(page_requires(Permission.USE_HUB))]
MOST = 100


@dataclass(frozen=True, slots=True)
class AlertLine:
    raised_at: datetime
    text: str
    href: str | None
    unread: bool


@router.get(paths.ALERTS)
def alerts(request: Request, hub: HubHere, subject: Reader) -> Response:
    language = page_language_of(request)
    found = hub.graph.read(lambda tx: list_alerts(tx, subject.scope, limit=MOST))
    return show(request, "alerts/alerts.html", lines=[_line(a, language) for a in found])


@router.post(paths.ALERTS)
def mark_all_read(hub: HubHere, subject: Reader) -> Response:
    hub.graph.write(subject.actor(hub.clock.now()), lambda tx: mark_alerts_read(tx, subject.scope))
    return see(paths.ALERTS)


def _line(alert: Alert, language: Language) -> AlertLine:
    about_referral = alert.event_type.startswith("referral_")
    return AlertLine(
        raised_at=alert.raised_at,
        text=translate(language, WORDS[EventType(alert.event_type)]),
        href=paths.referral_page(alert.subject_id) if about_referral else None,
        unread=alert.read_at is None,
    )
