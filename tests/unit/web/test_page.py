import re

import pytest
from jinja2 import ChoiceLoader, DictLoader, Environment, UndefinedError

from hub.web.i18n import Language
from hub.web.page import current_frame, render, render_block, safe_return_path
from hub.web.templating import make_environment
from tests.unit.web.gallery import a_frame

EL, EN = Language.EL, Language.EN
PAGE = """{% extends "base.html" %}{% block title %}T{% endblock %}
{% block content %}<h1>{{ _("Sign out") }}</h1>
{% block claims %}{% call ui.live("claims") %}{{ rows }}{% endcall %}{% endblock %}{% endblock %}"""


@pytest.fixture
def pages(environment: Environment) -> Environment:
    own = make_environment()
    written = DictLoader({"page.html": PAGE, "wrong.html": "{{ frame.nonsense }}"})
    assert own.loader
    own.loader = ChoiceLoader([written, own.loader])
    return own


def test_a_page_is_in_the_language_of_its_reader(pages: Environment):
    greek = render(pages, "page.html", a_frame(EL), rows=1)
    english = render(pages, "page.html", a_frame(EN), rows=1)
    assert '<html lang="el"' in greek
    assert "<h1>Έξοδος</h1>" in greek
    assert "<title>T – Δίκτυο Παραπομπών</title>" in greek
    assert '<html lang="en"' in english
    assert "<h1>Sign out</h1>" in english


def test_a_page_tells_its_time_in_athens(pages: Environment):
    assert re.search(r"Στοιχεία <time[^>]*>02:31</time>", render(pages, "page.html", a_frame(), rows=1))


def test_a_live_block_is_rendered_alone(pages: Environment):
    fragment = render_block(pages, "page.html", "claims", a_frame(), rows="<b>")
    assert fragment.strip() == '<div data-block="claims">\n&lt;b&gt;\n</div>'


def test_the_bell_is_a_live_block_of_every_page(pages: Environment):
    bell = render_block(pages, "page.html", "alerts", a_frame(alerts=7))
    assert 'data-block="alerts"' in bell
    assert "7" in bell
    assert "ειδοποιήσεις" in bell


def test_a_block_that_the_page_has_not_is_a_key_error(pages: Environment):
    with pytest.raises(KeyError):
        render_block(pages, "page.html", "nothing", a_frame())


def test_a_name_that_nobody_gave_is_an_error_and_not_a_gap(pages: Environment):
    with pytest.raises(UndefinedError, match="rows"):
        render(pages, "page.html", a_frame())
    with pytest.raises(UndefinedError, match="nonsense"):
        render(pages, "wrong.html", a_frame())


def test_the_frame_is_gone_after_the_page(pages: Environment):
    render(pages, "page.html", a_frame(), rows=1)
    with pytest.raises(LookupError):
        current_frame()


def test_a_stranger_sees_neither_search_nor_bell_nor_sign_out(pages: Environment):
    page = render(pages, "page.html", a_frame(account_name=None, navigation=()), rows=1)
    assert "/sign-out" not in page
    assert "/alerts" not in page
    assert 'role="search"' not in page
    assert "data-stream" not in page


def test_the_demonstration_says_so_on_every_page(pages: Environment):
    assert "ΕΠΙΔΕΙΞΗ – επινοημένα στοιχεία" in render(pages, "page.html", a_frame(demo=True), rows=1)
    assert "ΕΠΙΔΕΙΞΗ" not in render(pages, "page.html", a_frame(demo=False), rows=1)


def test_the_helplines_stand_at_the_foot_of_every_page(pages: Environment):
    page = render(pages, "page.html", a_frame(account_name=None), rows=1)
    for number in ("112", "197", "1107", "15900"):
        assert f'href="tel:{number}"' in page


def test_every_form_of_the_frame_carries_the_token(pages: Environment):
    page = render(pages, "page.html", a_frame(csrf_token='"><script>'), rows=1)
    forms = re.findall(r'<form[^>]*method="post".*?</form>', page, re.DOTALL)
    assert forms
    assert all('name="csrf_token" value="&#34;&gt;&lt;script&gt;"' in form for form in forms)


def test_the_language_switch_of_staff_pages_comes_back_to_the_same_place():
    frame = a_frame(path="/cases?state=open&q=ά")
    assert frame.language_href(EN) == "/language/en?return_to=%2Fcases%3Fstate%3Dopen%26q%3D%CE%AC"


def test_the_language_switch_of_public_pages_changes_the_path():
    assert a_frame(path="/el/find?q=x", public=True).language_href(EN) == "/en/find?q=x"
    assert a_frame(path="/el/", public=True).language_href(EN) == "/en/"


@pytest.mark.parametrize("path", ["/desk", "/cases?q=1&x=//y", "/el/find#top"])
def test_a_path_inside_the_hub_is_returned_to(path: str):
    assert safe_return_path(path) == path


@pytest.mark.parametrize(
    "path",
    [None, "", "desk", "//evil.example", "/\\evil.example", "https://evil.example", "/a\r\nX: y", "/\t/evil"],
)
def test_no_reader_is_sent_to_another_host(path: str | None):
    assert safe_return_path(path, "/desk") == "/desk"
