"""Chromium as the people of the tests use it: on a phone or at a desk, signed in, in their language.

HUB_SHOTS names a folder: then `shot` leaves a picture there of what the test saw.
"""

import os
import re
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, sync_playwright

from graph.model.account import Account
from hub.assets.sources import MODULES
from tests.pages.server import Served

CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE = ViewportSize(width=360, height=740)
DESK = ViewportSize(width=1280, height=900)
SHOTS = os.environ.get("HUB_SHOTS")
# A page that answers 404 or 422 is as the test wants it; the browser calls that an error.
ANSWERED_WITH_AN_ERROR = re.compile(r"Failed to load resource: the server responded with a status of 4\d\d")


@contextmanager
def chromium_running() -> Generator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@dataclass
class Visitors:
    """Opens pages for people, and remembers what went wrong on them: `complaints` is asserted when the test ends."""

    browser: Browser
    served: Served
    complaints: list[str] = field(default_factory=list[str])
    _contexts: list[BrowserContext] = field(default_factory=list[BrowserContext])

    def visit(self, account: Account | None = None, *, size: ViewportSize = PHONE, scripts: bool = True) -> Page:
        """A blank page in a browser of its own, where `account` is signed in already; addresses may be relative."""
        touch = size["width"] < 600
        context = self.browser.new_context(
            viewport=size,
            base_url=self.served.address,
            java_script_enabled=scripts,
            has_touch=touch,
            is_mobile=touch,
            locale="el-GR",
            timezone_id="Europe/Athens",
        )
        self._contexts.append(context)
        if account:
            session = self.served.hub.sessions.start(account.id, self.served.clock.now())
            context.add_cookies([{"name": "hub_session", "value": session.id, "url": self.served.address}])
        page = context.new_page()
        page.on("console", lambda said: self._complain(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self._complain(str(error)))
        page.on("request", lambda asked: None if self._is_ours(asked.url) else self._complain(f"asked {asked.url}"))
        return page

    def leave(self) -> None:
        for context in self._contexts:
            context.close()

    def _is_ours(self, url: str) -> bool:
        return url.startswith((self.served.address, "data:", "blob:"))

    def _complain(self, text: str) -> None:
        if not ANSWERED_WITH_AN_ERROR.search(text):
            self.complaints.append(text)


@dataclass
class Presses:
    """Counts what a person presses: taps, keys, and the choice of a file."""

    count: int = 0

    def tap(self, what: Locator) -> None:
        self.count += 1
        what.click()

    def choose_file(self, where: Locator, path: Path) -> None:
        self.count += 1
        where.set_input_files(path)


@cache
def _axe() -> str:
    return (MODULES / "axe-core" / "axe.min.js").read_text()


def assert_everybody_can_use(page: Page) -> None:
    """No violation that axe knows of, and nothing wider than the screen."""
    page.evaluate(_axe())
    found = page.evaluate(
        "axe.run().then(told => told.violations.map(one => [one.id, one.nodes.map(node => node.html)]))"
    )
    too_wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert not found, found
    assert too_wide <= 0, f"{too_wide} pixels wider than the screen"


def wait_until_live(page: Page) -> None:
    """The page follows the stream: what changes from now on is seen."""
    page.wait_for_selector("[data-live-state]:not(:has(a))")


def shot(page: Page, name: str) -> None:
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{SHOTS}/{name}.png", full_page=True)
