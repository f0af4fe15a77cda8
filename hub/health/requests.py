"""Counts requests and writes one line for each: the route as written, never the address, which may hold words."""

from time import perf_counter
from typing import Any
from uuid import uuid4

import structlog
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hub.web.assets import MOUNTED_AT

log = structlog.get_logger()
REQUEST_ID = "X-Request-ID"
QUIET = frozenset({"/healthz", "/readyz", "/metrics", MOUNTED_AT})
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Metrics:
    """The counters of one application."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "hub_requests_total", "Requests answered", ["method", "route", "status"], registry=self._registry
        )
        self._seconds = Histogram(
            "hub_request_seconds", "Time to the end of the answer", ["route"], registry=self._registry
        )

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def text(self) -> bytes:
        return generate_latest(self._registry)


class ObserveRequests:
    """ASGI middleware: gives each request an id, which every log line of it carries, and notes how it ended."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id, began, status = str(uuid4()), perf_counter(), 500

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[REQUEST_ID] = request_id
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=request_id):
            try:
                await self.app(scope, receive, noted)
            finally:
                self._note(scope, status, perf_counter() - began)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        route, method = route_of(scope), method_of(scope)
        self.metrics.count(method, route, status, seconds)
        if route not in QUIET:
            log.info("request", method=method, route=route, status=status, milliseconds=round(seconds * 1000))


def method_of(scope: Scope) -> str:
    """A client may send any word as its method: what is none of ours is `other`, for counters and lines alike."""
    method = scope["method"]
    return method if method in METHODS else "other"


def route_of(scope: Scope) -> str:
    """The route's address as it is written in the code; `unknown` for addresses that are none."""
    if scope["path"].startswith(f"{MOUNTED_AT}/"):
        return MOUNTED_AT
    route: Any = scope.get("route")
    path = getattr(route, "path", None)
    return path if isinstance(path, str) else "unknown"
