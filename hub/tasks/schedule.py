"""What beat puts on the queues, and when. A sweep that has waited for its own interval is dropped: the next is there.

The order within a round does not matter for what is true (a lapsed hold counts nowhere, INV-2), only for how soon it
is tidied, so each entry says what it comes before.
"""

from typing import Any

from celery.schedules import crontab

from hub.settings import Settings
from hub.tasks.queues import TaskName

SWEEP_OUTBOX_SECONDS = 5
EXPIRY_SECONDS = 15
DEMONSTRATION_SECONDS = 60

Table = dict[str, dict[str, Any]]


def _every(seconds: int, name: TaskName) -> dict[str, Any]:
    return {"task": str(name), "schedule": float(seconds), "options": {"expires": seconds}}


SCHEDULE: Table = {
    # A referral that lapsed ends together with its hold, whichever of these two finds it first.
    # Every 15 s: the page has counted the hold down to nought, and its event should be there when the reader looks.
    "expire holds": _every(EXPIRY_SECONDS, TaskName.SWEEP_HOLDS),
    # Every 15 s: the asker must look for another place, and every minute of a night counts.
    "expire referrals": _every(EXPIRY_SECONDS, TaskName.SWEEP_REFERRALS),
    # After the two above, whose news it carries. Every 5 s: only for rows whose own kick was lost.
    "sweep outbox": _every(SWEEP_OUTBOX_SECONDS, TaskName.SWEEP_OUTBOX),
    # In the quietest hour, when yesterday's stays have long ended: 03:30 in Athens, 04:30 in summer. Said in UTC,
    # as on two nights a year the Athens hour from three to four is missing or comes twice.
    "check invariants": {"task": str(TaskName.CHECK_INVARIANTS), "schedule": crontab(hour="1", minute="30")},
}

# After all the others: it only gives them something to do. Every minute: the day's own pace.
DEMONSTRATION: Table = {"live a minute": _every(DEMONSTRATION_SECONDS, TaskName.LIVE_ONE_STEP)}


def schedule_for(settings: Settings) -> Table:
    """The demonstration lives only where it is set, and not while its day stands still for tests."""
    living = settings.demo and not settings.demo_clock_standing
    return SCHEDULE | DEMONSTRATION if living else SCHEDULE
