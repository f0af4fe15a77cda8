"""Services at locations as a reader may see them. What INV-9 hides is left out here, for the API and pages alike."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.model.capacity import free_over
from graph.model.ids import AreaId, ServiceAtLocationId
from graph.model.period import window_shown_as_free
from graph.model.service import CapacityUnit, ServiceAtLocation
from graph.repositories.capacity import UnitNow
from graph.scope import VisibleOrganizations
from hub.web.i18n import Language

PROTECTED_NAME = {Language.EL: "Προστατευόμενη δομή", Language.EN: "Protected place"}
PROTECTED_BODY = {Language.EL: "Προστατευόμενο δίκτυο", Language.EN: "Protected network"}


@dataclass(frozen=True, slots=True)
class UnitView:
    """One unit with what is free of it now (never below 0), and who said so, how and when."""

    unit: CapacityUnit
    now: UnitNow
    free: int

    @property
    def as_of(self) -> datetime | None:
        return self.now.as_of


@dataclass(frozen=True, slots=True)
class PlaceView:
    """One service at location for one reader. `organization_id`, `municipality_id`, `phone` are None where hidden."""

    service: ServiceAtLocation
    cleared: bool
    name: str
    organization_id: str | None
    organization_name: str
    phone: str | None
    municipality_id: AreaId | None
    units: tuple[UnitView, ...]

    @property
    def id(self) -> ServiceAtLocationId:
        return self.service.id

    @property
    def places(self) -> int:
        return sum(u.unit.places for u in self.units)

    @property
    def free(self) -> int:
        return sum(u.free for u in self.units)

    @property
    def as_of(self) -> datetime | None:
        """The age of the oldest figure behind the number: none where one unit has never said any."""
        said = [u.as_of for u in self.units]
        return None if not said or None in said else min(a for a in said if a is not None)


def is_cleared(service: ServiceAtLocation, clearance: VisibleOrganizations) -> bool:
    return not service.location.hidden or clearance.includes(service.organization_id)


def place_views(
    services: Iterable[ServiceAtLocation],
    units: Iterable[UnitNow],
    *,
    clearance: VisibleOrganizations,
    language: Language,
    now: datetime,
) -> list[PlaceView]:
    by_id: dict[str, UnitNow] = {unit.state.id: unit for unit in units}
    return [_view(s, by_id, clearance=clearance, language=language, now=now) for s in services]


def shown_name(service: ServiceAtLocation, cleared: bool, language: Language) -> str:
    return service.name if cleared else f"{PROTECTED_NAME[language]} {service.public_name or ''}".strip()


def _view(
    service: ServiceAtLocation,
    units: Mapping[str, UnitNow],
    *,
    clearance: VisibleOrganizations,
    language: Language,
    now: datetime,
) -> PlaceView:
    cleared = is_cleared(service, clearance)
    return PlaceView(
        service=service,
        cleared=cleared,
        name=shown_name(service, cleared, language),
        organization_id=service.organization_id if cleared else None,
        organization_name=service.organization_name if cleared else PROTECTED_BODY[language],
        phone=service.phone if cleared else None,
        municipality_id=service.location.municipality_id if cleared else None,
        units=_unit_views(service.units, units, now),
    )


def _unit_views(units: Sequence[CapacityUnit], now_by_id: Mapping[str, UnitNow], now: datetime) -> tuple[UnitView, ...]:
    return tuple(UnitView(u, now_by_id[u.id], shown_free(now_by_id[u.id], now)) for u in units if u.id in now_by_id)


def shown_free(unit: UnitNow, now: datetime) -> int:
    """What somebody new could have now: nothing of a unit that may take no claim."""
    state = unit.state
    if not state.certified or state.discrepancy_id is not None:
        return 0
    return max(0, free_over(state, window_shown_as_free(now, state.turns_at), now=now))
