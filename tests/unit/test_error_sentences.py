"""Every error has a sentence, and every sentence is there in both languages."""

import ast
import re
from pathlib import Path

import pytest

from graph.model.errors import Conflict, HubError, Invalid
from hub.error_sentences import SENTENCES
from hub.problems import problem_of
from hub.validation_sentences import OTHER, field_sentence
from hub.validation_sentences import SENTENCES as OF_FIELDS
from hub.web.i18n import Language, translations

ROOT = Path(__file__).parents[2]
RAISED = {"Conflict": 0, "Refused": 0, "Invalid": 1}
"""Class → the position of the code among its arguments."""
PLACEHOLDER = re.compile(r"%\((\w+)\)s")
GREEK = re.compile("[α-ωά-ώ]")


def codes_raised() -> dict[str, str]:
    """Every code written in a raised error, with a file where it stands."""
    found: dict[str, str] = {}
    for folder in ("graph", "hub", "matching", "connectors"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED:
                    position = RAISED[node.func.id]
                    if len(node.args) > position and isinstance(node.args[position], ast.Constant):
                        found[str(node.args[position].value)] = path.name  # pyright: ignore
    return found


def test_every_code_that_is_raised_has_a_sentence() -> None:
    assert {code: file for code, file in codes_raised().items() if code not in SENTENCES} == {}


@pytest.mark.parametrize("kind", ["hold", "reservation", "placement"])
def test_the_codes_that_are_put_together_have_one_too(kind: str) -> None:
    assert f"{kind}-has-ended" in SENTENCES


def texts() -> list[str]:
    of_errors = [text for sentence in SENTENCES.values() for text in (sentence.title, sentence.detail)]
    return [*of_errors, *(sentence.sentence for sentence in (*OF_FIELDS.values(), OTHER))]


def test_every_sentence_is_there_in_greek_with_the_same_gaps() -> None:
    for text in texts():
        greek = translations(Language.EL).gettext(text)
        assert GREEK.search(greek), text
        assert set(PLACEHOLDER.findall(greek)) == set(PLACEHOLDER.findall(text)), text


def test_a_mistake_in_a_field_is_told_with_the_limits_of_the_schema() -> None:
    assert field_sentence("less_than_equal", {"le": 120}, Language.EL).sentence == "Δώστε 120 ή λιγότερο."
    assert field_sentence("never_heard_of", {}, Language.EN).sentence == OTHER.sentence


def test_an_error_knows_its_status_and_names_its_field() -> None:
    told = problem_of(Invalid("nights", "capacity-unit-required"), Language.EN)
    assert (told.status, [e.field for e in told.errors]) == (422, ["nights"])


@pytest.mark.parametrize("error", [Conflict("never-written-down"), HubError("never-written-down")])
def test_an_error_without_a_sentence_is_told_by_its_status(error: HubError) -> None:
    assert problem_of(error, Language.EN).type == "never-written-down"
