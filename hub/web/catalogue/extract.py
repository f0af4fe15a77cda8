"""Finds the messages in templates and Python files, and tells to which domain each belongs."""

from pathlib import Path

from babel.messages.extract import extract
from jinja2.ext import babel_extract

HUB = Path(__file__).parents[2]
FRAME = "frame"

PYTHON_KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "msgid": None,
    "translate": (2,),
    "translate_count": (2, 3),
}
TEMPLATE_KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
TEMPLATE_OPTIONS = {"extensions": "jinja2.ext.i18n", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}

Key = tuple[str | None, str]
"""Context (or None) and English singular."""


class Message:
    """An English text, its plural where it has one, the files that use it and the domains of those files."""

    def __init__(self, key: Key, plural: str | None) -> None:
        self.key = key
        self.context, self.singular = key
        self.plural = plural
        self.used_in: set[str] = set()
        self.domains: set[str] = set()

    @property
    def id(self) -> str | tuple[str, str]:
        return (self.singular, self.plural) if self.plural else self.singular


def domain_of(path: Path, hub: Path = HUB) -> str:
    parts = list(path.relative_to(hub).parts)
    if parts[:2] == ["web", "templates"] and len(parts) > 3:
        return FRAME if parts[2] in ("frame", "layouts", "macros") else parts[2]
    return FRAME if parts[0] == "web" or len(parts) == 1 else parts[0]


def all_messages(hub: Path = HUB) -> dict[Key, Message]:
    """Every message that is used. A template that does not parse raises TemplateSyntaxError."""
    found: dict[Key, Message] = {}
    for path in sorted([*hub.rglob("*.py"), *(hub / "web" / "templates").rglob("*.html")]):
        for context, singular, plural in _messages_in(path):
            key = (context, singular)
            message = found.setdefault(key, Message(key, plural))
            message.plural = message.plural or plural
            message.used_in.add(path.relative_to(hub.parent).as_posix())
            message.domains.add(domain_of(path, hub))
    return found


def _messages_in(path: Path) -> list[tuple[str | None, str, str | None]]:
    with path.open("rb") as file:
        if path.suffix == ".html":
            calls = [(row[1], row[2]) for row in babel_extract(file, list(TEMPLATE_KEYWORDS), [], TEMPLATE_OPTIONS)]
            return [found for name, texts in calls if (found := _from_template(name, texts))]
        rows = list(extract("python", file, keywords=PYTHON_KEYWORDS))
    return [(context, *_pair(text)) for _, text, _, context in rows]


def _from_template(name: str, texts: object) -> tuple[str | None, str, str | None] | None:
    given = [text for text in (texts if isinstance(texts, tuple) else (texts,)) if isinstance(text, str)]
    match name, given:
        case "pgettext", [context, singular, *_]:
            return context, singular, None
        case "ngettext", [singular, plural, *_]:
            return None, singular, plural
        case _, [singular, *_]:
            return None, singular, None
        case _:
            return None


def _pair(text: object) -> tuple[str, str | None]:
    return (str(text[0]), str(text[1])) if isinstance(text, tuple) else (str(text), None)
