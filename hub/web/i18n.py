"""Languages of the hub, and its words in each, read straight from the `.po` files at start-up.

The message id is the English text. Every feature has its own file in `hub/locale/<language>/LC_MESSAGES/`; they
are merged here, so that a page may use a word of any of them. `python -m hub.web.catalogue` keeps the files.
"""

from enum import StrEnum
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parents[1] / "locale"


class Language(StrEnum):
    EL = "el"
    EN = "en"


DEFAULT_LANGUAGE = Language.EL


def catalogue_paths(language: Language) -> list[Path]:
    return sorted((LOCALE / language / "LC_MESSAGES").glob("*.po"))


def merged_catalogue(language: Language) -> Catalog:
    """All the catalogues of one language as one. The first file by name wins where two differ."""
    merged = Catalog(locale=language.value)
    for path in catalogue_paths(language):
        with path.open("rb") as file:
            for message in read_po(file, locale=language.value):
                if message.id and merged.get(message.id, message.context) is None:
                    merged.add(message.id, message.string, context=message.context)
    return merged


@cache
def translations(language: Language) -> GNUTranslations:
    """The words of a language; a message that no catalogue has comes back as it is, in English."""
    compiled = BytesIO()
    write_mo(compiled, merged_catalogue(language))
    compiled.seek(0)
    return GNUTranslations(compiled)


def msgid(text: str) -> str:
    """Marks an English text for the catalogues where it is written down; `translate` it where it is shown."""
    return text


def translate(language: Language, text: str, /, **values: object) -> str:
    """`text` in `language`, its `%(name)s` filled from `values`."""
    found = translations(language).gettext(text)
    return found % values if values else found


def translate_count(language: Language, singular: str, plural: str, count: int, **values: object) -> str:
    """The form that agrees with `count`, which also fills `%(count)s`."""
    return translations(language).ngettext(singular, plural, count) % {"count": count, **values}


def negotiate(account_language: str | None, cookie: str | None, accept_language: str | None) -> Language:
    """The account's choice, else the cookie's, else what the browser likes best, else Greek."""
    for chosen in (account_language, cookie):
        if chosen in set(Language):
            return Language(chosen)
    return _most_liked(accept_language or "") or DEFAULT_LANGUAGE


def _most_liked(header: str) -> Language | None:
    """The first of ours by falling quality in an Accept-Language header (RFC 9110 §12.5.4)."""
    liked: list[tuple[float, Language]] = []
    for part in header.split(","):
        tag, _, parameter = part.strip().partition(";")
        primary = tag.strip().lower().split("-")[0]
        quality = _quality(parameter)
        if primary in set(Language) and quality > 0:
            liked.append((quality, Language(primary)))
    return max(liked, key=lambda pair: pair[0])[1] if liked else None


def _quality(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
