"""The coded reasons of arrivals that did not happen, cancellations, departures and extensions, to choose from."""

from graph.model.lists.cancel_reasons import CANCEL_REASONS, CancelledBy
from graph.model.lists.departure_reasons import DEPARTURE_REASONS
from graph.model.lists.extension_reasons import EXTENSION_REASONS
from graph.model.lists.moved_on_to import MOVED_ON_TO
from graph.model.lists.non_arrival_reasons import NON_ARRIVAL_REASONS
from hub.site.words import capital, choices
from hub.web.components import Choice
from hub.web.i18n import Language


def non_arrival_reasons(language: Language) -> list[Choice]:
    """One button each: no empty one among them."""
    return [Choice(value=e.code, label=capital(e.in_language(language.value))) for e in NON_ARRIVAL_REASONS]


def cancel_reasons(language: Language) -> list[Choice]:
    """Those that the receiving side may give."""
    own = [e for e in CANCEL_REASONS if e.by in (CancelledBy.PROVIDER, CancelledBy.EITHER)]
    return choices(own, language)


def departure_reasons(language: Language) -> list[Choice]:
    """The kinds of ending, each followed by its reasons, set in."""
    nothing, *entries = choices(DEPARTURE_REASONS, language)
    under = {e.code: e.under for e in DEPARTURE_REASONS}
    return [nothing, *(Choice(value=c.value, label=f"– {c.label}" if under[c.value] else c.label) for c in entries)]


def moved_on_to(language: Language) -> list[Choice]:
    return choices(MOVED_ON_TO, language)


def extension_reasons(language: Language) -> list[Choice]:
    return choices(EXTENSION_REASONS, language)
