"""Celery's settings, for the worker and beat (`worker_settings`) and for those who only send (`sender_settings`).

Messages carry ids as JSON. One that was taken and never finished is put back after `VISIBILITY_SECONDS`; all that is
in Redis could be written anew from the graph, where the deadlines are.
"""

from collections.abc import Mapping
from typing import Any

from kombu.entity import Exchange
from kombu.entity import Queue as Declared

from hub.tasks.queues import QUEUE_OF, Queue

VISIBILITY_SECONDS = 120
LONGEST_COUNTDOWN_SECONDS = 60
"""Well under the time after which Redis gives a waiting message to another worker too."""

SENDING_SECONDS = 0.5


def _common(redis_url: str) -> dict[str, Any]:
    return {
        "broker_url": redis_url,
        "task_serializer": "json",
        "result_serializer": "json",
        "accept_content": ["json"],
        "task_ignore_result": True,
        "enable_utc": True,
        "timezone": "UTC",
        "task_queues": [Declared(str(q), Exchange(str(q), type="direct"), routing_key=str(q)) for q in Queue],
        "task_default_queue": str(Queue.SWEEPS),
        "task_create_missing_queues": False,
        "task_routes": {str(name): {"queue": str(queue)} for name, queue in QUEUE_OF.items()},
    }


def worker_settings(redis_url: str, schedule: Mapping[str, Any]) -> dict[str, Any]:
    """`schedule` is beat's table."""
    return {
        **_common(redis_url),
        "beat_schedule": dict(schedule),
        "task_acks_late": True,
        "task_reject_on_worker_lost": True,
        "worker_prefetch_multiplier": 1,
        "worker_hijack_root_logger": False,
        "broker_connection_retry_on_startup": True,
        "broker_connection_max_retries": None,
        "broker_transport_options": {
            "visibility_timeout": VISIBILITY_SECONDS,
            # Without these two, Redis is asked for abandoned messages only every 100 s; and a worker killed while
            # it asks keeps all others from asking for five minutes.
            "unacked_restore_throttle": 1,
            "unacked_mutex_expire": 30,
            "socket_connect_timeout": 2,
            "socket_keepalive": True,
            "health_check_interval": 10,
        },
    }


def sender_settings(redis_url: str) -> dict[str, Any]:
    """A request waits for a send, so one try has to do."""
    return {
        **_common(redis_url),
        "task_publish_retry": False,
        "broker_connection_timeout": SENDING_SECONDS,
        "broker_transport_options": {
            "max_retries": 0,
            "socket_connect_timeout": SENDING_SECONDS,
            "socket_timeout": SENDING_SECONDS,
            "retry_on_timeout": False,
        },
    }
