"""Placements over the API."""

from typing import Annotated

from fastapi import Depends
from pydantic import Field

from graph.model.claims import ClaimKind
from graph.model.lists.departure_reasons import DEPARTURE_REASONS
from graph.model.lists.extension_reasons import EXTENSION_REASONS
from graph.model.lists.moved_on_to import MOVED_ON_TO
from graph.repositories.claims import get_claim
from hub.api.idempotency import GivenKey
from hub.api.model import ApiModel, Code, GivenInstant, Id, Note, OneOf, api_router
from hub.auth.dependencies import HubHere, requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.claims_out import ClaimOut, claim_out
from hub.placements.service import DepartureSaid, leave, move, stay_longer

router = api_router("placements")
Reader = Annotated[Subject, Depends(requires(Permission.READ_REFERRAL))]
Keeper = Annotated[Subject, Depends(requires(Permission.RECORD_DEPARTURE))]


class DepartureIn(ApiModel):
    """Left out, `at` is now and `person_ids` all who are there."""

    reason: Annotated[str, OneOf(DEPARTURE_REASONS)]
    at: GivenInstant | None = None
    moved_on_to: Annotated[str, OneOf(MOVED_ON_TO)] | None = None
    note: Note = None
    person_ids: Annotated[list[Id], Field(max_length=30)] = []


class ExtensionIn(ApiModel):
    """`at` is the new end of the stay."""

    at: GivenInstant
    reason: Annotated[str, OneOf(EXTENSION_REASONS)]
    note: Note = None


class TransferIn(ApiModel):
    """`capacity_unit_id` is the unit to move to; `at`, now where left out, when they moved.

    Places are counted on the new unit from the moment of recording.
    """

    capacity_unit_id: Id
    reason: Code
    at: GivenInstant | None = None


@router.get("/placements/{id_}")
def placement(hub: HubHere, subject: Reader, id_: str) -> ClaimOut:
    found = hub.graph.read(lambda tx: get_claim(tx, subject.scope, id_, ClaimKind.PLACEMENT))
    return claim_out(found, hub.clock.now())


@router.post("/placements/{id_}/departure")
def post_departure(hub: HubHere, subject: Keeper, id_: str, body: DepartureIn, key: GivenKey) -> ClaimOut:
    """People leave; their places are free at once."""
    said = DepartureSaid(body.reason, body.at, body.moved_on_to, body.note, body.person_ids)
    return claim_out(leave(hub, subject, id_, said, key=key.of(subject.account_id)), hub.clock.now())


@router.post("/placements/{id_}/extend")
def post_extend(hub: HubHere, subject: Keeper, id_: str, body: ExtensionIn, key: GivenKey) -> ClaimOut:
    """Agrees a longer stay."""
    longer = stay_longer(hub, subject, id_, body.at, reason=body.reason, note=body.note, key=key.of(subject.account_id))
    return claim_out(longer, hub.clock.now())


@router.post("/placements/{id_}/transfer")
def post_transfer(hub: HubHere, subject: Keeper, id_: str, body: TransferIn, key: GivenKey) -> ClaimOut:
    """Moves the stay to another unit of the same place."""
    moved = move(hub, subject, id_, body.capacity_unit_id, body.reason, at=body.at, key=key.of(subject.account_id))
    return claim_out(moved, hub.clock.now())
