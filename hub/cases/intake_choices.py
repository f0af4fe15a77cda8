"""What the intake page offers to choose from, in the reader's language, each with its key."""

from collections.abc import Iterable, Sequence

from graph.model.case import Danger
from graph.model.lists.callers import CALLERS
from graph.model.lists.circumstances import CIRCUMSTANCES
from graph.model.lists.document_states import DOCUMENT_STATES
from graph.model.lists.documents import DOCUMENTS
from graph.model.lists.entry import Entry
from graph.model.lists.languages import LANGUAGES
from graph.model.lists.need_kinds import NEED_KINDS
from graph.model.lists.safe_contact import SAFE_CONTACT
from graph.model.lists.sharing_bases import SHARING_BASES
from graph.model.lists.urgencies import URGENCIES
from graph.model.lists.whereabouts import WHEREABOUTS
from graph.model.place import AreaKind
from hub.site.words import capital
from hub.web.components import Choice
from hub.web.i18n import Language, translate
from hub.web.i18n import msgid as _

COMMON_LANGUAGES = ("el", "en", "ar", "fa", "ur", "kmr", "fr", "sq", "rom", "uk", "gss")
ASKED_PAPERS = ("id", "xray", "derm", "psych", "blood")
"""What structures ask for most; every other document is recorded when somebody asks for it."""
PLACES: Sequence[AreaKind] = (AreaKind.SETTLEMENT, AreaKind.MUNICIPALITY, AreaKind.REGIONAL_UNIT)
DANGER = ((Danger.YES, _("Yes")), (Danger.NO, _("No")), (Danger.UNKNOWN, _("Do not know")))
NOT_YET = _("Not yet (can be matched, not referred)")
NOT_SAID = _("Not said")
HERE = _("The place where they are")
HERE_KEY = {Language.EL: "Μ", Language.EN: "M"}


def intake_choices(language: Language) -> dict[str, list[Choice]]:
    """Choices by field of the form."""
    not_said = Choice(value="", label=translate(language, NOT_SAID))
    return {
        "danger": _numbered((str(code), translate(language, text)) for code, text in DANGER),
        "caller": [_choice(e, language, e.key) for e in CALLERS],
        "whereabouts": [not_said, *(_choice(e, language) for e in WHEREABOUTS)],
        "kinds": [_choice(e, language, e.key) for e in NEED_KINDS],
        "urgency": [not_said, *(_choice(e, language) for e in URGENCIES)],
        "circumstances": [
            _choice(e, language, e.letter if language is Language.EL else e.latin) for e in CIRCUMSTANCES
        ],
        "away_here": [Choice(value="yes", label=translate(language, HERE), key=HERE_KEY[language])],
        "sharing_basis": [
            *_numbered((e.code, _label(e, language)) for e in SHARING_BASES),
            Choice(value="", label=translate(language, NOT_YET), key="0"),
        ],
        "safe_ways": [_choice(e, language) for e in SAFE_CONTACT],
        "languages": [_choice(e, language) for e in LANGUAGES if e.code in COMMON_LANGUAGES],
        "papers": [_choice(DOCUMENTS.get(code), language) for code in ASKED_PAPERS],
        "paper_states": [_choice(e, language) for e in DOCUMENT_STATES][::-1],
    }


def _choice(entry: Entry, language: Language, key: str | None = None) -> Choice:
    return Choice(value=entry.code, label=_label(entry, language), key=key)


def _label(entry: Entry, language: Language) -> str:
    return capital(entry.in_language(language.value))


def _numbered(pairs: Iterable[tuple[str, str]]) -> list[Choice]:
    return [Choice(value=value, label=label, key=str(n)) for n, (value, label) in enumerate(pairs, 1)]
