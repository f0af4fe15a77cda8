"""What every task of a worker shares: the hub, built when the worker starts and never at import, and the logs."""

import logging

from hub.bootstrap import Hub, build_hub
from hub.logging import configure_logging
from hub.settings import load_settings

LEVELS = {
    # It tells an error's message, which may hold values; every error of a task is told in our own words already.
    "celery.app.trace": logging.CRITICAL,
    # They tell of each task once more.
    "celery.beat": logging.WARNING,
    "celery.worker.strategy": logging.WARNING,
}

_built: list[Hub] = []


def build(**_signal: object) -> None:
    """Raises SettingsError where the environment does not say enough."""
    use(build_hub(load_settings()))


def use(hub: Hub) -> None:
    """Gives this hub to the tasks of this process."""
    _built[:] = [hub]


def hub_of_process() -> Hub:
    if not _built:
        raise RuntimeError("tasks run in a worker that has been started, which builds the hub")
    return _built[0]


def close(**_signal: object) -> None:
    while _built:
        _built.pop().close()


def log_in_json(**_signal: object) -> None:
    configure_logging()
    for name, level in LEVELS.items():
        logging.getLogger(name).setLevel(level)
