"""What each side of a referral may know of the people: ages, sex, needs and dates before acceptance, then more.

The asking side knows its own case. The receiving side gets names and the safe telephone on acceptance, in the query
that reads them, and loses them when the referral is withdrawn or has failed.
"""

from dataclasses import dataclass

from graph.model.case import Case, Need, Person
from graph.model.referral import Referral, ReferralStatus
from graph.repositories.cases import get_case
from graph.repositories.needs import get_need
from graph.scope import EVERYTHING
from graph.session import Writing
from hub.auth.subject import Subject
from hub.bootstrap import Hub

OPEN_TO_RECEIVER = frozenset({ReferralStatus.ACCEPTED, ReferralStatus.IN_PROGRESS})
SUPPORT_NEEDS = frozenset(
    {
        "no_documents",
        "prosecutor_order",
        "pet",
        "step_free",
        "medicines",
        "care_needed",
        "substance_support",
        "mental_health_support",
    }
)
"""Circumstances that a place must know of to say whether it can take somebody; the others open on acceptance."""


@dataclass(frozen=True, slots=True)
class SharedPerson:
    person: Person
    name: str | None


@dataclass(frozen=True, slots=True)
class SharedView:
    """`names_open`: whether names and the telephone are shown; until then only circumstances to provide for."""

    people: tuple[SharedPerson, ...]
    need: Need
    languages: tuple[str, ...]
    circumstances: frozenset[str]
    names_open: bool
    phone: str | None
    safe_ways: tuple[str, ...]
    safe_hours: str | None


def shared_view(hub: Hub, subject: Subject, referral: Referral) -> SharedView:
    """Reads the people of a referral that the reader has already been allowed to see; leaves an audit event."""
    now = hub.clock.now()

    def read(tx: Writing) -> SharedView:
        case = get_case(tx, EVERYTHING, referral.case_id, purpose="referral")
        return view_of(hub, subject, referral, case, get_need(tx, EVERYTHING, referral.need_id))

    return hub.graph.write(subject.actor(now), read)


def view_of(hub: Hub, subject: Subject, referral: Referral, case: Case, need: Need) -> SharedView:
    names_open = subject.scope.includes(referral.asker_id) or referral.status in OPEN_TO_RECEIVER
    return SharedView(
        people=tuple(
            SharedPerson(p, hub.vault.open(p.sealed_name) if names_open else None) for p in case.household.members
        ),
        need=need,
        languages=case.household.languages,
        circumstances=case.circumstances if names_open else case.circumstances & SUPPORT_NEEDS,
        names_open=names_open,
        phone=hub.vault.open(case.safe_contact.sealed_phone) if names_open else None,
        safe_ways=case.safe_contact.ways if names_open else (),
        safe_hours=case.safe_contact.hours if names_open else None,
    )
