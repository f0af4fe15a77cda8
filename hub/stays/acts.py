"""What is done with a stay from its page, and which page comes next."""

from collections.abc import Callable
from dataclasses import dataclass

from graph.model.claims import Claim
from hub import paths
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.placements.service import DepartureSaid, leave, move, stay_longer
from hub.reservations.service import arrive, cancel, did_not_come
from hub.stays.forms import NO_UNIT, Act, StayForm, StayRefused
from hub.stays.service import Stay

MOVED_ROOM = "moved_room"


@dataclass(frozen=True, slots=True)
class Doing:
    hub: Hub
    subject: Subject
    stay: Stay
    form: StayForm


def do(doing: Doing) -> str:
    """Carries a form out and returns the address to see next. Raises StayRefused, and what the services raise."""
    return _ACTS[doing.form.act](doing)


def stay_path(claim: Claim) -> str:
    return f"{paths.STAYS}/{claim.id}"


def _arrive(doing: Doing) -> str:
    form = doing.form
    placement = arrive(doing.hub, doing.subject, doing.stay.claim.id, form.instant(), form.people())
    if form.back:
        return f"{paths.SITE}/{placement.service_at_location_id}?arrived={placement.id}"
    return stay_path(placement)


def _did_not_come(doing: Doing) -> str:
    form = doing.form
    reason = form.required_reason("no-show-reason")
    return _after(doing, did_not_come(doing.hub, doing.subject, doing.stay.claim.id, reason, form.note or None))


def _cancel(doing: Doing) -> str:
    form = doing.form
    reason = form.required_reason("cancel-reason")
    return _after(doing, cancel(doing.hub, doing.subject, doing.stay.claim.id, reason, form.note or None))


def _leave(doing: Doing) -> str:
    form = doing.form
    said = DepartureSaid(
        reason=form.required_reason("leave-reason"),
        at=form.instant(),
        moved_on_to=form.moved_on_to or None,
        note=form.note or None,
        person_ids=form.people(),
    )
    after = leave(doing.hub, doing.subject, doing.stay.claim.id, said)
    return stay_path(after)


def _extend(doing: Doing) -> str:
    form = doing.form
    until = form.last_day(doing.stay.place.service.terms)
    reason = form.required_reason("extend-reason")
    return stay_path(
        stay_longer(doing.hub, doing.subject, doing.stay.claim.id, until, reason=reason, note=form.note or None)
    )


def _move(doing: Doing) -> str:
    if not doing.form.to_unit:
        raise StayRefused("to_unit", NO_UNIT)
    return stay_path(move(doing.hub, doing.subject, doing.stay.claim.id, doing.form.to_unit, MOVED_ROOM))


def _after(doing: Doing, claim: Claim) -> str:
    return f"{paths.SITE}/{claim.service_at_location_id}" if doing.form.back else stay_path(claim)


_ACTS: dict[Act, Callable[[Doing], str]] = {
    Act.ARRIVE: _arrive,
    Act.DID_NOT_COME: _did_not_come,
    Act.CANCEL: _cancel,
    Act.LEAVE: _leave,
    Act.EXTEND: _extend,
    Act.MOVE: _move,
}
