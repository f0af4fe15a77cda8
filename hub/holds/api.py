"""Holds over the API."""

from typing import Annotated

from fastapi import Depends, Request
from pydantic import Field

from graph.model.claims import ClaimKind
from graph.model.errors import NoPlacesLeft
from graph.model.lists.extension_reasons import EXTENSION_REASONS
from graph.model.lists.override_reasons import OVERRIDE_REASONS
from graph.model.lists.release_reasons import RELEASE_REASONS
from graph.repositories.claims import get_claim
from hub.api.idempotency import GivenKey
from hub.api.language import language_of
from hub.api.model import ApiModel, Id, Note, OneOf, Whole, api_router
from hub.auth.dependencies import HubHere, requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.claims_out import ClaimOut, claim_out
from hub.errors import ProblemWith
from hub.holds.service import HoldAsked, extend, hold, release
from hub.matches.candidates import next_candidate

router = api_router("holds")
Holder = Annotated[Subject, Depends(requires(Permission.PLACE_HOLD))]


class HoldIn(ApiModel):
    """`minutes` within the limits of the place. A second live hold of one need takes `second_hold_reason`."""

    need_id: Id
    service_at_location_id: Id
    minutes: Annotated[Whole | None, Field(ge=1, le=24 * 60)] = None
    second_hold_reason: Annotated[str, OneOf(OVERRIDE_REASONS)] | None = None
    note: Note = None


class ReleaseIn(ApiModel):
    reason: Annotated[str, OneOf(RELEASE_REASONS, without=RELEASE_REASONS.flagged("by_machine"))]
    note: Note = None


class HoldExtensionIn(ApiModel):
    reason: Annotated[str, OneOf(EXTENSION_REASONS)]
    note: Note = None


@router.post("/holds", status_code=201)
def post_hold(request: Request, hub: HubHere, subject: Holder, body: HoldIn, key: GivenKey) -> ClaimOut:
    """Keeps a place for a need. Whoever comes too late is told so at once, with the next candidate."""
    asked = HoldAsked(body.need_id, body.service_at_location_id, body.minutes, body.second_hold_reason, body.note)
    try:
        made = hold(hub, subject, asked, key=key.of(subject.account_id))
    except NoPlacesLeft as error:
        following = next_candidate(
            hub, subject, body.need_id, language_of(request), besides=body.service_at_location_id
        )
        raise ProblemWith(error, next_candidate=following) from error
    return claim_out(made, hub.clock.now())


@router.get("/holds/{id_}")
def get_hold(
    hub: HubHere, subject: Annotated[Subject, Depends(requires(Permission.READ_REFERRAL))], id_: str
) -> ClaimOut:
    found = hub.graph.read(lambda tx: get_claim(tx, subject.scope, id_, ClaimKind.HOLD))
    return claim_out(found, hub.clock.now())


@router.post("/holds/{id_}/release")
def post_release(hub: HubHere, subject: Holder, id_: str, body: ReleaseIn, key: GivenKey) -> ClaimOut:
    """Gives the place back."""
    released = release(hub, subject, id_, body.reason, body.note, key=key.of(subject.account_id))
    return claim_out(released, hub.clock.now())


@router.post("/holds/{id_}/extend")
def post_extend(hub: HubHere, subject: Holder, id_: str, body: HoldExtensionIn, key: GivenKey) -> ClaimOut:
    """Moves its end once."""
    longer = extend(hub, subject, id_, body.reason, body.note, key=key.of(subject.account_id))
    return claim_out(longer, hub.clock.now())
