"""The nightly look at everything: do the invariants hold?"""

import structlog

from graph.repositories.checks import broken_invariants
from hub.bootstrap import Hub
from hub.checks import LastSweep, note_sweep
from hub.tasks.outcomes import Outcome
from hub.tasks.queues import TaskName
from hub.tasks.retrying import hub_task

MOST_LINES = 100

log = structlog.get_logger()


@hub_task(TaskName.CHECK_INVARIANTS, seconds=100)
def check_invariants(hub: Hub) -> Outcome:
    """Logs each breach as an error and notes time and count where the administrator's page reads them."""
    now = hub.clock.now()
    breaches = hub.graph.read(lambda tx: broken_invariants(tx, now=now))
    for breach in breaches[:MOST_LINES]:
        log.error("invariant_broken", breach=breach)
    note_sweep(hub.redis, LastSweep(at=now, breaches=len(breaches)))
    return Outcome.DONE
