"""Why a provider cannot take a referral, to choose from."""

from graph.model.lists.decline_reasons import DECLINE_REASONS
from hub.site.words import choices
from hub.web.components import Choice
from hub.web.i18n import Language

ASKS_FIGURE = "asks_figure"


def decline_choices(language: Language) -> list[Choice]:
    return choices(DECLINE_REASONS, language)


def figure_was_wrong(reason: str) -> bool:
    """Whether this reason says that the stated number was not right, so that the right one is asked for."""
    return ASKS_FIGURE in DECLINE_REASONS.get(reason).flags
