"""Cases and needs: opened with the least that works, never without a household and a place."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from secrets import randbelow

from graph.model.case import Case, Danger, Household, KeepAway, Need, PaperState, SafeContact
from graph.model.errors import Conflict, Invalid
from graph.model.events import Event
from graph.model.idempotency import IdempotencyKey
from graph.model.ids import AreaId, CaseId, NeedId, ServiceAtLocationId, new_id
from graph.model.lists.callers import CALLERS
from graph.model.lists.circumstances import CIRCUMSTANCES
from graph.model.lists.documents import DOCUMENTS
from graph.model.lists.languages import LANGUAGES
from graph.model.lists.outcomes import OUTCOMES
from graph.model.lists.safe_contact import SAFE_CONTACT
from graph.model.lists.whereabouts import WHEREABOUTS
from graph.model.period import tonight
from graph.model.place import Point, Spot
from graph.repositories.cases import close_case, get_case, open_case, record_sharing_basis
from graph.repositories.events import list_events_of_case
from graph.repositories.idempotency import once
from graph.repositories.needs import get_need, list_needs, record_need
from graph.session import Writing
from hub.api.idempotency import made_earlier
from hub.areas.errors import UnknownArea
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.lists import require_code

SHELTER_ANY = "shelter"
FURTHEST_AHEAD = timedelta(days=730)
TRIES = 5


@dataclass(frozen=True, slots=True)
class Intake:
    """The first conversation, checked: codes only, and what identifies people sealed already."""

    household: Household
    danger: Danger = Danger.UNKNOWN
    caller: str | None = None
    whereabouts: str | None = None
    where_now: str | None = None
    circumstances: frozenset[str] = frozenset()
    papers: dict[str, PaperState] = field(default_factory=dict[str, PaperState])
    safe_contact: SafeContact = field(default_factory=SafeContact)
    sharing_basis: str | None = None
    sealed_note: str | None = None


@dataclass(frozen=True, slots=True)
class NeedSaid:
    """A need as it was stated; `near` an area or a point; `away_kilometres` counts around that."""

    kind: str
    urgency: str
    area_id: str | None
    point: Point | None
    starts_on: date | None
    nights: int
    away_area_ids: Sequence[str] = ()
    away_place_ids: Sequence[str] = ()
    away_kilometres: int | None = None


def open_intake(
    hub: Hub, subject: Subject, intake: Intake, *, needs: Sequence[NeedSaid] = (), key: IdempotencyKey | None = None
) -> str:
    """Opens a case with its needs, all of it or nothing, and returns its id.

    Raises Invalid, with the field, for unknown codes or areas and for dates out of range.
    """
    _check_codes(hub, intake)
    now = hub.clock.now()
    if subject.organization_id is None:
        raise Conflict("account-without-organization")
    for _ in range(TRIES):
        case = _case(intake, subject, now)
        wanted = [_need(hub, case.id, said, now) for said in needs]
        try:
            return hub.graph.write(
                subject.actor(now), lambda tx, case=case, wanted=wanted: _opened(tx, subject, case, wanted, key)
            )
        except Conflict as error:
            if error.code != "key-taken":
                raise
    raise Conflict("case-numbers-used-up")


def _opened(tx: Writing, subject: Subject, case: Case, needs: Sequence[Need], key: IdempotencyKey | None) -> str:
    opened = open_case(tx, case, key=key)
    for need in needs if opened == case.id else ():
        record_need(tx, subject.scope, need)
    return opened


def add_need(hub: Hub, subject: Subject, case_id: str, said: NeedSaid, *, key: IdempotencyKey | None = None) -> str:
    """Adds a need and returns its id. Raises Invalid for a place outside the country or a date in the past."""
    now = hub.clock.now()
    earlier = made_earlier(hub, key)
    if earlier:
        return hub.graph.read(lambda tx: get_need(tx, subject.scope, earlier)).id
    need = _need(hub, CaseId(case_id), said, now)
    return hub.graph.write(subject.actor(now), lambda tx: record_need(tx, subject.scope, need, key=key))


def _need(hub: Hub, case_id: CaseId, said: NeedSaid, now: datetime) -> Need:
    spot, areas = origin_of(hub, said)
    starts_on = checked_start(said.starts_on, now)
    return Need(
        id=NeedId(new_id()),
        case_id=case_id,
        kind=_kind(said.kind, starts_on, now),
        urgency=said.urgency,
        origin=spot,
        origin_areas=areas,
        starts_on=starts_on,
        nights=said.nights,
        recorded_at=now,
        keep_away=keep_away_of(hub, said, spot),
    )


def read_case(hub: Hub, subject: Subject, case_id: str, *, purpose: str) -> tuple[Case, list[Need]]:
    """The case with its people and needs; leaves an audit event."""
    return hub.graph.write(
        subject.actor(hub.clock.now()),
        lambda tx: (get_case(tx, subject.scope, case_id, purpose=purpose), list_needs(tx, [case_id])),
    )


def set_sharing_basis(
    hub: Hub, subject: Subject, case_id: str, basis: str, *, key: IdempotencyKey | None = None
) -> None:
    def write(tx: Writing) -> None:
        once(tx, key, case_id, do=lambda: record_sharing_basis(tx, subject.scope, case_id, basis), again=_nothing)

    hub.graph.write(subject.actor(hub.clock.now()), write)


def close(hub: Hub, subject: Subject, case_id: str, outcome: str, *, key: IdempotencyKey | None = None) -> None:
    """Closes a case with an outcome code. *Closed* and *helped* are two facts: the outcome says which."""
    require_code(OUTCOMES, outcome, "outcome")

    def write(tx: Writing) -> None:
        once(tx, key, case_id, do=lambda: close_case(tx, subject.scope, case_id, outcome), again=_nothing)

    hub.graph.write(subject.actor(hub.clock.now()), write)


def _nothing() -> None:
    """What a repeated request still has to do."""


def timeline(hub: Hub, subject: Subject, case_id: str) -> list[Event]:
    """The story of a case, oldest first. Raises NotThere to strangers."""

    def read(tx: Writing) -> list[Event]:
        get_case(tx, subject.scope, case_id, purpose="timeline")
        return list_events_of_case(tx, subject.scope, case_id)

    return hub.graph.write(subject.actor(hub.clock.now()), read)


def origin_of(hub: Hub, said: NeedSaid) -> tuple[Spot, tuple[AreaId, ...]]:
    """Where distance counts from, and the areas it lies in. Raises Invalid `near` outside the country."""
    if said.point is not None and said.area_id:
        raise Invalid("near", "place-said-twice")
    if said.point is not None:
        settlement = hub.gazetteer.locate(said.point)
        return Spot(said.point, settlement.spot.landmass), hub.gazetteer.chain(settlement.id)
    if not said.area_id:
        raise Invalid("near", "place-required")
    area = known_area(hub, said.area_id, "near.area_id")
    return hub.gazetteer.get(area).spot, hub.gazetteer.chain(area)


def known_area(hub: Hub, area_id: str, field_name: str) -> AreaId:
    """Raises Invalid `area-unknown`."""
    try:
        return hub.gazetteer.get(AreaId(area_id)).id
    except UnknownArea as error:
        raise Invalid(field_name, "area-unknown") from error


def checked_start(starts_on: date | None, now: datetime) -> date:
    """Tonight where nothing was said. Raises Invalid for a night that is over, or two years ahead."""
    earliest = tonight(now)
    if starts_on is None:
        return earliest
    if starts_on < earliest:
        raise Invalid("starts_on", "date-in-the-past", {"earliest": earliest.isoformat()})
    if starts_on > earliest + FURTHEST_AHEAD:
        raise Invalid("starts_on", "date-too-far", {"latest": (earliest + FURTHEST_AHEAD).isoformat()})
    return starts_on


def keep_away_of(hub: Hub, said: NeedSaid, origin: Spot) -> KeepAway:
    areas = frozenset(known_area(hub, a, "keep_away.area_ids") for a in said.away_area_ids)
    around = ((origin, said.away_kilometres * 1000),) if said.away_kilometres else ()
    return KeepAway(areas, frozenset(ServiceAtLocationId(p) for p in said.away_place_ids), around)


def _kind(kind: str, starts_on: date, now: datetime) -> str:
    if kind != SHELTER_ANY:
        return kind
    return "shelter_tonight" if starts_on <= tonight(now) + timedelta(days=1) else "shelter_from_date"


def _check_codes(hub: Hub, intake: Intake) -> None:
    for code in intake.circumstances:
        require_code(CIRCUMSTANCES, code, "circumstances")
    for code in intake.papers:
        require_code(DOCUMENTS, code, "papers")
    for code in intake.household.languages:
        require_code(LANGUAGES, code, "household.languages")
    for code in intake.safe_contact.ways:
        require_code(SAFE_CONTACT, code, "safe_contact.ways")
    if intake.caller:
        require_code(CALLERS, intake.caller, "caller")
    if intake.whereabouts:
        require_code(WHEREABOUTS, intake.whereabouts, "whereabouts")
    if intake.where_now:
        known_area(hub, intake.where_now, "where_now_area_id")


def _case(intake: Intake, subject: Subject, now: datetime) -> Case:
    assert subject.organization_id is not None
    return Case(
        id=CaseId(new_id()),
        number=f"K-{100_000 + randbelow(900_000)}",
        organization_id=subject.organization_id,
        opened_by=subject.account_id,
        opened_at=now,
        household=intake.household,
        danger=intake.danger,
        caller=intake.caller,
        whereabouts=intake.whereabouts,
        where_now=AreaId(intake.where_now) if intake.where_now else None,
        circumstances=intake.circumstances,
        papers=intake.papers,
        safe_contact=intake.safe_contact,
        sharing_basis=intake.sharing_basis,
        sharing_basis_at=now if intake.sharing_basis else None,
        sealed_note=intake.sealed_note,
    )
