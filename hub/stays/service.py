"""People who come, who are here and who leave soon: reservations and placements as the receiving side reads them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from graph.model.case import Case
from graph.model.claims import Claim, ClaimKind
from graph.model.errors import NotThere
from graph.repositories.cases import get_case, get_cases
from graph.repositories.claims import find_claim, list_live_claims_of_provider
from graph.scope import EVERYTHING
from graph.session import Writing
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.capacity.service import get_place, list_places
from hub.capacity.views import PlaceView
from hub.web.i18n import Language

SOON = timedelta(days=14)
SOON_FOR_SHORT_STAYS = timedelta(days=1)
MOST_SHOWN = 100
LIST_PURPOSE = "stays"
PAGE_PURPOSE = "stay"


class Tab(StrEnum):
    COMING = "coming"
    HERE = "here"
    LEAVING = "leaving"


@dataclass(frozen=True, slots=True)
class Stays:
    """The claims of one tab, the first due first, with how many there are in each; `places` and `cases` by id."""

    tab: Tab
    claims: Sequence[Claim]
    counts: dict[Tab, int]
    cases: dict[str, Case]
    places: dict[str, PlaceView]
    now: datetime


@dataclass(frozen=True, slots=True)
class Stay:
    """One reservation or placement. `names` by person id, empty where they are no longer this side's to know."""

    claim: Claim
    case: Case
    place: PlaceView
    names: dict[str, str]
    now: datetime

    @property
    def is_live(self) -> bool:
        return self.claim.is_live(self.now)

    @property
    def is_coming(self) -> bool:
        return self.claim.kind is ClaimKind.RESERVATION


def read_stays(hub: Hub, subject: Subject, language: Language, tab: Tab, place_id: str | None) -> Stays:
    """Of all structures acted for, or of one. Reading the people of those shown leaves one audit event."""
    now = hub.clock.now()

    def read(tx: Writing) -> tuple[dict[Tab, list[Claim]], list[Case]]:
        found = _by_tab(list_live_claims_of_provider(tx, subject.scope), now, place_id)
        case_ids = sorted({c.case_id for c in found[tab][:MOST_SHOWN]})
        return found, get_cases(tx, EVERYTHING, case_ids, purpose=LIST_PURPOSE) if case_ids else []

    found, cases = hub.graph.write(subject.actor(now), read)
    shown = found[tab][:MOST_SHOWN]
    places = list_places(hub, subject, language, sorted({c.service_at_location_id for c in shown}))
    return Stays(
        tab=tab,
        claims=shown,
        counts={each: len(claims) for each, claims in found.items()},
        cases={c.id: c for c in cases},
        places={p.id: p for p in places},
        now=now,
    )


def read_stay(hub: Hub, subject: Subject, language: Language, claim_id: str) -> Stay:
    """Raises NotThere to strangers, for a hold, and for what is not there."""
    now = hub.clock.now()

    def read(tx: Writing) -> tuple[Claim, Case]:
        claim = find_claim(tx, claim_id)
        if claim is None or claim.kind is ClaimKind.HOLD or not subject.scope.includes(claim.provider_id):
            raise NotThere("stay")
        return claim, get_case(tx, EVERYTHING, claim.case_id, purpose=PAGE_PURPOSE)

    claim, case = hub.graph.write(subject.actor(now), read)
    place = get_place(hub, subject, language, claim.service_at_location_id)
    return Stay(claim, case, place, _names(hub, claim, case, now), now)


def is_leaving_soon(claim: Claim, now: datetime) -> bool:
    """Two weeks ahead, so that there is time to look for a home; a stay of two weeks has a day."""
    is_short = claim.period.ends - claim.period.starts <= SOON
    return claim.kind is ClaimKind.PLACEMENT and claim.period.ends <= now + (SOON_FOR_SHORT_STAYS if is_short else SOON)


def _names(hub: Hub, claim: Claim, case: Case, now: datetime) -> dict[str, str]:
    """Open while the claim stands, closed as soon as it is over (the same rule as for the referral)."""
    if not claim.is_live(now):
        return {}
    opened = {p.id: hub.vault.open(p.sealed_name) for p in case.household.members}
    return {person: name for person, name in opened.items() if name}


def _by_tab(claims: Sequence[Claim], now: datetime, place_id: str | None) -> dict[Tab, list[Claim]]:
    live = [c for c in claims if c.is_live(now) and place_id in (None, c.service_at_location_id)]
    coming = [c for c in live if c.kind is ClaimKind.RESERVATION]
    here = [c for c in live if c.kind is ClaimKind.PLACEMENT]
    return {
        Tab.COMING: sorted(coming, key=lambda c: (c.arrive_by or c.period.starts, c.id)),
        Tab.HERE: sorted(here, key=lambda c: (c.period.ends, c.id)),
        Tab.LEAVING: sorted((c for c in here if is_leaving_soon(c, now)), key=lambda c: (c.period.ends, c.id)),
    }
