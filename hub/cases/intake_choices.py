"""What the intake page offers to choose from, in the reader's language, each with its key."""

from collections.abc import Iterable

from graph.model.case import Danger
from graph.model.lists.callers import CALLERS
from graph.model.lists.circumstances import CIRCUMSTANCES
from graph.model.lists.entry import Entry
from graph.model.lists.languages import LANGUAGES
from graph.model.lists.need_kinds import NEED_KINDS
from graph.model.lists.safe_contact import SAFE_CONTACT
from graph.model.lists.sharing_bases import SHARING_BASES
from graph.model.lists.urgencies import URGENCIES
from graph.model.lists.whereabouts import WHEREABOUTS
from hub.web.components import Choice
from hub.web.i18n import Language, translate
from hub.web.i18n import msgid as _

COMMON_LANGUAGES = ("el", "en", "ar", "fa", "ur", "kmr", "fr", "sq", "rom", "uk", "gss")
DANGER = ((Danger.YES, _("Yes")), (Danger.NO, _("No")), (Danger.UNKNOWN, _("Not known")))
NOT_YET = _("Not yet (can be matched, not referred)")


def intake_choices(language: Language) -> dict[str, list[Choice]]:
    """Choices by field of the form."""
    greek = language is Language.EL
    return {
        "danger": _numbered(((str(code), translate(language, text)) for code, text in DANGER)),
        "caller": [Choice(value=e.code, label=e.in_language(language.value), key=e.key) for e in CALLERS],
        "safe_ways": _plain(SAFE_CONTACT, language),
        "whereabouts": _plain(WHEREABOUTS, language),
        "kinds": [Choice(value=e.code, label=e.in_language(language.value), key=e.key) for e in NEED_KINDS],
        "urgency": _plain(URGENCIES, language),
        "circumstances": [
            Choice(value=e.code, label=e.in_language(language.value), key=e.letter if greek else e.latin)
            for e in CIRCUMSTANCES
        ],
        "languages": [
            Choice(value=e.code, label=e.in_language(language.value)) for e in LANGUAGES if e.code in COMMON_LANGUAGES
        ],
        "sharing_basis": [
            *_numbered((e.code, e.in_language(language.value)) for e in SHARING_BASES),
            Choice(value="", label=translate(language, NOT_YET), key="0"),
        ],
    }


def _numbered(pairs: Iterable[tuple[str, str]]) -> list[Choice]:
    return [Choice(value=value, label=label, key=str(n)) for n, (value, label) in enumerate(pairs, 1)]


def _plain(entries: Iterable[Entry], language: Language) -> list[Choice]:
    return [Choice(value=e.code, label=e.in_language(language.value)) for e in entries]
