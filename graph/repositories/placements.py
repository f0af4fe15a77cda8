"""Placements: the stay itself. People leave one by one; a stay is extended, or moved to another unit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from graph.model.capacity import Sharing, UnitState, free_over, places_to_claim
from graph.model.claims import Claim, ClaimKind, ClaimLine, ClaimStatus
from graph.model.errors import Conflict, Invalid, NoPlacesLeft
from graph.model.events import EventType
from graph.model.ids import CapacityUnitId, PersonId
from graph.model.period import Period, end_of_tonight
from graph.repositories.arrivals import settle_units, split_lines
from graph.repositories.cases import lock_case
from graph.repositories.claims import get_claim, move_line, store_claim
from graph.repositories.holds import can_take
from graph.repositories.people import lock_people
from graph.repositories.recording import happened
from graph.repositories.reservations import complete_when_all_have_left, reservation_of
from graph.repositories.stays import Stay, note_departures, stays_of_placement
from graph.repositories.units import lock_units
from graph.scope import EVERYTHING, VisibleOrganizations
from graph.session import Writing


@dataclass(frozen=True, slots=True)
class Departure:
    """Who left, when, why and where to; `person_ids` empty means all who were there."""

    at: datetime
    reason: str
    moved_on_to: str | None = None
    note: str | None = None
    person_ids: tuple[PersonId, ...] = ()


def record_departure(tx: Writing, scope: VisibleOrganizations, placement_id: str, departure: Departure) -> Claim:
    """People leave; their places are free at once. The same fact again succeeds; another one is a conflict."""
    placement, states = _locked(tx, scope, placement_id)
    stays = stays_of_placement(tx, placement.id)
    leaving = departure.person_ids or _those_meant(placement, stays, departure)
    if any(person in stays and stays[person].left_at is not None for person in leaving):
        _require_the_same(stays, leaving, departure)
        return placement
    placement.require(ClaimStatus.DEPARTED, tx.actor.at)
    _require_resident(stays, leaving, departure.at)
    note_departures(tx, placement.id, leaving, departure.at, departure.reason)
    staying = tuple(p for p in placement.person_ids if p not in leaving)
    if staying:
        after = _shrunk(placement, states, staying, len(leaving))
    else:
        others = [stay.left_at for stay in stays.values() if stay.left_at is not None]
        after = _departed(placement, departure, max([departure.at, *others]))
    store_claim(tx, after)
    if not staying:
        _note_when_freed(tx, after, states, departure.at)
        _give_back(tx, after, states)
        complete_when_all_have_left(tx, after)
    settle_units(tx, states, dated=departure.at, cause="departure")
    _note(tx, after, EventType.DEPARTURE_RECORDED, reason=departure.reason, people=len(leaving))
    return after


def extend_placement(
    tx: Writing, scope: VisibleOrganizations, placement_id: str, *, until: datetime, reason: str
) -> Claim:
    """Agrees a longer stay, also for those of the household who are still expected.

    Raises NoPlacesLeft where the added nights are promised to somebody else (INV-1).
    """
    placement, states = _locked(tx, scope, placement_id)
    if placement.period.ends == until and placement.extended:
        return placement
    placement.require(ClaimStatus.DEPARTED, tx.actor.at)
    if until <= max(placement.period.ends, tx.actor.at):
        raise Invalid("at", "extension-not-later")
    together = [placement, *_still_expected(tx, placement)]
    added = Period(max(placement.period.ends, tx.actor.at), until)
    for unit_id, state in states.items():
        places = sum(line.places for claim in together for line in claim.lines if line.unit_id == unit_id)
        if free_over(_without(state, together), added, now=tx.actor.at) < places:
            raise NoPlacesLeft
    for claim in together:
        store_claim(tx, replace(claim, period=Period(claim.period.starts, until), extended=True))
    longer = replace(placement, period=Period(placement.period.starts, until), extended=True)
    _note(tx, longer, EventType.PLACEMENT_EXTENDED, reason=reason, people=len(longer.person_ids))
    return longer


def transfer_placement(
    tx: Writing, scope: VisibleOrganizations, placement_id: str, *, to_unit: CapacityUnitId, reason: str
) -> Claim:
    """Moves a stay to another unit of the same service at location, inside one placement.

    Those of the household who are still expected are expected there: it stays together (INV-4).
    """
    placement, states = _locked(tx, scope, placement_id, also=[to_unit])
    placement.require(ClaimStatus.DEPARTED, tx.actor.at)
    target = states[to_unit]
    if target.service_at_location_id != placement.service_at_location_id:
        raise Invalid("capacity_unit_id", "unit-of-another-place")
    old, *others = [line.unit_id for line in placement.lines]
    if old == to_unit:
        return placement
    if others:
        raise Conflict("transfer-of-several-units")
    expected = _still_expected(tx, placement)
    awaited = sum(len(claim.person_ids) for claim in expected)
    people = len(placement.person_ids) + awaited
    rest = Period(tx.actor.at, max(placement.period.ends, end_of_tonight(tx.actor.at, target.turns_at)))
    if not can_take(target, places_to_claim(target, people), people, rest, tx.actor.at):
        raise NoPlacesLeft
    awaited_places = awaited if target.sharing is Sharing.BY_PLACE else 0
    for claim in expected:
        _move(tx, claim, old, ClaimLine(to_unit, awaited_places))
    moved = _move(tx, placement, old, ClaimLine(to_unit, places_to_claim(target, people) - awaited_places))
    _note(tx, moved, EventType.PLACEMENT_TRANSFERRED, reason=reason, people=people)
    return moved


def _move(tx: Writing, claim: Claim, old: CapacityUnitId, line: ClaimLine) -> Claim:
    move_line(tx, claim, old, line.unit_id)
    moved = replace(claim, lines=(line,))
    store_claim(tx, moved)
    return moved


def _locked(
    tx: Writing, scope: VisibleOrganizations, placement_id: str, also: Sequence[CapacityUnitId] = ()
) -> tuple[Claim, dict[CapacityUnitId, UnitState]]:
    seen = get_claim(tx, scope, placement_id, ClaimKind.PLACEMENT)
    lock_people(tx, seen.person_ids)
    lock_case(tx, EVERYTHING, seen.case_id)
    placement = get_claim(tx, scope, placement_id, ClaimKind.PLACEMENT)
    return placement, lock_units(tx, [*(line.unit_id for line in placement.lines), *also])


def _still_expected(tx: Writing, placement: Claim) -> list[Claim]:
    """The reservation of those of the household who have not come yet, if there are any."""
    reservation = reservation_of(tx, placement)
    return [reservation] if reservation and reservation.status is ClaimStatus.MADE else []


def _without(state: UnitState, claims: Sequence[Claim]) -> UnitState:
    ids = {claim.id for claim in claims}
    return replace(state, slices=tuple(s for s in state.slices if s.claim_id not in ids))


def _those_meant(placement: Claim, stays: Mapping[PersonId, Stay], departure: Departure) -> Sequence[PersonId]:
    """All who are still there; once nobody is, those who left at that instant, or else whoever was there."""
    if placement.status is not ClaimStatus.DEPARTED:
        return placement.person_ids
    return [p for p, stay in stays.items() if stay.left_at == departure.at] or list(stays)


def _require_the_same(stays: Mapping[PersonId, Stay], leaving: Sequence[PersonId], departure: Departure) -> None:
    recorded = {(stays[p].left_at, stays[p].reason) if p in stays else None for p in leaving}
    if recorded != {(departure.at, departure.reason)}:
        raise Conflict("departure-recorded-otherwise")


def _require_resident(stays: Mapping[PersonId, Stay], leaving: Sequence[PersonId], at: datetime) -> None:
    if any(person not in stays for person in leaving):
        raise Invalid("person_ids", "person-not-resident")
    if any(at < stays[person].arrived_at for person in leaving):
        raise Invalid("at", "departure-before-arrival")


def _departed(placement: Claim, departure: Departure, ended_at: datetime) -> Claim:
    return replace(
        placement,
        status=ClaimStatus.DEPARTED,
        ended_at=ended_at,
        reason=departure.reason,
        note=departure.note,
        moved_on_to=departure.moved_on_to,
    )


def _note_when_freed(
    tx: Writing, placement: Claim, states: Mapping[CapacityUnitId, UnitState], last_told: datetime
) -> None:
    """The places that were left are those of whom was told last, though others may have stayed longer; a room shared
    by household is free with the last of them."""
    whole = any(states[line.unit_id].sharing is Sharing.BY_HOUSEHOLD for line in placement.lines)
    tx.rows(
        "MATCH (c:Claim {id: $id}) SET c.freed_at = $at RETURN c.id AS id",
        id=placement.id,
        at=placement.ended_at if whole else last_told,
    )


def _give_back(tx: Writing, placement: Claim, states: Mapping[CapacityUnitId, UnitState]) -> None:
    """A room that is given whole stays claimed for those of the household who are still expected."""
    for claim in _still_expected(tx, placement):
        lines = [
            replace(line, places=states[line.unit_id].places)
            if states[line.unit_id].sharing is Sharing.BY_HOUSEHOLD
            else line
            for line in claim.lines
        ]
        store_claim(tx, replace(claim, lines=tuple(lines)))


def _shrunk(
    placement: Claim, states: dict[CapacityUnitId, UnitState], staying: tuple[PersonId, ...], leaving: int
) -> Claim:
    by_place = [line for line in placement.lines if states[line.unit_id].sharing is Sharing.BY_PLACE]
    shrunk = {line.unit_id: line for line in split_lines(by_place, states, leaving, all_leave=False)[0]}
    lines = tuple(shrunk.get(line.unit_id, line) for line in placement.lines)
    return replace(placement, lines=lines, person_ids=staying)


def _note(tx: Writing, placement: Claim, event: EventType, *, reason: str, people: int) -> None:
    happened(
        tx,
        event,
        placement.id,
        parties=[placement.asker_id, placement.provider_id],
        case_id=placement.case_id,
        data={"reason": reason, "people": people, "until": placement.period.ends.isoformat()},
        tell=[placement.asker_id],
    )
