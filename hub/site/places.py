"""The structures that somebody acts for: which one is meant, found by name however it is typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.model.claims import Claim, ClaimKind
from graph.model.ids import ServiceAtLocationId
from graph.model.period import end_of_tonight
from graph.model.referral import Referral
from graph.repositories.claims import list_live_claims_of_provider
from graph.repositories.discrepancies import Discrepancy, list_open_discrepancies
from graph.repositories.own_services import list_service_ids_of
from graph.repositories.referrals import list_referrals_to
from graph.session import Reading
from hub.areas.folding import search_keys, typed_keys
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.capacity.service import list_places
from hub.capacity.views import PlaceView
from hub.site.service import MOST_REFERRALS, SiteUnit, site_units
from hub.web.i18n import Language

MANY = 5
"""With more structures than these one looks for one by name."""


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A structure of one's own with what asks for attention there."""

    place: PlaceView
    units: tuple[SiteUnit, ...]
    waiting: int
    coming: int

    @property
    def free(self) -> int:
        return sum(unit.free for unit in self.units)

    @property
    def oldest(self) -> datetime | None:
        """The age of the oldest figure behind the number; None where some unit has never said any."""
        return self.place.as_of

    @property
    def disputed(self) -> int:
        return sum(unit.discrepancy is not None for unit in self.units)

    def is_stale(self, now: datetime) -> bool:
        """Some figure is older than promised, or was never said."""
        promised = self.place.service.terms.promised_every_hours * 3600
        ages = [unit.view.as_of for unit in self.units]
        return any(a is None or (now - a).total_seconds() > promised for a in ages)


def own_places(hub: Hub, subject: Subject, language: Language) -> list[OwnPlace]:
    """By name. Holds nothing about people."""
    now = hub.clock.now()
    places = list_places(hub, subject, language, own_place_ids(hub, subject))
    standing = hub.graph.read(lambda tx: _standing(tx, subject, now))
    found = [_own_place(place, standing, now) for place in places]
    return sorted(found, key=lambda own: (own.place.name, own.place.id))


def own_place(hub: Hub, subject: Subject, language: Language, place_id: str) -> OwnPlace | None:
    """One of them; None where it is somebody else's."""
    if place_id not in own_place_ids(hub, subject):
        return None
    now = hub.clock.now()
    [place] = list_places(hub, subject, language, [ServiceAtLocationId(place_id)])
    return _own_place(place, hub.graph.read(lambda tx: _standing(tx, subject, now)), now)


def own_place_ids(hub: Hub, subject: Subject) -> list[ServiceAtLocationId]:
    return hub.graph.read(lambda tx: list_service_ids_of(tx, subject.scope))


def find_places(places: Sequence[OwnPlace], typed: str) -> list[OwnPlace]:
    """Those whose name or body holds what was typed; accents, Greeklish and the wrong keyboard do not matter."""
    readings = typed_keys(typed[:100])
    if not readings:
        return list(places)
    return [own for own in places if _is_found(own, readings)]


def by_urgency(places: Sequence[OwnPlace], now: datetime) -> list[OwnPlace]:
    """Where somebody waits first, then where something is disputed, then where a figure is older than promised."""
    return sorted(places, key=lambda own: (-own.waiting, -own.disputed, not own.is_stale(now)))


@dataclass(frozen=True, slots=True)
class _Standing:
    """What stands on and waits for all structures of one's own."""

    claims: Sequence[Claim]
    waiting: Sequence[Referral]
    disputes: Sequence[Discrepancy]


def _standing(tx: Reading, subject: Subject, now: datetime) -> _Standing:
    claims = [c for c in list_live_claims_of_provider(tx, subject.scope) if c.is_live(now)]
    sent = list_referrals_to(tx, subject.scope, awaiting_only=True, limit=MOST_REFERRALS)
    waiting = [r for r in sent if r.visible_at <= now < r.answer_by]
    return _Standing(claims, waiting, list_open_discrepancies(tx, subject.scope))


def _own_place(place: PlaceView, standing: _Standing, now: datetime) -> OwnPlace:
    own = [c for c in standing.claims if c.service_at_location_id == place.id]
    tonight = end_of_tonight(now, place.service.terms.day_turns_at)
    return OwnPlace(
        place=place,
        units=site_units(place, own, standing.disputes, now),
        waiting=sum(r.service_at_location_id == place.id for r in standing.waiting),
        coming=sum(c.kind is ClaimKind.RESERVATION and c.period.starts < tonight for c in own),
    )


def _is_found(own: OwnPlace, readings: Sequence[str]) -> bool:
    names = (own.place.name, own.place.service.organization_name)
    keys = [f" {key}" for name in names for key in search_keys(name)]
    return any(all(f" {word}" in key for word in reading.split()) for reading in readings for key in keys)
