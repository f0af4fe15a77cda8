"""What is wrong with the catalogues, a line each, naming the file and the message."""

import re
from pathlib import Path

from babel.messages.catalog import Message as Entry

from hub.web.catalogue import files
from hub.web.catalogue.extract import HUB, Key, Message, all_messages
from hub.web.i18n import LOCALE, Language

_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w+\}")
_MAY_BE_LEFT_OUT_IN_SINGULAR = frozenset({"%(count)s", "%(num)s"})


def problems(language: Language, *, hub: Path = HUB, locale: Path = LOCALE) -> list[str]:
    """Missing, empty, fuzzy, unused and contradicting entries, and placeholders that differ."""
    used = all_messages(hub)
    entries: dict[Key, Entry] = {}
    said: list[str] = []
    for domain in sorted(files.domains(language, locale)):
        for entry in files.read(language, domain, locale):
            if not entry.id:
                continue
            message = used.get(files.key_of(entry))
            about = _about(message, entry, language) if message else [f"not used any more: {entry.id!r}"]
            first = entries.setdefault(files.key_of(entry), entry)
            if files.texts(first) != files.texts(entry):
                about.append(f"translated otherwise in another file: {entry.id!r}")
            said += [f"{language}/{domain}: {text}" for text in about]
    return said + [_missing(language, message) for key, message in used.items() if key not in entries]


def _missing(language: Language, message: Message) -> str:
    where = f"{', '.join(sorted(message.used_in))} (run: python -m hub.web.catalogue {min(message.domains)})"
    return f"{language}/{min(message.domains)}: missing: {message.singular!r} of {where}"


def _about(message: Message, entry: Entry, language: Language) -> list[str]:
    texts = files.texts(entry)
    if not texts or not all(texts):
        return [f"not translated: {message.singular!r}"]
    if entry.fuzzy:
        return [f"fuzzy: {message.singular!r}"]
    if len(texts) != len(_ids(message)):
        return [f"has a plural in one place and none in the other: {message.singular!r}"]
    if language is Language.EN and texts != _ids(message):
        return [f"differs from its message: {message.singular!r}"]
    return _placeholder_problems(message, texts)


def _placeholder_problems(message: Message, texts: list[str]) -> list[str]:
    said: list[str] = []
    for place, text in enumerate(texts):
        wanted = _placeholders(message.plural or message.singular)
        used = _placeholders(text)
        optional = _MAY_BE_LEFT_OUT_IN_SINGULAR if message.plural and place == 0 else frozenset[str]()
        if used - wanted or wanted - used - optional:
            said.append(f"placeholders of {message.singular!r} differ in {text!r}")
    return said


def _placeholders(text: str) -> set[str]:
    return set(_PLACEHOLDER.findall(text))


def _ids(message: Message) -> list[str]:
    return [message.singular, message.plural] if message.plural else [message.singular]
