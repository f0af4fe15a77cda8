"""Taking a place for a need with one press: the hold at once, and the referral that can be called back for a while."""

from dataclasses import dataclass
from hashlib import sha256

from graph.model.claims import Claim
from graph.model.errors import Conflict
from graph.model.idempotency import IdempotencyKey
from graph.model.referral import Referral
from graph.repositories.cases import sharing_basis_of
from graph.repositories.claims import list_claims_of_need
from graph.repositories.needs import get_need
from graph.session import Reading
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.holds.service import HoldAsked, hold
from hub.referrals.service import UNDO_ON_PAGES, ReferralAsked, send


@dataclass(frozen=True, slots=True)
class Taking:
    """`once` marks the form, so that a form sent twice has one effect.

    `reason`: why a place is held before everything about it is known, or `second` to another one.
    """

    need_id: str
    service_at_location_id: str
    once: str = ""
    reason: str | None = None
    second: bool = False


def hold_only(hub: Hub, subject: Subject, taking: Taking) -> Claim:
    """Raises NoPlacesLeft, Conflict `not-suitable`, `need-already-held`."""
    if taking.reason and not taking.second:
        hub.graph.read(lambda tx: _require_first(tx, subject, taking.need_id, hub))
    asked = HoldAsked(taking.need_id, taking.service_at_location_id, second_hold_reason=taking.reason)
    return hold(hub, subject, asked, key=_key(subject, taking, "hold"))


def hold_and_refer(hub: Hub, subject: Subject, taking: Taking) -> Referral:
    """As `hold_only`; raises Conflict `sharing-basis-missing` before anything is held."""
    hub.graph.read(lambda tx: _require_basis(tx, subject, taking.need_id))
    held = hold_only(hub, subject, taking)
    asked = ReferralAsked(hold_id=held.id, undo_seconds=UNDO_ON_PAGES)
    return send(hub, subject, asked, key=_key(subject, taking, "referral"))


def _require_basis(tx: Reading, subject: Subject, need_id: str) -> None:
    if sharing_basis_of(tx, get_need(tx, subject.scope, need_id).case_id) is None:
        raise Conflict("sharing-basis-missing")


def _require_first(tx: Reading, subject: Subject, need_id: str, hub: Hub) -> None:
    """The reason of a place that was asked first is no reason for a second hold."""
    get_need(tx, subject.scope, need_id)
    live = [c for c in list_claims_of_need(tx, need_id) if c.is_live(hub.clock.now())]
    if live:
        raise Conflict("need-already-held", {"claim_id": live[0].id, "kind": str(live[0].kind)})


def _key(subject: Subject, taking: Taking, step: str) -> IdempotencyKey | None:
    if not taking.once:
        return None
    about = f"{step} {taking.need_id} {taking.service_at_location_id}"
    return IdempotencyKey(subject.account_id, f"{taking.once}:{step}", sha256(about.encode()).hexdigest())
