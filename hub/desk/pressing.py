"""How much a row of the desk presses: the instant by which somebody has to do something about it."""

from datetime import datetime, timedelta

from graph.model.period import OPEN_END
from graph.model.referral import Referral
from hub.cases.attempts import Attempt
from hub.cases.next_step import Next

SOON = timedelta(minutes=15)
WAITING_SINCE = frozenset({Next.FIND, Next.NOTHING})
"""Steps that nothing runs out for: they have waited for the desk since an instant."""


def presses(at: datetime, now: datetime) -> bool:
    """Whether it cannot wait: the instant is past, or nearly there."""
    return at < now + SOON


def pressing_at(next_: Next, attempt: Attempt, refused: Referral | None, began_at: datetime) -> datetime:
    """The end of time for a row that waits for others; the beginning for one that has waited for the desk since."""
    match next_:
        case Next.FIND | Next.NOTHING:
            return (refused.decided_at or refused.answer_by) if refused else began_at
        case Next.REFER:
            return _or_never(attempt.hold and attempt.hold.expires_at)
        case Next.ANSWER:
            hold_ends = attempt.hold and attempt.hold.expires_at
            return min(_or_never(hold_ends), _or_never(attempt.referral and attempt.referral.answer_by))
        case Next.ARRIVAL:
            return _or_never(attempt.reservation and attempt.reservation.arrive_by)
        case Next.STAY:
            return _or_never(attempt.placement and attempt.placement.period.ends)
        case Next.CLOSE:
            return OPEN_END


def _or_never(at: datetime | None) -> datetime:
    return at or OPEN_END
