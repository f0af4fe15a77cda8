"""Makes the one template environment: where templates lie, their words, filters and macros.

Filters and macros take the reader's language and `now` from the page being rendered, see `hub.web.page`.
"""

from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, PrefixLoader

from graph.model.lists import states
from hub.web import strip
from hub.web.assets import Assets, load_assets
from hub.web.filters import FILTERS
from hub.web.i18n import translations
from hub.web.page import current_frame
from hub.web.shapes import shape
from hub.web.undefined import CarefulUndefined

TEMPLATES = Path(__file__).parent / "templates"

STATES = {
    "place": states.PLACE_STATES,
    "hold": states.HOLD_STATES,
    "referral": states.REFERRAL_STATES,
    "reservation": states.RESERVATION_STATES,
    "placement": states.PLACEMENT_STATES,
    "figure": states.FIGURE_STATES,
}


def make_environment(assets: Assets | None = None) -> Environment:
    """An environment for all pages. `assets`: the built files, read from disk when left out.

    Raises AssetsNotBuiltError where they were never built.
    """
    govuk = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(TEMPLATES), govuk]),
        autoescape=True,
        undefined=CarefulUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    _install_words(environment)
    environment.filters.update(FILTERS)
    environment.globals.update(
        asset=(assets or load_assets()).href,
        frame=_Frame(),
        ui=_Macros(environment),
        shape=shape,
        state_label=_state_label,
        make_strip=strip.Strip,
        strip_parts=strip.parts,
        strip_width=strip.width,
        strip_words=_strip_words,
    )
    return environment


class _Frame:
    """The frame of the page being rendered, under one name in pages, blocks and macros alike."""

    def __getattr__(self, name: str) -> object:
        return getattr(current_frame(), name)


class _Macros:
    """All macros under one name, loaded when first asked for: they call each other by it too."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def __getattr__(self, name: str) -> object:
        return getattr(self._environment.get_template("macros/ui.html").module, name)


def _install_words(environment: Environment) -> None:
    install = getattr(environment, "install_gettext_callables")  # noqa: B009 - added by the i18n extension
    install(_gettext, _ngettext, newstyle=True, pgettext=_pgettext)


def _gettext(text: str) -> str:
    return translations(current_frame().language).gettext(text)


def _ngettext(singular: str, plural: str, count: int) -> str:
    return translations(current_frame().language).ngettext(singular, plural, count)


def _pgettext(context: str, text: str) -> str:
    return translations(current_frame().language).pgettext(context, text)


def _state_label(group: str, code: str) -> states.StateLabel:
    return STATES[group].get(code)


def _strip_words(counts: strip.Strip) -> str:
    return strip.words(counts, current_frame().language)
