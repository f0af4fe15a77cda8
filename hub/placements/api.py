"""Placements over the API."""

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
from hub.placements.service import DepartureSaid, leave, move, stay_longer

router = api_router("placements")
Reader = Annotated[Subject, Depends(requires(Permission.READ_REFERRAL))]
Keeper = Annotated[Subject, Depends(requires(Permission.RECORD_DEPARTURE))]
Note = Annotated[str | None, Field(max_length=500)]


class DepartureIn(ApiModel):
    """Left out, `at` is now and `person_ids` all who are there."""

    reason: Code
    at: Instant | None = None
    moved_on_to: Code | None = None
    note: Note = None
    person_ids: Annotated[list[Id], Field(max_length=30)] = []


class ExtensionIn(ApiModel):
    """`at` is the new end of the stay."""

    at: Instant
    reason: Code
    note: Note = None


class TransferIn(ApiModel):
    """`capacity_unit_id` is the unit to move to."""

    capacity_unit_id: Id
    reason: Code
    at: Instant | None = None


@router.get("/placements/{id_}")
def placement(hub: HubHere, subject: Reader, id_: str) -> ClaimOut:
    found = hub.graph.read(lambda tx: get_claim(tx, subject.scope, id_, ClaimKind.PLACEMENT))
    return claim_out(found, hub.clock.now())


@router.post("/placements/{id_}/departure")
def post_departure(hub: HubHere, subject: Keeper, id_: str, body: DepartureIn) -> ClaimOut:
    """People leave; their places are free at once."""
    said = DepartureSaid(body.reason, body.at, body.moved_on_to, body.note, body.person_ids)
    return claim_out(leave(hub, subject, id_, said), hub.clock.now())


@router.post("/placements/{id_}/extend")
def post_extend(hub: HubHere, subject: Keeper, id_: str, body: ExtensionIn) -> ClaimOut:
    """Agrees a longer stay."""
    return claim_out(stay_longer(hub, subject, id_, body.at, body.reason, body.note), hub.clock.now())


@router.post("/placements/{id_}/transfer")
def post_transfer(hub: HubHere, subject: Keeper, id_: str, body: TransferIn) -> ClaimOut:
    """Moves the stay to another unit of the same place."""
    return claim_out(move(hub, subject, id_, body.capacity_unit_id, body.reason), hub.clock.now())
