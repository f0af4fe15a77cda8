"""Reads and writes the `.po` files of the domains, always in the same form so that changes are easy to read."""

from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po, write_po

from hub.web.catalogue.extract import Key, Message
from hub.web.i18n import LOCALE, Language

# A date of its own would change the file each time without saying anything.
_FIXED = datetime(2026, 1, 1, tzinfo=UTC)


def path_of(language: Language, domain: str, locale: Path = LOCALE) -> Path:
    return locale / language / "LC_MESSAGES" / f"{domain}.po"


def domains(language: Language, locale: Path = LOCALE) -> set[str]:
    return {path.stem for path in (locale / language / "LC_MESSAGES").glob("*.po")}


def read(language: Language, domain: str, locale: Path = LOCALE) -> Catalog:
    """The catalogue of one domain, empty where it has no file yet."""
    path = path_of(language, domain, locale)
    if not path.exists():
        return Catalog(locale=language.value)
    with path.open("rb") as file:
        return read_po(file, locale=language.value)


def keys(catalogue: Catalog) -> set[Key]:
    return {key_of(entry) for entry in catalogue if entry.id}


def key_of(entry: Entry) -> Key:
    return entry.context, entry.id if isinstance(entry.id, str) else entry.id[0]


def texts(entry: Entry) -> list[str]:
    """The translation, one text for each of its forms."""
    return [entry.string] if isinstance(entry.string, str) else list(entry.string or ())


def write(language: Language, domain: str, catalogue: Catalog, locale: Path = LOCALE) -> None:
    path = path_of(language, domain, locale)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=110, sort_output=True, include_lineno=False)


def empty(language: Language, domain: str) -> Catalog:
    return Catalog(
        locale=language.value,
        domain=domain,
        header_comment=f"# Words of the hub: {domain}. Kept by: python -m hub.web.catalogue {domain}",
        project="referral-hub",
        version="1",
        creation_date=_FIXED,
        revision_date=_FIXED,
        msgid_bugs_address="-",
        last_translator="-",
        language_team="-",
        fuzzy=False,
    )


def add(catalogue: Catalog, message: Message, translation: str | tuple[str, ...]) -> None:
    locations = [(path, 0) for path in sorted(message.used_in)]
    catalogue.add(message.id, translation, locations=locations, context=message.context)
