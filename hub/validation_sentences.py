"""What is wrong with one field, for the kinds of mistakes that pydantic finds. The input itself is never repeated.

Values in a sentence (`%(ge)s` …) come from the limits of the schema.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from hub.web.i18n import Language, translate
from hub.web.i18n import msgid as _


@dataclass(frozen=True, slots=True)
class FieldSentence:
    code: str
    sentence: str


_WHOLE = FieldSentence("not-a-whole-number", _("Give a whole number."))
_NUMBER = FieldSentence("not-a-number", _("Give a number."))
_TEXT = FieldSentence("not-text", _("Give text."))
_YES_NO = FieldSentence("not-yes-or-no", _("Give true or false."))
_LIST = FieldSentence("not-a-list", _("Give a list."))
_OBJECT = FieldSentence("not-an-object", _("Give an object with fields."))
_DATE = FieldSentence("not-a-date", _("Give a date such as 2026-11-24."))
_INSTANT = FieldSentence("not-an-instant", _("Give a date and hour with a zone, such as 2026-11-24T02:10:00Z."))
_CHOICE = FieldSentence("not-a-choice", _("Give one of: %(expected)s."))
_TOO_LOW = FieldSentence("too-low", _("Give %(ge)s or more."))
_NOT_ABOVE = FieldSentence("too-low", _("Give more than %(gt)s."))
_TOO_HIGH = FieldSentence("too-high", _("Give %(le)s or less."))
_NOT_BELOW = FieldSentence("too-high", _("Give less than %(lt)s."))
OTHER = FieldSentence("wrong", _("Correct this value."))

SENTENCES: dict[str, FieldSentence] = {
    "missing": FieldSentence("missing", _("This is needed.")),
    "extra_forbidden": FieldSentence("unknown-field", _("There is no such field. Leave it out or correct its name.")),
    "json_invalid": FieldSentence("json-malformed", _("This is not valid JSON.")),
    "int_parsing": _WHOLE,
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "int_parsing_size": _WHOLE,
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "finite_number": _NUMBER,
    "decimal_parsing": _NUMBER,
    "string_type": _TEXT,
    "string_unicode": _TEXT,
    "string_too_short": FieldSentence("too-short", _("Give at least %(min_length)s characters.")),
    "string_too_long": FieldSentence("too-long", _("Give at most %(max_length)s characters.")),
    "string_pattern_mismatch": FieldSentence("wrong-form", _("This is not written in the expected form.")),
    "too_short": FieldSentence("too-few", _("Give at least %(min_length)s.")),
    "too_long": FieldSentence("too-many", _("Give at most %(max_length)s.")),
    "control_characters": FieldSentence("control-characters", _("Leave out control characters.")),
    "instant_out_of_range": FieldSentence(
        "not-of-our-time", _("Give a date and hour between the years 2000 and 2100.")
    ),
    "bool_parsing": _YES_NO,
    "bool_type": _YES_NO,
    "list_type": _LIST,
    "tuple_type": _LIST,
    "set_type": _LIST,
    "dict_type": _OBJECT,
    "model_type": _OBJECT,
    "model_attributes_type": _OBJECT,
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "datetime_type": _INSTANT,
    "datetime_parsing": _INSTANT,
    "datetime_from_date_parsing": _INSTANT,
    "timezone_aware": _INSTANT,
    "enum": _CHOICE,
    "literal_error": _CHOICE,
    "greater_than_equal": _TOO_LOW,
    "greater_than": _NOT_ABOVE,
    "less_than_equal": _TOO_HIGH,
    "less_than": _NOT_BELOW,
}


def field_sentence(kind: str, limits: Mapping[str, object], language: Language) -> FieldSentence:
    """The code and the sentence for one of pydantic's error types; a general one for a type not listed."""
    found = SENTENCES.get(kind, OTHER)
    return FieldSentence(found.code, translate(language, found.sentence, **dict(limits)))
