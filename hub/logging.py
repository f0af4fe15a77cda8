"""Structured logs, one JSON object a line, without anything about a person.

Code logs ids, codes and numbers. A field whose name says that it is about a person is dropped wherever it stands,
and an exception is told by its class and its place in the code, never by its message, which may hold values.
"""

import logging
import sys
from collections.abc import Mapping
from traceback import extract_tb
from typing import Any, cast

import structlog
from structlog.typing import EventDict, WrappedLogger

PERSONAL = frozenset(
    {
        "account_name",
        "address",
        "afm",
        "age",
        "ages",
        "amka",
        "authorization",
        "birth_date",
        "body",
        "born_on",
        "caller",
        "city",
        "client",
        "cookie",
        "cookies",
        "description",
        "email",
        "father_name",
        "first_name",
        "form",
        "full_name",
        "headers",
        "household",
        "ip",
        "key_worker",
        "last_name",
        "latitude",
        "longitude",
        "members",
        "message",
        "mother_name",
        "name",
        "names",
        "note",
        "notes",
        "paaypa",
        "params",
        "password",
        "people",
        "person",
        "phone",
        "phones",
        "point",
        "postcode",
        "query",
        "query_string",
        "secret",
        "sex",
        "street",
        "surname",
        "telephone",
        "text",
        "token",
        "username",
        "whereabouts",
    }
)
FRAMES = 12
SERVER_LOGGERS = ("uvicorn", "uvicorn.error", "uvicorn.access")


def drop_personal(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Removes personal fields at any depth; the names of those that were dropped remain."""
    dropped: set[str] = set()
    kept = cast(EventDict, _without(event, dropped))
    return {**kept, "dropped": sorted(dropped)} if dropped else kept


def _without(value: object, dropped: set[str]) -> object:
    if isinstance(value, Mapping):
        fields = cast(Mapping[str, object], value)
        personal = {key for key in fields if str(key).lower() in PERSONAL}
        dropped |= personal
        return {key: _without(inner, dropped) for key, inner in fields.items() if key not in personal}
    if isinstance(value, list | tuple):
        return [_without(inner, dropped) for inner in cast(list[object], value)]
    return value


def without_values(error: BaseException) -> dict[str, Any]:
    """An exception for the log: its class, the classes it came from, where it happened; no message."""
    chain: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(chain) < FRAMES:
        chain.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        cause = cause.__cause__ or cause.__context__
    frames = extract_tb(error.__traceback__)[-FRAMES:]
    return {"error": chain[0], "causes": chain[1:], "at": [f"{f.filename}:{f.lineno} {f.name}" for f in frames]}


def tell_exception(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """`exc_info` becomes class and place."""
    given = event.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        event.update(without_values(error))
    return event


def configure_logging(level: int = logging.INFO) -> None:
    """One JSON line per event on standard error, for our own logs and those of libraries alike."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        tell_exception,
        drop_personal,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in SERVER_LOGGERS:
        # The web server brings handlers of its own, which would write messages and addresses as they are.
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = name != "uvicorn.access"
