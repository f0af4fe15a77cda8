import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.web import numbers
from hub.web.i18n import Language

EL, EN = Language.EL, Language.EN


def test_greek_has_a_decimal_comma_and_english_a_point():
    assert numbers.number(12345.6, EL) == "12.345,6"
    assert numbers.number(12345.6, EN) == "12,345.6"


def test_decimals_can_be_fixed():
    assert numbers.number(7, EL, decimals=1) == "7,0"
    assert numbers.number(7.6, EL, decimals=0) == "8"


def test_a_share_keeps_its_sign_on_the_same_line():
    assert numbers.per_cent(94, EL) == "94\u00a0%"


@pytest.mark.parametrize(
    ("metres", "greek", "english"), [(78_300, "~78 χλμ", "~78 km"), (1_200_000, "~1.200 χλμ", "~1,200 km")]
)
def test_a_distance_is_an_estimate_in_whole_kilometres(metres: int, greek: str, english: str):
    assert numbers.kilometres(metres, EL) == greek
    assert numbers.kilometres(metres, EN) == english


def test_no_distance_is_written_as_nothing():
    assert numbers.kilometres(120, EL) == "~1 χλμ"


@pytest.mark.parametrize(
    ("typed", "shown", "dialled"),
    [
        ("2410555012", "2410 555 012", "tel:+302410555012"),
        ("210 5550123", "210 555 0123", "tel:+302105550123"),
        ("2310-012345", "2310 012 345", "tel:+302310012345"),
        ("24310 00000", "24310 00 000", "tel:+302431000000"),
        ("6900000000", "6900 000 000", "tel:+306900000000"),
        ("+302410555012", "+30 2410 555 012", "tel:+302410555012"),
        ("197", "197", "tel:197"),
        ("+44 20 7946 0000", "+44 20 7946 0000", "tel:+442079460000"),
        ("κέντρο, εσωτ. 12", "κέντρο, εσωτ. 12", "tel:12"),
    ],
)
def test_a_telephone_number_is_grouped_as_it_is_said(typed: str, shown: str, dialled: str):
    assert numbers.phone(typed) == shown
    assert numbers.phone_href(typed) == dialled


@given(st.from_regex(r"\A[26][0-9]{9}\Z"))
def test_grouping_changes_no_digit(digits: str):
    assert re.sub(r"\s", "", numbers.phone(digits)) == digits
    assert numbers.phone(numbers.phone(digits)) == numbers.phone(digits)
