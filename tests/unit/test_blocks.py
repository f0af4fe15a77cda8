"""Which blocks an event wakes, and for whom."""

from datetime import UTC, datetime

import pytest

from graph.model.events import Event, EventType
from graph.model.ids import AccountId, EventId, OrganizationId
from hub.wake.blocks import CHANGED, Block, changed_by, changed_for_everyone

ASKER, PROVIDER = OrganizationId("asker"), OrganizationId("provider")


def an_event(what: EventType, *parties: OrganizationId) -> Event:
    at = datetime(2026, 11, 24, tzinfo=UTC)
    return Event(EventId("e"), what, "subject", at, AccountId("a"), None, parties)


@pytest.mark.parametrize("what", list(EventType))
def test_every_event_says_which_blocks_it_changes(what: EventType) -> None:
    assert what in CHANGED


def test_the_parties_of_all_events_are_told_together() -> None:
    events = [an_event(EventType.HOLD_PLACED, ASKER, PROVIDER), an_event(EventType.CASE_OPENED, ASKER)]
    assert changed_by(events) == {
        ASKER: {Block.CLAIMS, Block.CAPACITY, Block.TIMELINE, Block.CASES},
        PROVIDER: {Block.CLAIMS, Block.CAPACITY, Block.TIMELINE, Block.CASES},
    }


def test_capacity_concerns_everyone_and_nothing_else_does() -> None:
    assert changed_for_everyone([an_event(EventType.HOLD_PLACED, ASKER)]) == {Block.CAPACITY}
    assert changed_for_everyone([an_event(EventType.CASE_OPENED, ASKER)]) == set()


def test_reading_wakes_nobody() -> None:
    assert changed_by([an_event(EventType.PERSONS_READ, ASKER)]) == {}
