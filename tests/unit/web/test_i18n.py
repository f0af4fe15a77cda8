import pytest

from hub.web.i18n import Language, negotiate, translate, translate_count

EL, EN = Language.EL, Language.EN


@pytest.mark.parametrize(
    ("account", "cookie", "browser", "chosen"),
    [
        (None, None, None, EL),
        (None, None, "de-DE,de;q=0.9", EL),
        (None, None, "en-GB,en;q=0.8,el;q=0.5", EN),
        (None, None, "fr, el;q=0.4, en;q=0.9", EN),
        (None, None, "en;q=0, el;q=0.1", EL),
        (None, None, "en;q=nonsense", EL),
        (None, "el", "en", EL),
        ("en", "el", "el", EN),
        ("de", "xx", "en", EN),
    ],
)
def test_the_account_comes_before_the_cookie_and_the_cookie_before_the_browser(
    account: str | None, cookie: str | None, browser: str | None, chosen: Language
):
    assert negotiate(account, cookie, browser) is chosen


def test_a_word_is_read_from_the_catalogue_of_its_language():
    assert translate(EL, "Sign out") == "Έξοδος"
    assert translate(EN, "Sign out") == "Sign out"


def test_a_count_chooses_the_form():
    assert translate_count(EL, "%(count)s place", "%(count)s places", 1) == "1 θέση"
    assert translate_count(EL, "%(count)s place", "%(count)s places", 3) == "3 θέσεις"
    assert translate_count(EN, "%(count)s place", "%(count)s places", 1) == "1 place"


def test_what_no_catalogue_has_comes_back_in_english():
    assert translate(EL, "never written anywhere") == "never written anywhere"
