"""Holds whose time is over: tidied, so that their story says so. They count nowhere from the very instant (INV-2)."""

from graph.model.claims import ClaimKind, ClaimStatus
from graph.repositories.claims import find_claim
from graph.repositories.holds import expire_hold, list_lapsed_hold_ids
from graph.repositories.referral_decisions import expire_referral
from graph.scope import the_hub_itself
from graph.session import Writing
from hub.bootstrap import Hub
from hub.tasks.outcomes import Outcome
from hub.tasks.queues import TaskName
from hub.tasks.retrying import hub_task
from hub.tasks.sending import send_each

MOST_AT_ONCE = 500


@hub_task(TaskName.SWEEP_HOLDS, seconds=15, retries=0)
def sweep_holds(hub: Hub) -> Outcome:
    """Finds holds whose time is over and has each expired."""
    actor = the_hub_itself(hub.clock.now())
    lapsed = hub.graph.write(actor, lambda tx: list_lapsed_hold_ids(tx, MOST_AT_ONCE))
    return send_each(hub.settings.redis_url, TaskName.EXPIRE_HOLD, lapsed)


@hub_task(TaskName.EXPIRE_HOLD, seconds=30)
def expire_lapsed_hold(hub: Hub, hold_id: str) -> Outcome:
    """Expires one hold, and the referral that it secures in the same transaction."""

    def expire(tx: Writing) -> Outcome:
        hold = find_claim(tx, hold_id, ClaimKind.HOLD)
        if hold is not None and hold.referral_id is not None:
            expire_referral(tx, hold.referral_id)
        after = expire_hold(tx, hold_id)
        if after.status is not ClaimStatus.EXPIRED:
            return Outcome.MOVED_ON
        return Outcome.DONE if tx.events else Outcome.ALREADY_DONE

    return hub.graph.write(the_hub_itself(hub.clock.now()), expire)
