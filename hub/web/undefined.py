"""What a template gets for a name that nobody gave it: an error, except where the design system relies on silence."""

from typing import Any

from jinja2.runtime import StrictUndefined, Undefined
from jinja2.utils import missing

# How the govuk-frontend macros write "no value"; `caller` is missing where a macro is used without `call`.
_ASKED_FOR_ON_PURPOSE = frozenset({"undefined", "null", "caller"})


class CarefulUndefined(StrictUndefined):
    """Strict for names and for fields of our values; lenient for the keys of a plain dict.

    The govuk-frontend macros take one dict of options and ask for many that were not set.
    """

    def __new__(cls, hint: str | None = None, obj: Any = missing, name: str | None = None, *_: Any) -> Any:
        if isinstance(obj, dict) or name in _ASKED_FOR_ON_PURPOSE:
            return Undefined(hint, obj, name)
        return super().__new__(cls)
