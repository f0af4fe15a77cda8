"""Reservations over the API."""

from typing import Annotated

from fastapi import Depends
from pydantic import Field

from graph.model.claims import ClaimKind
from graph.model.lists.cancel_reasons import CANCEL_REASONS, CancelledBy
from graph.model.lists.non_arrival_reasons import NON_ARRIVAL_REASONS
from graph.repositories.claims import get_claim
from hub.api.idempotency import GivenKey
from hub.api.model import ApiModel, GivenInstant, Id, Note, OneOf, api_router
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

    at: GivenInstant | None = None
    person_ids: Annotated[list[Id], Field(max_length=30)] = []


BY_THE_HUB = [entry for entry in CANCEL_REASONS if entry.by is CancelledBy.HUB]


class NonArrivalIn(ApiModel):
    """`at`: when it was clear that nobody comes, now where left out. The place is free from the moment of recording."""

    reason: Annotated[str, OneOf(NON_ARRIVAL_REASONS)]
    at: GivenInstant | None = None
    note: Note = None


class CancelIn(ApiModel):
    """`at`: when it was decided, now where left out. The place is free from the moment of recording."""

    reason: Annotated[str, OneOf(CANCEL_REASONS, without=BY_THE_HUB)]
    at: GivenInstant | None = None
    note: Note = None


@router.get("/reservations/{id_}")
def reservation(hub: HubHere, subject: Reader, id_: str) -> ClaimOut:
    found = hub.graph.read(lambda tx: get_claim(tx, subject.scope, id_, ClaimKind.RESERVATION))
    return claim_out(found, hub.clock.now())


@router.post("/reservations/{id_}/arrival")
def post_arrival(hub: HubHere, subject: Door, id_: str, key: GivenKey, body: ArrivalIn | None = None) -> ClaimOut:
    """They have come: answers the placement."""
    said = body or ArrivalIn()
    made = arrive(hub, subject, id_, said.at, said.person_ids, key=key.of(subject.account_id))
    return claim_out(made, hub.clock.now())


@router.post("/reservations/{id_}/non_arrival")
def post_non_arrival(hub: HubHere, subject: Door, id_: str, body: NonArrivalIn, key: GivenKey) -> ClaimOut:
    """They did not come: the place is free again."""
    ended = did_not_come(hub, subject, id_, body.reason, body.note, at=body.at, key=key.of(subject.account_id))
    return claim_out(ended, hub.clock.now())


@router.post("/reservations/{id_}/cancel")
def post_cancel(hub: HubHere, subject: Canceller, id_: str, body: CancelIn, key: GivenKey) -> ClaimOut:
    """Somebody undoes it."""
    ended = cancel(hub, subject, id_, body.reason, body.note, at=body.at, key=key.of(subject.account_id))
    return claim_out(ended, hub.clock.now())
