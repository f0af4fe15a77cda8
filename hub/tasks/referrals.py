"""Referrals that nobody answered in time: expired with the hold that secured them, and both sides are told."""

from graph.model.referral import ReferralStatus
from graph.repositories.referral_decisions import expire_referral
from graph.repositories.referrals import list_unanswered_ids
from graph.scope import the_hub_itself
from graph.session import Writing
from hub.bootstrap import Hub
from hub.tasks.outcomes import Outcome
from hub.tasks.queues import TaskName
from hub.tasks.retrying import hub_task
from hub.tasks.sending import send_each

MOST_AT_ONCE = 500


@hub_task(TaskName.SWEEP_REFERRALS, seconds=15, retries=0)
def sweep_referrals(hub: Hub) -> Outcome:
    """Finds referrals whose time to answer is over and has each expired."""
    actor = the_hub_itself(hub.clock.now())
    unanswered = hub.graph.write(actor, lambda tx: list_unanswered_ids(tx, MOST_AT_ONCE))
    return send_each(hub.settings.redis_url, TaskName.EXPIRE_REFERRAL, unanswered)


@hub_task(TaskName.EXPIRE_REFERRAL, seconds=30)
def expire_unanswered_referral(hub: Hub, referral_id: str) -> Outcome:
    """Expires one referral, in one transaction with its hold and with the news of it."""

    def expire(tx: Writing) -> Outcome:
        after = expire_referral(tx, referral_id)
        if after.status is not ReferralStatus.EXPIRED:
            return Outcome.MOVED_ON
        return Outcome.DONE if tx.events else Outcome.ALREADY_DONE

    return hub.graph.write(the_hub_itself(hub.clock.now()), expire)
