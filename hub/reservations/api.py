"""Reservations over the API."""

from typing import Annotated

from fastapi import Depends
from pydantic import Field

from graph.model.claims import ClaimKind
from graph.repositories.claims import get_claim
from hub.api.model import ApiModel, Code, Id, Instant, api_router
from hub.auth.dependencies import HubHere, requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.claims_out import ClaimOut, claim_out
from hub.reservations.service import arrive, cancel, did_not_come

router = api_router("reservations")
Reader = Annotated[Subject, Depends(requires(Permission.READ_REFERRAL))]
Door = Annotated[Subject, Depends(requires(Permission.RECORD_ARRIVAL))]
Canceller = Annotated[Subject, Depends(requires(Permission.CANCEL_RESERVATION))]


class ArrivalIn(ApiModel):
    """Left out, `at` is now and `person_ids` all who are still expected."""

    at: Instant | None = None
    person_ids: Annotated[list[Id], Field(max_length=30)] = []


class EndIn(ApiModel):
    reason: Code
    at: Instant | None = None
    note: Annotated[str | None, Field(max_length=500)] = None


@router.get("/reservations/{id_}")
def reservation(hub: HubHere, subject: Reader, id_: str) -> ClaimOut:
    found = hub.graph.read(lambda tx: get_claim(tx, subject.scope, id_, ClaimKind.RESERVATION))
    return claim_out(found, hub.clock.now())


@router.post("/reservations/{id_}/arrival")
def post_arrival(hub: HubHere, subject: Door, id_: str, body: ArrivalIn | None = None) -> ClaimOut:
    """They have come: answers the placement."""
    said = body or ArrivalIn()
    return claim_out(arrive(hub, subject, id_, said.at, said.person_ids), hub.clock.now())


@router.post("/reservations/{id_}/non_arrival")
def post_non_arrival(hub: HubHere, subject: Door, id_: str, body: EndIn) -> ClaimOut:
    """They did not come: the place is free again."""
    return claim_out(did_not_come(hub, subject, id_, body.reason, body.note), hub.clock.now())


@router.post("/reservations/{id_}/cancel")
def post_cancel(hub: HubHere, subject: Canceller, id_: str, body: EndIn) -> ClaimOut:
    """Somebody undoes it."""
    return claim_out(cancel(hub, subject, id_, body.reason, body.note), hub.clock.now())
