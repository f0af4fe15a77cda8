"""What every page can count on, and how a page or one live block of it is rendered.

Templates see the frame as `frame` (`frame.now`, `frame.account_name` …), the macros as `ui`, and `asset('hub.css')`
for the address of a built file: in pages, in blocks and inside macros alike.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import quote, urlsplit

from jinja2 import Environment

from hub.web.i18n import Language


class Density(StrEnum):
    """Row height of tables: 40 px for the desk and the board, 52 px for those who want it calmer."""

    DENSE = "dense"
    COMFORTABLE = "comfortable"


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """One word in the row under the header. `label` is already in the reader's language."""

    label: str
    href: str
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFrame:
    """The frame around a page.

    `now` is the instant that the page tells; `path` the page's own path with its query, for the language switch
    and for live blocks. `account_name` is None for strangers: then there is no search, no bell, no sign-out.
    `public` pages carry their language in the path and are set larger. `keys`: single-key shortcuts are on.
    `stream_href`: where changes are announced, None where nothing is live. `home_href`: where the name leads.
    """

    language: Language
    now: datetime
    path: str
    csrf_token: str = ""
    version: str = ""
    demo: bool = False
    account_name: str | None = None
    body_name: str | None = None
    navigation: tuple[NavigationItem, ...] = ()
    alerts: int = 0
    public: bool = False
    density: Density = Density.DENSE
    night: bool = False
    keys: bool = True
    stream_href: str | None = "/stream"
    home_href: str = "/"

    def language_href(self, language: Language) -> str:
        """Where the language switch leads: this same page in `language`."""
        if self.public:
            _, _, rest = self.path.removeprefix("/").partition("/")
            return f"/{language}/{rest}"
        return f"/language/{language}?return_to={quote(self.path, safe='')}"


FRAME_BLOCKS = {"alerts": "frame/alerts.html"}
"""Live blocks that stand in the frame itself, so that every page has them."""

_current: ContextVar[PageFrame] = ContextVar("page_frame")


def current_frame() -> PageFrame:
    """The frame of the page being rendered. Raises LookupError outside `render`."""
    return _current.get()


@contextmanager
def framed(frame: PageFrame) -> Iterator[None]:
    token = _current.set(frame)
    try:
        yield
    finally:
        _current.reset(token)


def render(environment: Environment, template: str, frame: PageFrame, **context: object) -> str:
    """A whole page."""
    with framed(frame):
        return environment.get_template(template).render(context)


def render_block(environment: Environment, template: str, block: str, frame: PageFrame, **context: object) -> str:
    """One `{% block %}` of a page alone, as a live update asks for it. Raises KeyError for a block it has not.

    What the page sets outside its blocks is not seen inside: set it in the block.
    """
    page = environment.get_template(FRAME_BLOCKS.get(block, template))
    with framed(frame):
        return "".join(page.blocks[block](page.new_context(context)))


def safe_return_path(text: str | None, default: str = "/") -> str:
    """`text` where it is a path inside the hub, else `default`: no page sends its reader to another host."""
    if not text or not text.startswith("/") or text.startswith(("//", "/\\")):
        return default
    parts = urlsplit(text)
    return default if parts.scheme or parts.netloc or any(ord(letter) < 32 for letter in text) else text
