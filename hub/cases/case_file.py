"""All that one case page is made from, read in one transaction; reading its people leaves an audit event."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from graph.model.case import Case, Need
from graph.model.claims import Claim
from graph.model.events import Event
from graph.model.ids import ServiceAtLocationId
from graph.model.referral import AWAITING, Referral
from graph.repositories.cases import get_case
from graph.repositories.claims import list_claims_of_case
from graph.repositories.events import list_events_of_case
from graph.repositories.needs import list_needs
from graph.repositories.organizations import find_organization
from graph.repositories.referrals import list_referrals_of_case
from graph.session import Reading, Writing
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.capacity.service import list_places
from hub.capacity.views import PlaceView
from hub.web.i18n import Language

PURPOSE = "case-page"


@dataclass(frozen=True, slots=True)
class CaseFile:
    """`places` and `bodies` (names) by id: of everything that the rest names, as this reader may know it."""

    case: Case
    needs: tuple[Need, ...]
    claims: tuple[Claim, ...]
    referrals: tuple[Referral, ...]
    events: tuple[Event, ...]
    places: Mapping[str, PlaceView]
    bodies: Mapping[str, str]
    now: datetime

    def place_name(self, service_at_location_id: str) -> str:
        place = self.places.get(service_at_location_id)
        return place.name if place else ""

    def claim(self, claim_id: str) -> Claim | None:
        return next((c for c in self.claims if c.id == claim_id), None)

    @property
    def callable_back(self) -> Referral | None:
        """The referral that its receiver cannot see yet."""
        return next((r for r in reversed(self.referrals) if can_be_called_back(r, self.now)), None)


def can_be_called_back(referral: Referral, now: datetime) -> bool:
    """Whether it waits for its answer and its receiver cannot see it yet."""
    return referral.status in AWAITING and now < referral.visible_at


def read_case_file(hub: Hub, subject: Subject, case_id: str, language: Language) -> CaseFile:
    """Raises NotThere to strangers."""
    now = hub.clock.now()

    def read(tx: Writing) -> CaseFile:
        case = get_case(tx, subject.scope, case_id, purpose=PURPOSE)
        events = tuple(list_events_of_case(tx, subject.scope, case_id))
        return CaseFile(
            case=case,
            needs=tuple(list_needs(tx, [case_id])),
            claims=tuple(list_claims_of_case(tx, case_id)),
            referrals=tuple(list_referrals_of_case(tx, case_id)),
            events=events,
            places={},
            bodies=_bodies(tx, events),
            now=now,
        )

    found = hub.graph.write(subject.actor(now), read)
    return replace(found, places=_places(hub, subject, found, language))


def _bodies(tx: Reading, events: tuple[Event, ...]) -> dict[str, str]:
    ids = {e.actor_organization_id for e in events if e.actor_organization_id}
    found = (find_organization(tx, i) for i in sorted(ids))
    return {o.id: o.name for o in found if o is not None}


def _places(hub: Hub, subject: Subject, found: CaseFile, language: Language) -> dict[str, PlaceView]:
    ids = {c.service_at_location_id for c in found.claims} | {r.service_at_location_id for r in found.referrals}
    ids |= {ServiceAtLocationId(str(e.data["service_at_location_id"])) for e in found.events if _names_place(e)}
    ids |= {place for need in found.needs for place in need.keep_away.service_at_location_ids}
    return {p.id: p for p in list_places(hub, subject, language, sorted(ids))} if ids else {}


def _names_place(event: Event) -> bool:
    return bool(event.data.get("service_at_location_id"))
