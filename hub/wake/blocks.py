"""Which live blocks of pages an event changes. Names only: what changed is read again by those who may."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum

from graph.model.events import Event
from graph.model.events import EventType as E
from graph.model.ids import OrganizationId


class Block(StrEnum):
    CASES = "cases"
    CLAIMS = "claims"
    REFERRALS = "referrals"
    CAPACITY = "capacity"
    TIMELINE = "timeline"
    ALERTS = "alerts"
    FILES = "files"


_CASE = frozenset({Block.CASES, Block.TIMELINE})
_CLAIM = frozenset({Block.CLAIMS, Block.CAPACITY, Block.TIMELINE, Block.CASES})
_REFERRAL = frozenset({Block.REFERRALS, Block.TIMELINE, Block.CASES, Block.ALERTS})
_CAPACITY = frozenset({Block.CAPACITY})
_DISCREPANCY = frozenset({Block.CAPACITY, Block.CLAIMS, Block.ALERTS})
_NOTHING: frozenset[Block] = frozenset()

CHANGED: Mapping[E, frozenset[Block]] = {
    E.CASE_OPENED: _CASE,
    E.CASE_CLOSED: _CASE,
    E.SHARING_BASIS_RECORDED: _CASE,
    E.NEED_RECORDED: _CASE,
    E.NEED_CLOSED: _CASE,
    E.NEED_RANKED: frozenset({Block.TIMELINE}),
    E.HOLD_PLACED: _CLAIM,
    E.HOLD_LOST: frozenset({Block.TIMELINE}),
    E.HOLD_EXTENDED: _CLAIM,
    E.HOLD_RELEASED: _CLAIM,
    E.HOLD_EXPIRED: _CLAIM | {Block.ALERTS},
    E.HOLD_CONVERTED: _CLAIM,
    E.REFERRAL_SENT: _REFERRAL,
    E.REFERRAL_DELIVERED: _REFERRAL,
    E.REFERRAL_DELIVERED: _REFERRAL,
    E.REFERRAL_RECEIVED: _REFERRAL,
    E.REFERRAL_ACCEPTED: _REFERRAL,
    E.REFERRAL_DECLINED: _REFERRAL,
    E.REFERRAL_WITHDRAWN: _REFERRAL,
    E.REFERRAL_EXPIRED: _REFERRAL,
    E.RESERVATION_MADE: _CLAIM,
    E.RESERVATION_CANCELLED: _CLAIM | {Block.ALERTS},
    E.NON_ARRIVAL_RECORDED: _CLAIM | {Block.ALERTS},
    E.ARRIVAL_RECORDED: _CLAIM | {Block.ALERTS},
    E.DEPARTURE_RECORDED: _CLAIM,
    E.PLACEMENT_EXTENDED: _CLAIM,
    E.PLACEMENT_TRANSFERRED: _CLAIM,
    E.CAPACITY_REPORTED: _CAPACITY,
    E.REPORT_KEPT_AS_HISTORY: _CAPACITY,
    E.REPORT_QUARANTINED: _CAPACITY,
    E.PLACES_CHANGED: _CAPACITY,
    E.TAKEN_OUT_OF_SERVICE: _CAPACITY,
    E.RETURNED_TO_SERVICE: _CAPACITY,
    E.DISCREPANCY_OPENED: _DISCREPANCY,
    E.DISCREPANCY_SETTLED: _DISCREPANCY,
    E.CERTIFICATION_CHANGED: _CAPACITY,
    E.PERSONS_READ: _NOTHING,
    E.FILE_TAKEN: frozenset({Block.FILES, Block.CAPACITY}),
    E.ACCOUNT_CREATED: _NOTHING,
    E.SIGNED_IN: _NOTHING,
}


def changed_by(events: Iterable[Event]) -> dict[OrganizationId, frozenset[Block]]:
    """The blocks to read again, per party of the events."""
    changed: defaultdict[OrganizationId, frozenset[Block]] = defaultdict(frozenset)
    for event in events:
        for party in event.parties:
            changed[party] |= CHANGED.get(event.type, _NOTHING)
    return {party: blocks for party, blocks in changed.items() if blocks}


def changed_for_everyone(events: Iterable[Event]) -> frozenset[Block]:
    """Capacity concerns everybody; whose it is, is not told."""
    touched = any(Block.CAPACITY in CHANGED.get(event.type, _NOTHING) for event in events)
    return _CAPACITY if touched else _NOTHING
