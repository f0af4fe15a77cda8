"""Every outcome can be told in both languages, with what would change it or what to ask."""

import json
import re
from dataclasses import replace

import pytest

from matching.codes import Code, Verdict
from matching.explanation import reason, what_to_ask, what_would_change
from matching.finding import Finding, found
from matching.wording.base import Whom
from matching.wording.every import WORDING
from matching.words import counted, duration, in_words
from tests.unit.matching.givens import a_hidden_offer, an_offer

GREEK = re.compile("[α-ωά-ώΑ-Ω]")
GAP = re.compile(r"\{(\w+)\}")
SAMPLE = {
    "whom": "boys",
    "who": "son",
    "limit": 12,
    "age": 13,
    "people": ("F34", "M~13"),
    "documents": ("xray", "amka"),
    "groups": ("roma", "homeless"),
    "circumstances": ("pet",),
    "languages": ("fa",),
    "unit": "room",
    "on": "2026-11-29",
    "minutes": 40,
    "hours": 12,
    "days": 1,
    "nights": 30,
    "longest": 14,
    "places": 4,
    "free": 2,
    "needed": 3,
    "missing": 1,
    "size": 3,
    "opens": "19:00",
    "closes": "21:00",
    "arrives": "22:40",
}


@pytest.mark.parametrize("code", Code)
def test_every_code_is_told_in_greek_and_in_english_with_the_same_figures(code: Code) -> None:
    el, en = (reason(Finding(code, SAMPLE), language) for language in ("el", "en"))
    assert GREEK.search(el)
    assert not GREEK.search(en)
    assert "{" not in el + en
    wording = WORDING[code]
    assert set(GAP.findall(wording.el)) == set(GAP.findall(wording.en))


@pytest.mark.parametrize("code", Code)
def test_what_is_unmet_says_what_would_change_it_and_what_is_unknown_whom_to_ask(code: Code) -> None:
    finding, place = Finding(code, SAMPLE), an_offer()
    changes = [what_would_change(finding, language) for language in ("el", "en")]
    questions = [what_to_ask(finding, place, language) for language in ("el", "en")]
    assert [bool(text) for text in changes] == [code.verdict is Verdict.UNMET] * 2
    assert [bool(text) for text in questions] == [code.verdict is Verdict.UNKNOWN] * 2


def test_a_code_begins_with_its_criterion_and_is_found_again_by_its_text() -> None:
    assert {Code(str(code)) for code in Code} == set(Code)
    assert Code.SEX_AGE_TOO_OLD.criterion == "sex_age"
    assert all(not code.remark or code.verdict is Verdict.MET for code in Code)


@pytest.mark.parametrize("code", Code)
def test_a_finding_that_was_stored_as_json_is_told_in_the_same_words(code: Code) -> None:
    stored = json.loads(json.dumps({"code": code, "params": SAMPLE}))
    read = Finding(Code(stored["code"]), stored["params"])
    assert reason(read, "el") == reason(Finding(code, SAMPLE), "el")


def test_the_place_is_asked_by_its_telephone() -> None:
    never = found(Code.FIGURE_NEVER_GIVEN)
    called = an_offer(phone="24310 00 000")
    assert what_to_ask(never, called, "el") == "καλέστε 24310 00 000 και ρωτήστε: πόσες θέσεις είναι ελεύθερες"
    assert what_to_ask(never, called, "en") == "call 24310 00 000 and ask: how many places are free"
    assert what_to_ask(never, replace(called, phone=None), "en") == "ask the place: how many places are free"


def test_a_hidden_place_is_asked_through_the_network_even_where_its_telephone_is_known() -> None:
    hidden = a_hidden_offer(phone="24310 00 000")
    assert (
        what_to_ask(found(Code.FIGURE_NEVER_GIVEN), hidden, "en") == "ask through the network: how many places are free"
    )


def test_some_things_only_the_people_or_the_prosecutor_can_say() -> None:
    age = found(Code.SEX_AGE_PERSON_NOT_KNOWN, people=("F?",))
    assert what_to_ask(age, an_offer(), "en") == "ask the household: everyone's age and sex"
    assert WORDING[Code.ORDER_NOT_KNOWN].whom is Whom.PROSECUTOR
    order = what_to_ask(found(Code.ORDER_NOT_KNOWN), an_offer(), "el")
    assert order == "ρωτήστε την εισαγγελία ανηλίκων: αν υπάρχει ή μπορεί να δοθεί εντολή"


def test_a_missing_document_says_what_practice_accepts() -> None:
    missing = found(Code.DOCUMENTS_MISSING, documents=("xray", "med"))
    assert what_would_change(missing, "en") == "chest X-ray (at the duty hospital, 1–5 days)· medical report"


def test_numbers_come_with_their_noun() -> None:
    assert [counted(n, "place", "el") for n in (1, 2)] == ["1 θέση", "2 θέσεις"]
    assert [duration(m, "el") for m in (1, 119, 120, 2879, 2880)] == [
        "1 λεπτό",
        "119 λεπτά",
        "2 ώρες",
        "47 ώρες",
        "2 ημέρες",
    ]


def test_labels_lose_their_capital_in_a_greek_sentence_unless_it_is_their_own() -> None:
    words = in_words({"documents": ("amka", "xray"), "groups": ("roma", "lgbtqi", "homeless")}, "el")
    assert words["documents"] == "ΑΜΚΑ, ακτινογραφία θώρακος"
    assert words["groups"] == "Ρομά, ΛΟΑΤΚΙ+ άτομα, άστεγοι/ες"
