"""Whether the hub can work: the graph, its schema, Redis; each part by name."""

from collections.abc import Callable

from redis import RedisError

from graph.model.errors import HubError
from graph.schema.migrate import pending_migrations
from hub.bootstrap import Hub

READY = "ready"
OUT_OF_REACH = "out_of_reach"
PENDING = "pending"


def parts(hub: Hub) -> dict[str, str]:
    """State of each part: `ready`, `out_of_reach`, or `pending` for migrations not applied."""
    graph = _asked(hub.graph.ping)
    return {
        "graph": graph,
        "migrations": _migrations(hub) if graph == READY else OUT_OF_REACH,
        "redis": _asked(hub.redis.ping),
    }


def _asked(question: Callable[[], object]) -> str:
    try:
        question()
    except (HubError, RedisError):
        return OUT_OF_REACH
    return READY


def _migrations(hub: Hub) -> str:
    try:
        return PENDING if pending_migrations(hub.graph) else READY
    except HubError:
        return OUT_OF_REACH
