"""The receiving side of referrals: the list of those sent to one's structures, and the page on which one answers."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from fastapi import Form, Request
from fastapi.responses import HTMLResponse

from graph.model.case import Case
from graph.model.referral import AWAITING, Referral, ReferralStatus
from graph.repositories.cases import get_cases
from graph.repositories.directory import list_services
from graph.repositories.referrals import list_referrals_to
from graph.scope import EVERYTHING
from graph.session import Writing
from hub import paths
from hub.api.language import page_language_of
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.pages import show
from hub.referrals.reasons import decline_choices
from hub.referrals.receiver_views import contact_facts, facts, read_received, why
from hub.site.words import people_line
from hub.web.i18n import Language

MOST_READ = 500
MOST_SHOWN = 50
LIST_PURPOSE = "referrals"


class Answer(StrEnum):
    ACCEPT = "accept"
    DECLINE = "decline"


@dataclass(frozen=True, slots=True)
class AnswerForm:
    answer: Answer
    reason: str = ""
    note: str = ""


def answer_form(
    answer: Annotated[Answer, Form()],
    reason: Annotated[str, Form(max_length=100)] = "",
    note: Annotated[str, Form(max_length=500)] = "",
) -> AnswerForm:
    return AnswerForm(answer, reason, note)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralRow:
    referral: Referral
    status: ReferralStatus
    people: str
    number: str | None
    place: str


def receiver_page(
    request: Request,
    hub: Hub,
    subject: Subject,
    referral: Referral,
    *,
    typed: AnswerForm | None = None,
    errors: dict[str, str] | None = None,
    status: int = 200,
) -> HTMLResponse:
    """The page of a referral that the reader has been allowed to see, for the side that answers it."""
    language = page_language_of(request)
    received = read_received(hub, subject, referral, language)
    return show(
        request,
        "referrals/receiver.html",
        status=status,
        received=received,
        referral=referral,
        here=f"{paths.REFERRALS}/{referral.id}",
        line=received.line(language),
        people=received.people(language),
        facts=facts(received, hub, language),
        contact=contact_facts(received, language),
        why=why(referral, language),
        decline_reasons=decline_choices(language),
        typed=typed or AnswerForm(Answer.DECLINE),
        errors=errors or {},
    )


def received_list(request: Request, hub: Hub, subject: Subject) -> HTMLResponse:
    """Those that wait, the first due first, then the last answered. Reading their people leaves one audit event."""
    waiting, answered = _rows(hub, subject, page_language_of(request))
    return show(request, "referrals/received.html", waiting=waiting, answered=answered, here=paths.REFERRALS)


def _rows(hub: Hub, subject: Subject, language: Language) -> tuple[list[ReferralRow], list[ReferralRow]]:
    now = hub.clock.now()

    def read(tx: Writing) -> tuple[list[Referral], list[Case], dict[str, str]]:
        found = list_referrals_to(tx, subject.scope, awaiting_only=False, limit=MOST_READ)
        seen = [r for r in found if r.visible_at <= now]
        waiting = [r for r in seen if r.status_at(now) in AWAITING]
        answered = [r for r in reversed(seen) if r.status_at(now) not in AWAITING]
        shown = [*waiting[:MOST_SHOWN], *answered[:MOST_SHOWN]]
        case_ids = sorted({r.case_id for r in shown})
        cases = get_cases(tx, EVERYTHING, case_ids, purpose=LIST_PURPOSE) if case_ids else []
        services = list_services(tx, sorted({r.service_at_location_id for r in shown}))
        return shown, cases, {s.id: s.name for s in services}

    shown, cases, names = hub.graph.write(subject.actor(now), read)
    by_id = {c.id: c for c in cases}
    rows = [_row(r, r.status_at(now), by_id[r.case_id], names, language) for r in shown]
    return [r for r in rows if r.status in AWAITING], [r for r in rows if r.status not in AWAITING]


def _row(
    referral: Referral, status: ReferralStatus, case: Case, names: dict[str, str], language: Language
) -> ReferralRow:
    is_open = status in (ReferralStatus.ACCEPTED, ReferralStatus.IN_PROGRESS)
    return ReferralRow(
        referral=referral,
        status=status,
        people=people_line(case, language),
        number=case.number if is_open else None,
        place=names.get(referral.service_at_location_id, ""),
    )
