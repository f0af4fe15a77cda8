"""What the capacity calls take and give."""

from typing import Annotated

from pydantic import Field

from graph.model.capacity import LeftOut
from graph.model.lists.out_of_service_reasons import OUT_OF_SERVICE_REASONS
from graph.repositories.reports import ReportAnswer
from hub.api.model import ApiModel, GivenInstant, Id, Instant, Line, Note, OneOf, Whole
from hub.capacity.views import PlaceView, UnitView


class UnitOut(ApiModel):
    """`free` is never below 0; `as_of` is null where nobody has said a figure yet."""

    id: str
    name: str
    kind: str
    places: int
    free: int
    sharing: str
    as_of: Instant | None
    discrepancy: str | None


class OrganizationOut(ApiModel):
    id: str | None
    name: str


def _not_told(hidden: bool | None) -> bool:
    return hidden is None


class ServiceAtLocationOut(ApiModel):
    """`hidden` is there for the cleared only."""

    id: str
    name: str
    kind: str
    organization: OrganizationOut
    regional_unit_id: str
    municipality_id: str | None
    phone: str | None
    places: int
    free: int
    as_of: Instant | None
    capacity_units: list[UnitOut]
    hidden: Annotated[bool | None, Field(exclude_if=_not_told)] = None


class CapacityReportIn(ApiModel):
    """One figure. `capacity_unit_id`, or `service_at_location_id` where that has one unit.

    `left_out_claim_ids`: the claims that the number leaves out. Left away, it leaves out placements only.
    """

    capacity_unit_id: Id | None = None
    service_at_location_id: Id | None = None
    free: Annotated[Whole, Field(ge=0, le=100_000)]
    as_of: GivenInstant | None = None
    left_out_claim_ids: Annotated[list[Id] | None, Field(max_length=1000)] = None
    leaves_out: LeftOut | None = None
    speaker: Annotated[Line | None, Field(max_length=80)] = None


class CapacityReportOut(ApiModel):
    """`taken` false: kept as history (`older`) or in quarantine (`future`), as `why_not` says."""

    id: str
    taken: bool
    discrepancy: str | None
    why_not: str | None = None


class OutOfServiceIn(ApiModel):
    """`places` of a unit that cannot be used from `starts` (now) until `ends` (open where null)."""

    capacity_unit_id: Id
    places: Annotated[Whole, Field(ge=1, le=100_000)]
    reason: Annotated[str, OneOf(OUT_OF_SERVICE_REASONS)]
    note: Note = None
    starts: GivenInstant | None = None
    ends: GivenInstant | None = None


class OutOfServiceOut(ApiModel):
    id: str
    capacity_unit_id: str
    places: int
    starts: Instant
    ends: Instant | None
    reason: str
    returned_at: Instant | None


class DiscrepancyOut(ApiModel):
    id: str
    capacity_unit_id: str
    excess: int
    cause: str
    opened_at: Instant
    settled_at: Instant | None


def place_out(view: PlaceView) -> ServiceAtLocationOut:
    clear_of_hidden = view.service.location.hidden and view.cleared
    return ServiceAtLocationOut(
        id=view.id,
        name=view.name,
        kind=view.service.kind,
        organization=OrganizationOut(id=view.organization_id, name=view.organization_name),
        regional_unit_id=view.service.location.regional_unit_id,
        municipality_id=view.municipality_id,
        phone=view.phone,
        places=view.places,
        free=view.free,
        as_of=view.as_of,
        capacity_units=[_unit_out(unit) for unit in view.units],
        hidden=True if clear_of_hidden else None,
    )


def _unit_out(view: UnitView) -> UnitOut:
    return UnitOut(
        id=view.unit.id,
        name=view.unit.name,
        kind=str(view.unit.kind),
        places=view.unit.places,
        free=view.free,
        sharing=str(view.unit.sharing),
        as_of=view.as_of,
        discrepancy=view.now.state.discrepancy_id,
    )


def report_out(answer: ReportAnswer) -> CapacityReportOut:
    return CapacityReportOut(
        id=answer.id, taken=answer.taken, discrepancy=answer.discrepancy_id, why_not=answer.why_not
    )
