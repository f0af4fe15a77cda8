"""The Celery application of the worker and of beat.

It reads its settings when it is started and not when it is imported. The worker runs tasks in threads, which nothing
can cut from outside: what bounds a task there is the graph's five seconds a transaction and Redis's two. Time limits
are named all the same, for whoever runs it with processes, and to have a task that takes longer told in the log.
"""

from typing import Any

from celery import Celery
from celery.signals import setup_logging, worker_init, worker_process_init, worker_shutdown

from hub.settings import load_settings
from hub.tasks import process
from hub.tasks.config import worker_settings
from hub.tasks.schedule import schedule_for

MODULES = (
    "hub.tasks.demonstration",
    "hub.tasks.holds",
    "hub.tasks.outbox",
    "hub.tasks.referrals",
    "hub.tasks.sweeps",
)


def _settings_at_start() -> dict[str, Any]:
    settings = load_settings()
    return worker_settings(settings.redis_url, schedule_for(settings))


app = Celery("hub", include=MODULES)
app.add_defaults(_settings_at_start)

worker_init.connect(process.build)
# A forked child must not share its parent's connections.
worker_process_init.connect(process.build)
worker_shutdown.connect(process.close)
setup_logging.connect(process.log_in_json)
