"""Writes the catalogues anew from what the sources use: keeps translations, adds empty entries, drops unused ones."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from babel.messages.catalog import Catalog

from hub.web.catalogue import files
from hub.web.catalogue.extract import HUB, Key, Message, all_messages
from hub.web.i18n import LOCALE, Language


def update(only: Iterable[str] = (), *, hub: Path = HUB, locale: Path = LOCALE) -> list[str]:
    """Writes the files of the named domains, or of all; answers the domains written.

    An English entry is the message itself; a new Greek one is empty until somebody translates it.
    """
    used = all_messages(hub)
    written = files.domains(Language.EL, locale)
    chosen = sorted(set(only) or written | {domain for message in used.values() for domain in message.domains})
    held = {domain: files.keys(files.read(Language.EL, domain, locale)) for domain in written}
    for domain in chosen:
        kept = _kept(domain, used, held)
        held[domain] = {message.key for message in kept}
        for language in Language:
            _write(language, domain, kept, locale)
    return chosen


def _kept(domain: str, used: Mapping[Key, Message], held: Mapping[str, set[Key]]) -> list[Message]:
    """What the file holds and is still used, and what its own sources use and no other file holds."""
    own = held.get(domain, set())
    elsewhere = {key for other, keys in held.items() if other != domain for key in keys}
    new = {key for key, message in used.items() if domain in message.domains and key not in elsewhere}
    return [message for key, message in used.items() if key in own | new]


def _write(language: Language, domain: str, messages: list[Message], locale: Path) -> None:
    before = files.read(language, domain, locale)
    path = files.path_of(language, domain, locale)
    if not messages:
        path.unlink(missing_ok=True)
        return
    catalogue = files.empty(language, domain)
    for message in messages:
        files.add(catalogue, message, message.id if language is Language.EN else _translation(message, before))
    files.write(language, domain, catalogue, locale)


def _translation(message: Message, before: Catalog) -> str | tuple[str, ...]:
    entry = before.get(message.id, message.context)
    texts = files.texts(entry) if entry else []
    if message.plural:
        return tuple(texts) if len(texts) > 1 else ("", "")
    return texts[0] if len(texts) == 1 else ""
