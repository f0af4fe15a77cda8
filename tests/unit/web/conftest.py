"""The built assets, the template environment, and a browser that looks at the gallery."""

import json
import queue
import socket
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import anyio
import pytest
import uvicorn
from jinja2 import Environment
from playwright.sync_api import Browser, sync_playwright
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route

from hub.assets.build import build_assets
from hub.web.assets import MOUNTED_AT, AssetFiles
from hub.web.i18n import Language
from hub.web.page import render, render_block
from hub.web.security_headers import SecurityHeaders
from hub.web.templating import make_environment
from tests.unit.web.gallery import a_frame, a_sample

CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def environment() -> Environment:
    build_assets()
    return make_environment()


@dataclass
class Gallery:
    """The gallery behind a real server. `news`: what the stream says next. `posted`: addresses that got a form."""

    environment: Environment
    address: str = ""
    news: "queue.Queue[list[str]]" = field(default_factory=queue.Queue)
    posted: list[str] = field(default_factory=list)
    places: tuple[str, ...] = ("Λάρισα, Δ. Λαρισαίων", "Λάρυμνα, Δ. Λοκρών")

    def page(self, request: Request) -> Response:
        asked = request.query_params
        language = Language(asked.get("language", "el"))
        frame = a_frame(
            language,
            night="night" in asked,
            public="public" in asked,
            stream_href="/stream" if "live" in asked else None,
        )
        sample = a_sample(language)
        if block := asked.get("block"):
            sample.rows = sample.rows[:1]
            return HTMLResponse(render_block(self.environment, "gallery.html", block, frame, sample=sample))
        return HTMLResponse(render(self.environment, "gallery.html", frame, sample=sample))

    def suggest(self, request: Request) -> Response:
        found = [{"id": f"area-{place}", "label": label} for place, label in enumerate(self.places)]
        return JSONResponse(found)

    def household(self, request: Request) -> Response:
        tokens = request.query_params["line"].split()
        return JSONResponse([{"label": token, "wrong": token == "Γ3α"} for token in tokens])

    def stream(self, request: Request) -> Response:
        return StreamingResponse(self._events(), media_type="text/event-stream")

    async def _events(self) -> AsyncIterator[str]:
        yield ": hello\n\n"
        while True:
            await anyio.sleep(0.05)
            with suppress(queue.Empty):
                yield f"data: {json.dumps(self.news.get_nowait())}\n\n"

    async def post(self, request: Request) -> Response:
        self.posted.append(request.url.path)
        return HTMLResponse("taken")

    def application(self) -> SecurityHeaders:
        routes = [
            Route("/", self.page),
            Route("/areas/suggest", self.suggest),
            Route("/household/read", self.household),
            Route("/stream", self.stream),
            Mount(MOUNTED_AT, AssetFiles()),
            Route("/{path:path}", self.post, methods=["POST"]),
        ]
        return SecurityHeaders(Starlette(routes=routes))


@pytest.fixture(scope="session")
def gallery(environment: Environment) -> Iterator[Gallery]:
    gallery = Gallery(environment)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        gallery.address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        config = uvicorn.Config(gallery.application(), log_level="warning", timeout_graceful_shutdown=1)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        yield gallery
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()
