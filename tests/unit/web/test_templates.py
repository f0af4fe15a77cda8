"""Rules that every template of the hub keeps, whoever wrote it."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment

from hub.web.templating import TEMPLATES

ALL = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))
FORBIDDEN = {
    "an inline style, which the content security policy refuses": r"\sstyle\s*=|<style\b",
    "an inline script, which the content security policy refuses": r"<script(?![^>]*\bsrc=)|\son[a-z]+\s*=\s*[\"']",
    "an address of another host": r"(?:src|href|action)=[\"'](?:https?:)?//",
    "text that is not escaped": r"\|\s*safe\b|autoescape false",
}


@pytest.mark.parametrize("name", ALL)
def test_a_template_parses(environment: Environment, name: str):
    environment.get_template(name)


@pytest.mark.parametrize("name", ALL)
def test_a_template_keeps_the_rules(name: str):
    text = (TEMPLATES / name).read_text()
    found = [rule for rule, pattern in FORBIDDEN.items() if re.search(pattern, text)]
    assert not found, f"{name} has {'; '.join(found)}"


@pytest.mark.parametrize("name", ALL)
def test_a_form_that_changes_something_carries_the_token(name: str):
    forms = re.findall(r"<form[^>]*method=\"post\".*?</form>", (TEMPLATES / name).read_text(), re.DOTALL)
    assert all("csrf()" in form for form in forms), f"{name} has a form without ui.csrf()"


def test_templates_hold_no_greek_of_their_own():
    """Greek stands in the catalogues; only the language's own name and comments may be Greek in a template."""
    with_greek = {
        path.relative_to(TEMPLATES).as_posix()
        for path in Path(TEMPLATES).rglob("*.html")
        if re.search(r"[Α-Ωα-ωά-ώ]", re.sub(r"{#.*?#}", "", path.read_text(), flags=re.DOTALL))
    }
    assert with_greek <= {"frame/language_switch.html", "gallery.html"}
