"""Capacity over the API: what is there, what is free, and the figures that say so."""

from typing import Annotated

from fastapi import Depends, Query, Request

from graph.model.period import OPEN_END
from graph.repositories.directory import list_service_ids
from graph.repositories.discrepancies import Discrepancy, get_discrepancy, list_open_discrepancies
from graph.repositories.outages import OutOfService, get_out_of_service
from graph.repositories.reports import get_report_answer
from graph.scope import EVERYTHING
from hub.api.idempotency import GivenKey
from hub.api.language import language_of
from hub.api.model import api_router
from hub.api.paging import Page, Paging
from hub.auth.dependencies import HubHere, requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.capacity.schemas import (
    CapacityReportIn,
    CapacityReportOut,
    DiscrepancyOut,
    OutOfServiceIn,
    OutOfServiceOut,
    ServiceAtLocationOut,
    place_out,
    report_out,
)
from hub.capacity.service import (
    FigureSaid,
    OutageSaid,
    get_place,
    list_places,
    report_capacity,
    report_out_of_service,
    return_outage,
    settle,
)

router = api_router("capacity")
Reader = Annotated[Subject, Depends(requires(Permission.READ_CAPACITY))]
Taker = Annotated[Subject, Depends(requires(Permission.TAKE_OUT_OF_SERVICE))]
Settler = Annotated[Subject, Depends(requires(Permission.SETTLE_DISCREPANCY))]


@router.get("/service_at_locations")
def service_at_locations(
    request: Request,
    hub: HubHere,
    subject: Reader,
    paging: Paging,
    mine: Annotated[bool, Query(description="only those of the organizations acted for")] = False,
) -> Page[ServiceAtLocationOut]:
    """All services at locations, by id, with what is free of each unit now."""
    after = str(paging.after[0]) if paging.after else ""
    operators = subject.scope if mine else EVERYTHING
    ids = hub.graph.read(lambda tx: list_service_ids(tx, operators, limit=paging.limit + 1, after=after))
    shown, following = paging.cut(ids, lambda id_: (id_,))
    return Page(items=[place_out(p) for p in list_places(hub, subject, language_of(request), shown)], next=following)


@router.get("/service_at_locations/{id_}")
def service_at_location(request: Request, hub: HubHere, subject: Reader, id_: str) -> ServiceAtLocationOut:
    return place_out(get_place(hub, subject, language_of(request), id_))


@router.post("/capacity_reports", status_code=201)
def post_capacity_report(
    hub: HubHere,
    body: CapacityReportIn,
    key: GivenKey,
    subject: Annotated[Subject, Depends(requires(Permission.REPORT_CAPACITY))],
) -> CapacityReportOut:
    """States what is free of one unit. Older than the last figure: history; dated ahead: quarantine."""
    return report_out(report_capacity(hub, subject, _said(body), key=key.of(subject.account_id)))


@router.post("/capacity_reports/by_phone", status_code=201)
def post_capacity_report_by_phone(
    hub: HubHere,
    body: CapacityReportIn,
    key: GivenKey,
    subject: Annotated[Subject, Depends(requires(Permission.REPORT_CAPACITY_BY_PHONE))],
) -> CapacityReportOut:
    """The same for whoever heard the figure by telephone; `speaker` names who said it."""
    return report_out(report_capacity(hub, subject, _said(body), key=key.of(subject.account_id)))


def _said(body: CapacityReportIn) -> FigureSaid:
    return FigureSaid(
        free=body.free,
        unit_id=body.capacity_unit_id,
        service_at_location_id=body.service_at_location_id,
        as_of=body.as_of,
        shown=body.left_out_claim_ids,
        leaves_out=body.leaves_out,
        speaker=body.speaker,
        channel="feed",
    )


@router.get("/capacity_reports/{id_}")
def capacity_report(hub: HubHere, subject: Reader, id_: str) -> CapacityReportOut:
    scope = EVERYTHING if subject.may(Permission.REPORT_CAPACITY_BY_PHONE) else subject.scope
    return report_out(hub.graph.read(lambda tx: get_report_answer(tx, scope, id_)))


@router.post("/out_of_service", status_code=201)
def post_out_of_service(hub: HubHere, subject: Taker, body: OutOfServiceIn, key: GivenKey) -> OutOfServiceOut:
    """Takes places of a unit out of service. A fact: it is taken even where it uncovers claims."""
    said = OutageSaid(
        unit_id=body.capacity_unit_id,
        places=body.places,
        reason=body.reason,
        note=body.note,
        starts=body.starts,
        ends=body.ends,
    )
    return _out(report_out_of_service(hub, subject, said, key=key.of(subject.account_id)))


@router.get("/out_of_service/{id_}")
def out_of_service(hub: HubHere, subject: Taker, id_: str) -> OutOfServiceOut:
    return _out(hub.graph.read(lambda tx: get_out_of_service(tx, subject.scope, id_)))


@router.post("/out_of_service/{id_}/return")
def post_return_to_service(hub: HubHere, subject: Taker, id_: str, key: GivenKey) -> OutOfServiceOut:
    """The places can be used again from now on."""
    return _out(return_outage(hub, subject, id_, key=key.of(subject.account_id)))


@router.get("/discrepancies")
def discrepancies(hub: HubHere, subject: Settler) -> Page[DiscrepancyOut]:
    """Open ones of the organizations acted for."""
    found = hub.graph.read(lambda tx: list_open_discrepancies(tx, subject.scope))
    return Page(items=[_discrepancy(d) for d in found])


@router.get("/discrepancies/{id_}")
def discrepancy(hub: HubHere, subject: Settler, id_: str) -> DiscrepancyOut:
    return _discrepancy(hub.graph.read(lambda tx: get_discrepancy(tx, subject.scope, id_)))


@router.post("/discrepancies/{id_}/settle")
def post_settle(hub: HubHere, subject: Settler, id_: str, key: GivenKey) -> DiscrepancyOut:
    """Settled by a person, once the claims fit again."""
    return _discrepancy(settle(hub, subject, id_, key=key.of(subject.account_id)))


def _out(out: OutOfService) -> OutOfServiceOut:
    return OutOfServiceOut(
        id=out.id,
        capacity_unit_id=out.unit_id,
        places=out.places,
        starts=out.period.starts,
        ends=None if out.period.ends == OPEN_END else out.period.ends,
        reason=out.reason,
        returned_at=out.returned_at,
    )


def _discrepancy(d: Discrepancy) -> DiscrepancyOut:
    return DiscrepancyOut(
        id=d.id,
        capacity_unit_id=d.unit_id,
        excess=d.excess,
        cause=d.cause,
        opened_at=d.opened_at,
        settled_at=d.settled_at,
    )
