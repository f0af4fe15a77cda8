"""What the macros promise to those who do not see the page."""

import re
from datetime import timedelta

import pytest
from jinja2 import Environment

from graph.model.lists import states
from hub.web.components import Choice, Fact, StepState, TrackStep
from hub.web.i18n import Language
from hub.web.page import framed
from hub.web.shapes import SHAPES
from hub.web.templating import STATES
from tests.unit.web.gallery import a_frame
from tests.unit.web.gallery_form import NOW

EVERY_STATE = [(group, label.code) for group, labels in STATES.items() for label in labels]


@pytest.fixture
def write(environment: Environment):
    def written(source: str, language: Language = Language.EL, **context: object) -> str:
        with framed(a_frame(language)):
            html = environment.from_string(source).render(context)
        return re.sub(r"\s+", " ", html)

    return written


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html)).strip()


@pytest.mark.parametrize(("group", "code"), EVERY_STATE)
def test_every_state_has_a_drawn_shape_and_a_word_in_both_languages(write, group: str, code: str):
    label = STATES[group].get(code)
    assert label.shape in SHAPES
    for language in Language:
        html = write("{{ ui.state(group, code) }}", language, group=group, code=code)
        assert text_of(html) == label.in_language(language.value)
        assert "<svg" in html


def test_every_list_of_states_can_be_written():
    lists = {value.name for value in vars(states).values() if isinstance(value, states.CodedList)}
    assert {labels.name for labels in STATES.values()} == lists


def test_a_hold_says_until_when_and_how_long_that_is(write):
    html = write('{{ ui.state("hold", "held", until=until) }}', until=NOW + timedelta(minutes=72))
    assert text_of(html) == "δεσμευμένη ως 03:43 · 1:12"
    assert 'data-until="2026-11-24T01:43:00Z"' in html


def test_what_people_typed_is_never_markup(write):
    html = write(
        "{{ ui.tag(text) }}{{ ui.banner(text) }}{{ ui.text_field('a', text, value=text, error=text) }}", text="<b>&"
    )
    assert "<b>" not in html
    assert "&lt;b&gt;&amp;" in html


def test_the_error_summary_leads_to_each_field(write):
    errors = {"where": "Πείτε μας πού.", "age": "Γράψτε 0–120."}
    html = write("{{ ui.error_summary(errors) }}", errors=errors)
    assert '<a href="#where">Πείτε μας πού.</a>' in html
    assert '<a href="#age">' in html
    assert "Χρειάζονται 2 διορθώσεις" in html
    assert write("{{ ui.error_summary({}) }}").strip() == ""


def test_an_error_is_tied_to_its_field(write):
    html = write('{{ ui.text_field("age", "Ηλικία", value="134", error="Γράψτε 0–120.") }}')
    assert 'id="age-error"' in html
    assert 'aria-describedby="age-error"' in html
    assert 'value="134"' in html


def test_a_chosen_chip_is_checked_and_a_group_of_several_keeps_all(write):
    choices = [Choice(value=code, label=code.upper(), key=code) for code in "abc"]
    one = write('{{ ui.chips("x", "Χ", choices, "b") }}', choices=choices)
    several = write('{{ ui.chips("x", "Χ", choices, ["a", "c"], multiple=true) }}', choices=choices)
    assert re.findall(r'value="(\w)"[^>]* checked', one) == ["b"]
    assert re.findall(r'value="(\w)"[^>]* checked', several) == ["a", "c"]
    assert 'id="x"' in one
    assert 'data-key="b"' in one


def test_a_button_that_acts_is_a_form_with_the_token(write):
    html = write('{{ ui.post_button("/referrals/1/accept", "Δεκτή", fields={"note": "α"}, key="1") }}')
    assert '<form class="button-form" action="/referrals/1/accept" method="post">' in html
    assert 'name="csrf_token" value="token-1"' in html
    assert 'name="note" value="α"' in html
    assert 'data-key="1"' in html
    assert text_of(html) == "Δεκτή 1"


def test_the_current_step_is_marked_and_the_others_say_how_they_stand(write):
    steps = [
        TrackStep(label="Ανάγκη", state=StepState.DONE),
        TrackStep(label="Δέσμευση", state=StepState.CURRENT),
        TrackStep(label="Άφιξη", state=StepState.WAITING),
    ]
    html = write("{{ ui.track(steps) }}", steps=steps)
    assert html.count('aria-current="step"') == 1
    assert text_of(html) == "Ανάγκη – έγινε Δέσμευση Άφιξη – όχι ακόμη"


def test_a_change_link_says_what_it_changes(write):
    facts = [Fact(label="Μέλη", value="Γ34", change_href="/x")]
    assert "Αλλαγή – Μέλη" in text_of(write("{{ ui.facts(facts) }}", facts=facts))


def test_a_constant_in_a_template_is_written_for_each_reader_anew(environment: Environment):
    template = environment.from_string("{{ 90 | duration }} {{ _('Undo') }}")
    written = []
    for language in Language:
        with framed(a_frame(language)):
            written.append(template.render())
    assert written == ["1 ώρα 30′ Αναίρεση", "1 hour 30 min Undo"]
