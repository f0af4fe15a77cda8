"""The stream of events for outside readers: an opaque mark, and a short stretch read again so that none is missed."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends, Query

from graph.model.errors import Invalid
from graph.repositories.events import EventMark, list_events_after, mark_of
from hub.api.model import ApiModel, api_router
from hub.api.paging import decode_cursor, encode_cursor
from hub.auth.dependencies import HubHere, requires
from hub.auth.permissions import Permission
from hub.auth.subject import Subject
from hub.cases.schemas import EventOut, event_out

router = api_router("events")


class EventsOut(ApiModel):
    """Ask again with `after`; some events come twice, and the reader drops them by their id."""

    items: list[EventOut]
    after: str


@router.get("/events")
def events(
    hub: HubHere,
    subject: Annotated[Subject, Depends(requires(Permission.READ_EVENTS))],
    after: Annotated[str | None, Query()] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 200,
) -> EventsOut:
    """What happened to the records of the organizations acted for, in the order of recording."""
    mark = _mark(after)
    found = hub.graph.read(lambda tx: list_events_after(tx, subject.scope, after=mark, limit=limit))
    last = max([mark_of(e) for e in found] + ([mark] if mark else []), default=EventMark(hub.clock.now()))
    encoded = encode_cursor(last.recorded_at.isoformat(), last.step, last.event_id)
    return EventsOut(items=[event_out(e) for e in found], after=encoded)


def _mark(after: str | None) -> EventMark | None:
    if not after:
        return None
    try:
        at, step, event_id = decode_cursor(after)
        return EventMark(datetime.fromisoformat(str(at)).astimezone(UTC), int(step), str(event_id))
    except (ValueError, OverflowError) as error:
        raise Invalid("after", "cursor-malformed") from error
