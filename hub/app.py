"""The web application: routers, middleware, handlers, and nothing else."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool

from hub.api.body_limit import BodyLimit
from hub.bootstrap import Hub, build_hub
from hub.error_handlers import Unexpected, add_error_handlers
from hub.features import ROUTERS
from hub.health.requests import Metrics, ObserveRequests
from hub.logging import configure_logging
from hub.paths import STATIC
from hub.settings import Settings, load_settings
from hub.version import VERSION
from hub.wake.listener import Listener
from hub.wake.termination import on_termination
from hub.web.assets import AssetFiles
from hub.web.security_headers import SecurityHeaders

THREADS = 80
"""Requests in the graph at once: each waits for its lock in a thread of its own."""


def create_app(settings: Settings | None = None) -> FastAPI:
    """The application that `hub serve` runs. Raises SettingsError, AssetsNotBuiltError."""
    configure_logging()
    return assemble(build_hub(settings or load_settings()))


def assemble(hub: Hub) -> FastAPI:
    """The application around a hub that is built already. Raises AssetsNotBuiltError."""
    app = FastAPI(title="Referral hub", version=VERSION, lifespan=_lifespan, openapi_url=None)
    app.state.hub = hub
    app.state.templates = hub.templates
    app.state.metrics = Metrics()
    app.state.listener = Listener(hub.settings.redis_url)
    for router in ROUTERS:
        app.include_router(router)
    app.mount(STATIC, AssetFiles(), name="static")
    add_error_handlers(app)
    # The last one added is the outermost.
    app.add_middleware(Unexpected)
    app.add_middleware(BodyLimit)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(ObserveRequests, metrics=app.state.metrics)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncGenerator[None]:
    current_default_thread_limiter().total_tokens = THREADS
    hub: Hub = app.state.hub
    listener: Listener = app.state.listener
    loop = asyncio.get_running_loop()
    async with listener.running():
        with on_termination(lambda: loop.call_soon_threadsafe(listener.close_all)):
            yield
    await run_in_threadpool(hub.close)
