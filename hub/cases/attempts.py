"""What was tried for a need, one place at a time: the hold, its referral, the reservation and the stay after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.model.claims import Claim, ClaimKind
from graph.model.ids import NeedId, ServiceAtLocationId
from graph.model.referral import AWAITING, Referral


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """At least one of the four is there."""

    hold: Claim | None = None
    referral: Referral | None = None
    reservation: Claim | None = None
    placement: Claim | None = None

    @property
    def place_id(self) -> ServiceAtLocationId:
        return next(
            part.service_at_location_id
            for part in (self.hold, self.referral, self.reservation, self.placement)
            if part is not None
        )

    @property
    def began_at(self) -> datetime:
        return min(at for at in (self.hold and self.hold.made_at, self.referral and self.referral.sent_at) if at)

    def is_live(self, now: datetime) -> bool:
        claims = (self.hold, self.reservation, self.placement)
        waits = self.referral is not None and self.referral.status_at(now) in AWAITING
        return waits or any(c is not None and c.is_live(now) for c in claims)


def attempts_of(need_id: NeedId, claims: Sequence[Claim], referrals: Sequence[Referral]) -> list[Attempt]:
    """In the order in which they began."""
    own = [c for c in claims if c.need_id == need_id]
    referred = [_referred(r, own) for r in referrals if r.need_id == need_id]
    taken = {a.hold.id for a in referred if a.hold}
    alone = [Attempt(hold=c) for c in own if c.kind is ClaimKind.HOLD and c.id not in taken]
    return sorted((*referred, *alone), key=lambda a: a.began_at)


def shown_attempts(attempts: Sequence[Attempt], now: datetime) -> list[Attempt]:
    """Those under way; where none is, the last one; none where nothing was tried."""
    live = [a for a in attempts if a.is_live(now)]
    return live or list(attempts[-1:])


def tried_places(attempts: Sequence[Attempt]) -> list[ServiceAtLocationId]:
    """Places that did not take them, or did not answer: none of them is the next one to ask."""
    return sorted({a.place_id for a in attempts if a.referral is not None})


def _referred(referral: Referral, claims: Sequence[Claim]) -> Attempt:
    placements = [c for c in claims if c.kind is ClaimKind.PLACEMENT and c.referral_id == referral.id]
    return Attempt(
        hold=next((c for c in claims if c.id == referral.hold_id), None),
        referral=referral,
        reservation=next((c for c in claims if c.id == referral.reservation_id), None),
        placement=placements[-1] if placements else None,
    )
