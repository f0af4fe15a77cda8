"""Capacity: read as it stands, reported by those who have it, by telephone by those who heard it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.model.capacity import LeftOut
from graph.model.errors import Invalid, NotThere
from graph.model.idempotency import IdempotencyKey
from graph.model.ids import CapacityUnitId, ClaimId, ObservationId, OutOfServiceId, ServiceAtLocationId, new_id
from graph.model.lists.out_of_service_reasons import OUT_OF_SERVICE_REASONS
from graph.model.period import OPEN_END, Period
from graph.repositories.capacity import list_units_now
from graph.repositories.directory import get_service, list_services
from graph.repositories.discrepancies import Discrepancy, get_discrepancy, settle_discrepancy
from graph.repositories.idempotency import once
from graph.repositories.outages import OutOfService, get_out_of_service, return_to_service, take_out_of_service
from graph.repositories.reports import Report, ReportAnswer, record_report
from graph.repositories.units import unit_ids_of
from graph.scope import EVERYTHING, VisibleOrganizations
from graph.session import Writing
from hub.api.idempotency import made_earlier
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.capacity.views import PlaceView, place_views
from hub.lists import require_code, require_note
from hub.web.i18n import Language

PAGE = "own_page"
PHONE = "phone"


@dataclass(frozen=True, slots=True)
class FigureSaid:
    """A figure as somebody stated it. `shown` None: it leaves out placements, as `leaves_out` may say otherwise."""

    free: int
    unit_id: str | None = None
    service_at_location_id: str | None = None
    as_of: datetime | None = None
    shown: Sequence[str] | None = None
    leaves_out: LeftOut | None = None
    speaker: str | None = None
    channel: str = PAGE


@dataclass(frozen=True, slots=True)
class OutageSaid:
    unit_id: str
    places: int
    reason: str
    note: str | None = None
    starts: datetime | None = None
    ends: datetime | None = None


def list_places(
    hub: Hub, subject: Subject, language: Language, ids: Sequence[ServiceAtLocationId] | None = None
) -> list[PlaceView]:
    """Services at locations with their units as they stand now, by id, hidden ones veiled for this reader."""
    now = hub.clock.now()
    services, units = hub.graph.read(lambda tx: (list_services(tx, ids), list_units_now(tx, now=now, service_ids=ids)))
    return place_views(services, units, clearance=subject.clearance(), language=language, now=now)


def get_place(hub: Hub, subject: Subject, language: Language, service_at_location_id: str) -> PlaceView:
    """Raises NotThere."""
    hub.graph.read(lambda tx: get_service(tx, service_at_location_id))
    return list_places(hub, subject, language, [ServiceAtLocationId(service_at_location_id)])[0]


def report_capacity(hub: Hub, subject: Subject, said: FigureSaid, *, key: IdempotencyKey | None = None) -> ReportAnswer:
    """Takes a figure from the provider, or from a coordinator who heard it and names the speaker.

    Raises Invalid `capacity-unit-required`, `free-over-places`, `speaker-required`; NotThere for a stranger's unit.
    """
    now = hub.clock.now()
    scope, channel = _allowed(subject, said)

    def write(tx: Writing) -> ReportAnswer:
        report = Report(
            id=ObservationId(new_id()),
            unit_id=said_unit(unit_ids_of(tx, said.service_at_location_id or ""), said),
            free=said.free,
            as_of=said.as_of or now,
            leaves_out=_leaves_out(said),
            left_out_claim_ids=tuple(ClaimId(c) for c in said.shown or ()),
            channel=channel,
            speaker=said.speaker,
        )
        return record_report(tx, scope, report, key=key)

    return hub.graph.write(subject.actor(now), write)


def said_unit(units: Sequence[CapacityUnitId], said: FigureSaid) -> CapacityUnitId:
    """The one unit that a figure names. A figure for several units at once would be a guess."""
    if said.unit_id and said.service_at_location_id:
        if said.unit_id not in units:
            raise Invalid("capacity_unit_id", "unit-of-another-place")
        return CapacityUnitId(said.unit_id)
    if said.unit_id:
        return CapacityUnitId(said.unit_id)
    if not said.service_at_location_id:
        raise Invalid("capacity_unit_id", "capacity-unit-required")
    if not units:
        raise NotThere("service_at_location")
    if len(units) > 1:
        raise Invalid("capacity_unit_id", "capacity-unit-required", {"units": len(units)})
    return units[0]


def report_out_of_service(
    hub: Hub, subject: Subject, out: OutageSaid, *, key: IdempotencyKey | None = None
) -> OutOfService:
    """Takes places of a unit out of service. Raises Invalid for an unknown reason or a period that ends before now."""
    now = hub.clock.now()
    earlier = made_earlier(hub, key)
    if earlier:
        return hub.graph.read(lambda tx: get_out_of_service(tx, subject.scope, earlier))
    require_code(OUT_OF_SERVICE_REASONS, out.reason, "reason")
    require_note(OUT_OF_SERVICE_REASONS, out.reason, out.note)
    starts, ends = out.starts or now, out.ends or OPEN_END
    if ends <= max(starts, now):
        raise Invalid("ends", "period-over")
    record = OutOfService(
        id=OutOfServiceId(new_id()),
        unit_id=CapacityUnitId(out.unit_id),
        places=out.places,
        period=Period(starts, ends),
        reason=out.reason,
        note=out.note,
    )
    return hub.graph.write(subject.actor(now), lambda tx: take_out_of_service(tx, subject.scope, record, key=key))


def return_outage(hub: Hub, subject: Subject, out_id: str, *, key: IdempotencyKey | None = None) -> OutOfService:
    """The places can be used again from now on. Raises NotThere to strangers."""

    def write(tx: Writing) -> OutOfService:
        return once(
            tx,
            key,
            out_id,
            do=lambda: return_to_service(tx, subject.scope, out_id),
            again=lambda: get_out_of_service(tx, subject.scope, out_id),
        )

    return hub.graph.write(subject.actor(hub.clock.now()), write)


def settle(hub: Hub, subject: Subject, discrepancy_id: str, *, key: IdempotencyKey | None = None) -> Discrepancy:
    """Settled by a person. Raises Conflict `still-in-excess` while the claims do not fit."""

    def write(tx: Writing) -> Discrepancy:
        return once(
            tx,
            key,
            discrepancy_id,
            do=lambda: settle_discrepancy(tx, subject.scope, discrepancy_id),
            again=lambda: get_discrepancy(tx, subject.scope, discrepancy_id),
        )

    return hub.graph.write(subject.actor(hub.clock.now()), write)


def _allowed(subject: Subject, said: FigureSaid) -> tuple[VisibleOrganizations, str]:
    """A provider speaks for its own units; whoever took a call speaks for any, and names who said it."""
    if subject.may(Permission.REPORT_CAPACITY):
        return subject.scope, said.channel
    if not said.speaker:
        raise Invalid("speaker", "speaker-required")
    return EVERYTHING, PHONE


def _leaves_out(said: FigureSaid) -> LeftOut:
    if said.shown is not None:
        return LeftOut.SHOWN
    return said.leaves_out or LeftOut.PLACEMENTS
