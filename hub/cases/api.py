"""Cases and needs over the API."""

from typing import Annotated

from fastapi import Depends

from graph.model.case import Case, Household, Need, Person, SafeContact
from graph.model.errors import Invalid
from graph.model.ids import PersonId, new_id
from graph.model.place import Point
from graph.repositories.cases import get_cases, list_case_ids
from graph.repositories.needs import get_need, list_needs
from graph.session import Writing
from hub.api.idempotency import GivenKey
from hub.api.model import api_router
from hub.api.paging import Page, Paging, encode_cursor
from hub.auth.dependencies import HubHere, requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.cases.schemas import (
    CaseIn,
    CaseMade,
    CaseOut,
    CloseIn,
    EventOut,
    Made,
    MemberIn,
    MemberOut,
    NeedIn,
    NeedOut,
    SharingBasisIn,
    event_out,
)
from hub.cases.service import Intake, NeedSaid, add_need, close, open_intake, read_case, set_sharing_basis, timeline
from hub.people.vault import Vault

router = api_router("cases")
Opener = Annotated[Subject, Depends(requires(Permission.OPEN_CASE))]
Reader = Annotated[Subject, Depends(requires(Permission.READ_CASE))]
Recorder = Annotated[Subject, Depends(requires(Permission.RECORD_NEED))]


@router.post("/cases", status_code=201)
def post_case(hub: HubHere, subject: Opener, body: CaseIn, key: GivenKey) -> CaseMade:
    """Opens a case for a household."""
    case_id = open_intake(hub, subject, _intake(hub.vault, body), key=key.of(subject.account_id))
    case, _ = read_case(hub, subject, case_id, purpose="opened")
    return CaseMade(id=case.id, number=case.number)


@router.get("/cases")
def cases(hub: HubHere, subject: Reader, paging: Paging) -> Page[CaseOut]:
    """Open cases of the organizations acted for, the newest first."""

    def read(tx: Writing) -> Page[CaseOut]:
        ids = list_case_ids(tx, subject.scope, limit=paging.limit + 1, after=paging.after_instant)
        found = get_cases(tx, subject.scope, ids[: paging.limit], purpose="case-list") if ids else []
        needs = list_needs(tx, [c.id for c in found])
        items = [case_out(hub.vault, c, [n for n in needs if n.case_id == c.id]) for c in found]
        more = len(ids) > paging.limit
        return Page(items=items, next=encode_cursor(found[-1].opened_at.isoformat(), found[-1].id) if more else None)

    return hub.graph.write(subject.actor(hub.clock.now()), read)


@router.get("/cases/{id_}")
def case(hub: HubHere, subject: Reader, id_: str) -> CaseOut:
    found, needs = read_case(hub, subject, id_, purpose="case")
    return case_out(hub.vault, found, needs)


@router.post("/cases/{id_}/sharing_basis")
def post_sharing_basis(hub: HubHere, subject: Opener, id_: str, body: SharingBasisIn, key: GivenKey) -> CaseOut:
    """Records on what basis facts may be shared; without one no referral leaves."""
    set_sharing_basis(hub, subject, id_, body.basis, key=key.of(subject.account_id))
    found, needs = read_case(hub, subject, id_, purpose="case")
    return case_out(hub.vault, found, needs)


@router.post("/cases/{id_}/close")
def post_close(hub: HubHere, subject: Opener, id_: str, body: CloseIn, key: GivenKey) -> CaseOut:
    close(hub, subject, id_, body.outcome, key=key.of(subject.account_id))
    found, needs = read_case(hub, subject, id_, purpose="case")
    return case_out(hub.vault, found, needs)


@router.get("/cases/{id_}/timeline")
def case_timeline(hub: HubHere, subject: Reader, id_: str) -> Page[EventOut]:
    """What happened with a case, oldest first."""
    return Page(items=[event_out(e) for e in timeline(hub, subject, id_)])


@router.post("/cases/{id_}/needs", status_code=201)
def post_need(hub: HubHere, subject: Recorder, id_: str, body: NeedIn, key: GivenKey) -> Made:
    """Records one thing that the household of a case needs."""
    return Made(id=add_need(hub, subject, id_, _said(body), key=key.of(subject.account_id)))


@router.get("/needs/{id_}")
def need(hub: HubHere, subject: Reader, id_: str) -> NeedOut:
    return need_out(hub.graph.read(lambda tx: get_need(tx, subject.scope, id_)))


def case_out(vault: Vault, found: Case, needs: list[Need]) -> CaseOut:
    return CaseOut(
        id=found.id,
        number=found.number,
        opened_at=found.opened_at,
        members=[_member_out(vault, m) for m in found.household.members],
        sharing_basis=found.sharing_basis,
        danger=found.danger,
        circumstances=sorted(found.circumstances),
        needs=[need_out(n) for n in needs],
        closed_at=found.closed_at,
        outcome=found.outcome,
    )


def need_out(found: Need) -> NeedOut:
    return NeedOut(
        id=found.id,
        case_id=found.case_id,
        kind=found.kind,
        urgency=found.urgency,
        starts_on=found.starts_on,
        nights=found.nights,
        status=str(found.status),
    )


def _intake(vault: Vault, body: CaseIn) -> Intake:
    return Intake(
        household=Household(
            members=tuple(_person(vault, m) for m in body.household.members),
            languages=tuple(body.household.languages),
            together=body.household.together,
        ),
        danger=body.danger,
        caller=body.caller,
        whereabouts=body.whereabouts,
        where_now=body.where_now_area_id,
        circumstances=frozenset(body.circumstances),
        papers=dict(body.papers),
        safe_contact=SafeContact(
            ways=tuple(body.safe_contact.ways),
            hours=body.safe_contact.hours,
            sealed_phone=vault.seal(body.safe_contact.phone),
        ),
        sharing_basis=body.sharing_basis,
        sealed_note=vault.seal(body.note),
    )


def _person(vault: Vault, member: MemberIn) -> Person:
    return Person(
        id=PersonId(new_id()),
        sex=member.sex,
        age=member.age,
        age_is_approximate=member.age_is_approximate,
        age_months=member.age_months,
        pregnant=member.pregnant,
        wheelchair=member.wheelchair,
        sealed_name=vault.seal(member.name),
    )


def _member_out(vault: Vault, person: Person) -> MemberOut:
    return MemberOut(
        id=person.id,
        sex=person.sex,
        age=person.age,
        pregnant=person.pregnant,
        wheelchair=person.wheelchair,
        name=vault.open(person.sealed_name),
    )


def _said(body: NeedIn) -> NeedSaid:
    near = body.near
    if (near.latitude is None) != (near.longitude is None):
        raise Invalid("near.latitude" if near.latitude is None else "near.longitude", "place-required")
    point = Point(near.latitude, near.longitude) if near.latitude is not None and near.longitude is not None else None
    return NeedSaid(
        kind=body.kind,
        urgency=body.urgency,
        area_id=near.area_id,
        point=point,
        starts_on=body.starts_on,
        nights=body.nights,
        away_area_ids=body.keep_away.area_ids,
        away_place_ids=body.keep_away.service_at_location_ids,
        away_kilometres=body.keep_away.kilometres,
    )
