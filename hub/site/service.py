"""A provider's own page of one structure: each unit with what stands on it, who waits for an answer, who comes.

A figure is said beside the claims that the page lists with it: those that count until the end of tonight, the very
stretch that the figure is counted over, so that the same number said again stays the same. What is promised for a
later night is told apart, since nobody who counts free beds now counts it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.model.capacity import free_over
from graph.model.case import Case, Need
from graph.model.claims import Claim, ClaimKind
from graph.model.errors import NotThere
from graph.model.ids import OrganizationId, ServiceAtLocationId
from graph.model.organization import Organization
from graph.model.period import Period, end_of_tonight
from graph.model.referral import Referral
from graph.repositories.capacity import UnitNow
from graph.repositories.cases import get_cases
from graph.repositories.claims import list_live_claims_of_provider
from graph.repositories.discrepancies import Discrepancy, list_open_discrepancies
from graph.repositories.needs import list_needs
from graph.repositories.organizations import find_organization
from graph.repositories.referrals import list_referrals_to
from graph.scope import EVERYTHING, VisibleOrganizations
from graph.session import Writing
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.capacity.service import get_place
from hub.capacity.views import PlaceView, UnitView
from hub.web.i18n import Language

MOST_REFERRALS = 500
PURPOSE = "site"


@dataclass(frozen=True, slots=True)
class SiteUnit:
    """A unit as its own staff see it.

    `free` is what is there, also of a unit that takes nobody just now. `claims` are listed beside the figure, and their
    ids go back with it; `later` stand for nights after the next.
    """

    view: UnitView
    free: int
    claims: tuple[Claim, ...] = ()
    later: tuple[Claim, ...] = ()
    discrepancy: Discrepancy | None = None

    @property
    def id(self) -> str:
        return self.view.unit.id

    @property
    def places(self) -> int:
        return self.view.unit.places

    def places_of(self, *kinds: ClaimKind) -> int:
        lines = (line for c in self.claims if c.kind in kinds for line in c.lines)
        return sum(line.places for line in lines if line.unit_id == self.id)

    @property
    def coming(self) -> int:
        """Places promised to people who have not come yet."""
        return self.places_of(ClaimKind.HOLD, ClaimKind.RESERVATION)

    @property
    def living(self) -> int:
        """Places of the people whom the hub has placed and who are there."""
        return self.places_of(ClaimKind.PLACEMENT)

    def out_of_service(self, now: datetime) -> int:
        return sum(o.places for o in self.view.now.state.outages if o.period.contains(now))

    def most_free(self, now: datetime) -> int:
        """More cannot be free while those who are known to be there are there."""
        return max(0, self.places - self.out_of_service(now) - self.living)


@dataclass(frozen=True, slots=True)
class Site:
    """All of one structure's page. `cases` by case id, `needs` and `askers` by their own: as far as staff may know."""

    place: PlaceView
    units: tuple[SiteUnit, ...]
    awaiting: tuple[Referral, ...]
    claims: tuple[Claim, ...]
    cases: Mapping[str, Case]
    needs: Mapping[str, Need]
    askers: Mapping[str, Organization]
    now: datetime

    @property
    def coming(self) -> list[Claim]:
        """Reservations for tonight, and those that should have come before, the first due first."""
        tonight = end_of_tonight(self.now, self.place.service.terms.day_turns_at)
        due = [c for c in self.claims if c.kind is ClaimKind.RESERVATION and c.period.starts < tonight]
        return sorted(due, key=lambda c: (c.arrive_by or c.period.starts, c.id))

    def unit(self, unit_id: str) -> SiteUnit:
        """Raises NotThere for a stranger's unit, or one of another structure."""
        for unit in self.units:
            if unit.id == unit_id:
                return unit
        raise NotThere("capacity_unit")


def read_site(hub: Hub, subject: Subject, language: Language, place_id: str) -> Site:
    """One structure of the organizations acted for; reading its people leaves one audit event. Raises NotThere."""
    now = hub.clock.now()
    place = get_place(hub, subject, language, place_id)
    if not subject.scope.includes(place.service.organization_id):
        raise NotThere("service_at_location")
    return hub.graph.write(subject.actor(now), lambda tx: _read(tx, place, now))


def _read(tx: Writing, place: PlaceView, now: datetime) -> Site:
    own = VisibleOrganizations(frozenset({place.service.organization_id}))
    claims = [c for c in list_live_claims_of_provider(tx, own) if c.is_live(now) and _is_of(c, place.id)]
    sent = list_referrals_to(tx, own, awaiting_only=True, limit=MOST_REFERRALS)
    awaiting = [r for r in sent if _is_of(r, place.id) and r.visible_at <= now < r.answer_by]
    case_ids = sorted({c.case_id for c in claims} | {r.case_id for r in awaiting})
    cases = get_cases(tx, EVERYTHING, case_ids, purpose=PURPOSE) if case_ids else []
    return Site(
        place=place,
        units=site_units(place, claims, list_open_discrepancies(tx, own), now),
        awaiting=tuple(awaiting),
        claims=tuple(claims),
        cases={c.id: c for c in cases},
        needs={n.id: n for n in list_needs(tx, case_ids)} if case_ids else {},
        askers=organizations(tx, {r.asker_id for r in awaiting} | {c.asker_id for c in claims}),
        now=now,
    )


def organizations(tx: Writing, ids: Iterable[OrganizationId]) -> dict[str, Organization]:
    found = (find_organization(tx, i) for i in sorted(ids))
    return {o.id: o for o in found if o is not None}


def site_units(
    place: PlaceView, claims: Sequence[Claim], discrepancies: Sequence[Discrepancy], now: datetime
) -> tuple[SiteUnit, ...]:
    open_on = {d.unit_id: d for d in discrepancies}
    return tuple(_site_unit(u, claims, open_on.get(u.unit.id), now) for u in place.units)


def needs_asking(unit: SiteUnit, free: int) -> bool:
    """Whether a number could still hold places that the hub has promised: it rises while somebody is on the way."""
    return unit.coming > 0 and free > unit.free


def own_free(unit: UnitNow, now: datetime) -> int:
    """Free until the end of tonight, whether or not the unit may be claimed."""
    return max(0, free_over(unit.state, rest_of_tonight(unit, now), now=now))


def rest_of_tonight(unit: UnitNow, now: datetime) -> Period:
    return Period(now, end_of_tonight(now, unit.state.turns_at))


def _site_unit(view: UnitView, claims: Sequence[Claim], discrepancy: Discrepancy | None, now: datetime) -> SiteUnit:
    window = rest_of_tonight(view.now, now)
    on_it = [c for c in claims if any(line.unit_id == view.unit.id and line.places for line in c.lines)]
    counted = tuple(c for c in on_it if _counts_in(c, window))
    later = tuple(c for c in on_it if c not in counted)
    return SiteUnit(view, own_free(view.now, now), counted, later, discrepancy)


def _counts_in(claim: Claim, window: Period) -> bool:
    """People who have not left are there, also past the end of their stay."""
    return claim.kind is ClaimKind.PLACEMENT or claim.period.overlaps(window)


def _is_of(record: Claim | Referral, place_id: ServiceAtLocationId) -> bool:
    return record.service_at_location_id == place_id
