"""The simulated day of the demonstration, a minute at a time."""

from datetime import timedelta

from redis import RedisError

from graph.model.errors import Unavailable
from hub.bootstrap import Hub
from hub.demo.day import live_one_step
from hub.tasks.outcomes import Outcome
from hub.tasks.queues import TaskName
from hub.tasks.retrying import hub_task

KEPT = timedelta(minutes=5)


@hub_task(TaskName.LIVE_ONE_STEP, seconds=50, retries=0)
def live_one_minute(hub: Hub) -> Outcome:
    """Lets some invented providers publish new figures, once a minute however often it is asked."""
    minute = int(hub.clock.now().timestamp()) // 60
    try:
        first = hub.redis.set(f"demonstration:minute:{minute}", "lived", nx=True, ex=KEPT)
    except RedisError as error:
        raise Unavailable("redis") from error
    if not first:
        return Outcome.ALREADY_DONE
    return Outcome.DONE if live_one_step(hub) else Outcome.NOTHING_TO_DO
