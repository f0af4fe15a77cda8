"""Which tasks there are and on which queue each goes: two closed lists, so that slow work never holds up quick work."""

from collections.abc import Mapping
from enum import StrEnum


class Queue(StrEnum):
    DEADLINES = "deadlines"
    """What ends by time: places that somebody else waits for come free here, so nothing slow goes before it."""
    OUTBOX = "outbox"
    """News for the receivers of events: one short task a row, in order per receiver."""
    SWEEPS = "sweeps"
    """Looking for what fell between two stools: finds the work and hands it to the queues above."""
    DEMONSTRATION = "demonstration"
    """The simulated day of the demonstration: never in the way of anything that is real."""


class TaskName(StrEnum):
    SWEEP_HOLDS = "holds.sweep"
    EXPIRE_HOLD = "holds.expire"
    SWEEP_REFERRALS = "referrals.sweep"
    EXPIRE_REFERRAL = "referrals.expire"
    SWEEP_OUTBOX = "outbox.sweep"
    DELIVER_ROW = "outbox.deliver"
    CHECK_INVARIANTS = "sweeps.check_invariants"
    LIVE_ONE_STEP = "demonstration.live_one_step"


QUEUE_OF: Mapping[TaskName, Queue] = {
    TaskName.SWEEP_HOLDS: Queue.SWEEPS,
    TaskName.EXPIRE_HOLD: Queue.DEADLINES,
    TaskName.SWEEP_REFERRALS: Queue.SWEEPS,
    TaskName.EXPIRE_REFERRAL: Queue.DEADLINES,
    TaskName.SWEEP_OUTBOX: Queue.SWEEPS,
    TaskName.DELIVER_ROW: Queue.OUTBOX,
    TaskName.CHECK_INVARIANTS: Queue.SWEEPS,
    TaskName.LIVE_ONE_STEP: Queue.DEMONSTRATION,
}
