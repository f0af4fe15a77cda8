"""A provider's own page: each unit with what stands on it, who waits for an answer, who comes and who is here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.model.case import Case
from graph.model.claims import Claim, ClaimKind
from graph.model.errors import NotThere
from graph.model.ids import ClaimId
from graph.model.referral import Referral
from graph.repositories.cases import get_cases
from graph.repositories.claims import list_live_claims_of_provider
from graph.repositories.referrals import list_referrals_to
from graph.repositories.reports import ReportAnswer
from graph.scope import EVERYTHING
from graph.session import Writing
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.capacity.service import FigureSaid, list_places, report_capacity
from hub.capacity.views import PlaceView, UnitView
from hub.web.i18n import Language

MOST_REFERRALS = 100


@dataclass(frozen=True, slots=True)
class SiteUnit:
    """A unit as its own staff see it. `claims` are those listed beside the figure, whose ids go back with it."""

    view: UnitView
    claims: tuple[Claim, ...]

    @property
    def shown(self) -> list[ClaimId]:
        return [c.id for c in self.claims]

    def places_of(self, kind: ClaimKind) -> int:
        lines = (line for c in self.claims if c.kind is kind for line in c.lines)
        return sum(line.places for line in lines if line.unit_id == self.view.unit.id)

    @property
    def coming(self) -> int:
        """Places promised to people who have not come yet."""
        return self.places_of(ClaimKind.HOLD) + self.places_of(ClaimKind.RESERVATION)


@dataclass(frozen=True, slots=True)
class Site:
    """Everything of one provider's page. `people` by case id, as far as the receiving side may know them."""

    places: tuple[PlaceView, ...]
    units: Mapping[str, SiteUnit]
    awaiting: tuple[Referral, ...]
    claims: tuple[Claim, ...]
    cases: Mapping[str, Case]
    now: datetime

    def of_kind(self, kind: ClaimKind) -> list[Claim]:
        return [c for c in self.claims if c.kind is kind]


def read_site(hub: Hub, subject: Subject, language: Language) -> Site:
    """The places, claims and referrals of the organizations acted for; reading their people leaves one audit event."""
    now = hub.clock.now()
    places = [p for p in list_places(hub, subject, language) if subject.scope.includes(p.service.organization_id)]

    def read(tx: Writing) -> tuple[list[Claim], list[Referral], list[Case]]:
        claims = [c for c in list_live_claims_of_provider(tx, subject.scope) if c.is_live(now)]
        sent = list_referrals_to(tx, subject.scope, awaiting_only=True, limit=MOST_REFERRALS)
        awaiting = [r for r in sent if r.visible_at <= now < r.answer_by]
        case_ids = sorted({c.case_id for c in claims} | {r.case_id for r in awaiting})
        return claims, awaiting, get_cases(tx, EVERYTHING, case_ids, purpose="site") if case_ids else []

    claims, awaiting, cases = hub.graph.write(subject.actor(now), read)
    return Site(
        places=tuple(places),
        units=_site_units(places, claims),
        awaiting=tuple(awaiting),
        claims=tuple(claims),
        cases={c.id: c for c in cases},
        now=now,
    )


def state_free(hub: Hub, subject: Subject, unit: SiteUnit, free: int, *, beyond_all: bool = True) -> ReportAnswer:
    """States a number. `beyond_all`: beyond everybody listed; otherwise it still holds the places of those coming."""
    shown = [c.id for c in unit.claims if beyond_all or c.kind is ClaimKind.PLACEMENT]
    return report_capacity(hub, subject, FigureSaid(free=free, unit_id=unit.view.unit.id, shown=shown))


def needs_asking(unit: SiteUnit, free: int) -> bool:
    """Whether a number could still hold places that the hub has promised: it rises while somebody is on the way."""
    return unit.coming > 0 and free > unit.view.free


def unit_of(site: Site, unit_id: str) -> SiteUnit:
    """Raises NotThere for a stranger's unit."""
    if unit_id not in site.units:
        raise NotThere("capacity_unit")
    return site.units[unit_id]


def _site_units(places: Sequence[PlaceView], claims: Sequence[Claim]) -> dict[str, SiteUnit]:
    by_unit: dict[str, list[Claim]] = {}
    for claim in claims:
        for line in claim.lines:
            by_unit.setdefault(line.unit_id, []).append(claim)
    return {u.unit.id: SiteUnit(u, tuple(by_unit.get(u.unit.id, ()))) for p in places for u in p.units}
