"""Every mistake has its sentence in both languages, stands at its field, and says what to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.cases import intake_mistakes
from hub.cases.intake_mistakes import ANSWERS, LONGEST, Message, mistakes_of
from hub.web.i18n import Language, translate
from tests.givens.cast import NOW
from tests.unit.cases.forms import a_form

SENTENCES: dict[str, tuple[dict[str, str | list[str]], str, str]] = {
    "danger": (
        {"danger": ""},
        "Πείτε αν κινδυνεύει κάποιος τώρα· και το «δεν γνωρίζω» είναι απάντηση.",
        "Say whether somebody is in danger now; “not known” is an answer too.",
    ),
    "caller": ({"caller": ""}, "Πείτε ποιος καλεί.", "Say who is calling."),
    "where": (
        {"where": "", "where_id": ""},
        "Πείτε μας πού βρίσκονται τώρα: χωρίς αυτό δεν υπολογίζεται απόσταση.",
        "Say where they are now: without it no distance can be worked out.",
    ),
    "where, unknown": (
        {"where": "Ατλαντίς", "where_id": ""},
        "Δεν βρέθηκε τόπος «Ατλαντίς». Διαλέξτε από τις προτάσεις.",
        "No place is called “Ατλαντίς”. Choose one of the suggestions.",
    ),
    "household": (
        {"household": "  "},
        "Γράψτε ποιοι είναι, για παράδειγμα Γ34 Γ6 Α13.",
        "Write who they are, for example F34 F6 M13.",
    ),
    "household, not understood": (
        {"household": "Γ34 Γ3α"},
        "«Γ3α»: δεν το καταλαβαίνω. Παράδειγμα: Γ34 Γ6 Α13",
        "“Γ3α” is not understood. Example: F34 F6 M13",
    ),
    "household, too old": (
        {"household": "Γ134"},
        "Η ηλικία στο «Γ134» δεν γίνεται δεκτή. Γράψτε 0–120, ή ως 35 μήνες.",
        "The age in “Γ134” cannot be taken. Write 0 to 120, or up to 35 months.",
    ),
    "household, too many": (
        {"household": "Γ1 " * 30 + "Α9"},
        "Ένα νοικοκυριό έχει ως 30 άτομα. Ανοίξτε δεύτερο περιστατικό από το «Α9» και μετά.",
        "At most 30 people fit one household. Open a second case from “Α9” on.",
    ),
    "kinds": ({"kinds": []}, "Διαλέξτε τουλάχιστον ένα αίτημα.", "Choose at least one need."),
    "away": (
        {"away": "Ατλαντίς"},
        "Δεν βρέθηκε τόπος «Ατλαντίς». Διαλέξτε από τις προτάσεις.",
        "No place is called “Ατλαντίς”. Choose one of the suggestions.",
    ),
    "away_3": (
        {"away_3": "Ατλαντίς"},
        "Δεν βρέθηκε τόπος «Ατλαντίς». Διαλέξτε από τις προτάσεις.",
        "No place is called “Ατλαντίς”. Choose one of the suggestions.",
    ),
    "safe_ways": (
        {"safe_ways": ["never", "call"]},
        "Επιλέχθηκε «ποτέ» μαζί με άλλον τρόπο. Αφαιρέστε το ένα από τα δύο.",
        "“Never” was chosen beside another way. Take one of them away.",
    ),
    "safe_hours": (
        {"safe_ways": ["only_at"]},
        "Γράψτε ποιες ώρες είναι ασφαλές.",
        "Say at which hours it is safe.",
    ),
    "starts_on": (
        {"kinds": ["shelter_from_date"]},
        "Πείτε από ποια ημέρα χρειάζονται φιλοξενία.",
        "Say from which day they need shelter.",
    ),
    "starts_on, no date": (
        {"starts_on": "2026-13-01"},
        "«2026-13-01»: δεν είναι ημερομηνία. Γράψτε ημέρα, μήνα και έτος.",
        "“2026-13-01” is no date. Write day, month and year.",
    ),
    "starts_on, past": (
        {"starts_on": "2026-11-23"},
        "Διαλέξτε ημέρα από 24/11/2026 ως 23/11/2028.",
        "Choose a day from 24/11/2026 to 23/11/2028.",
    ),
    "starts_on, too far": (
        {"starts_on": "2028-11-24"},
        "Διαλέξτε ημέρα από 24/11/2026 ως 23/11/2028.",
        "Choose a day from 24/11/2026 to 23/11/2028.",
    ),
    "nights": (
        {"nights": "0"},
        "Γράψτε τις νύχτες με αριθμό από 1 ως 1100.",
        "Write the nights as a number from 1 to 1100.",
    ),
    "away_kilometres": (
        {"away_kilometres": "501"},
        "Γράψτε τα χιλιόμετρα με αριθμό από 1 ως 500.",
        "Write the kilometres as a number from 1 to 500.",
    ),
    "note": (
        {"note": "α" * 281},
        "Εδώ χωρούν ως 280 γράμματα· αυτά είναι 281.",
        "At most 280 letters fit here; these are 281.",
    ),
    "caller, unknown": (
        {"caller": "neighbour"},
        "«neighbour»: δεν είναι απάντηση της σελίδας. Διαλέξτε μία από αυτές που δείχνει.",
        "“neighbour” is none of the answers. Choose one that the page offers.",
    ),
}


def said(message: Message, language: Language) -> str:
    return translate(language, message.text, **message.values)


@pytest.mark.parametrize("case", SENTENCES)
def test_a_mistake_has_its_sentence_in_both_languages(case: str) -> None:
    changed, greek, english = SENTENCES[case]
    found = mistakes_of(a_form(**changed), NOW)
    assert list(found) == [case.split(",")[0]]
    (message,) = found.values()
    assert (said(message, Language.EL), said(message, Language.EN)) == (greek, english)


def test_every_sentence_there_is_has_a_test() -> None:
    texts = {*intake_mistakes.MISSING.values(), *intake_mistakes.WRONG.values()}
    texts |= {v for k, v in vars(intake_mistakes).items() if k.isupper() and isinstance(v, str) and "." in v}
    told = {m.text for changed, *_ in SENTENCES.values() for m in mistakes_of(a_form(**changed), NOW).values()}
    assert texts - told == set()


def test_a_form_that_can_be_taken_has_none() -> None:
    assert mistakes_of(a_form(), NOW) == {}
    full = a_form(
        starts_on="2026-11-24",
        nights="1100",
        away="Βόλος",
        away_kilometres="1",
        safe_ways=["only_at"],
        safe_hours="8–10",
        paper_id="has",
        note="α" * 280,
        urgency="standard",
        whereabouts="street",
        sharing_basis="verbal_consent",
    )
    assert mistakes_of(full, NOW) == {}


def test_all_mistakes_are_told_at_once_in_the_order_of_the_page() -> None:
    form = a_form(danger="", caller="", where="", where_id="", household="Ξ", kinds=[], nights="x", note="α" * 300)
    assert list(mistakes_of(form, NOW)) == ["danger", "caller", "where", "household", "kinds", "nights", "note"]


@pytest.mark.parametrize("field", ANSWERS)
def test_an_answer_that_the_page_does_not_offer_is_refused(field: str) -> None:
    assert field in mistakes_of(a_form(**{field: "made up"}), NOW)


def test_a_state_of_a_paper_that_there_is_not_is_refused() -> None:
    assert list(mistakes_of(a_form(paper_xray="maybe"), NOW)) == ["paper_xray"]


@pytest.mark.parametrize("field", LONGEST)
def test_a_text_that_is_too_long_is_refused_and_never_cut(field: str) -> None:
    fits, too_long = "α" * LONGEST[field], "α" * (LONGEST[field] + 1)
    assert field not in mistakes_of(a_form(**{field: fits}), NOW)
    form = a_form(**{field: too_long})
    assert field in mistakes_of(form, NOW)
    assert getattr(form, field) == too_long


@pytest.mark.parametrize("text", ["", "١٢", "1,5", "-3", "9" * 5000, "12e1", "twelve"])
def test_numbers_are_whole_and_written_in_digits(text: str) -> None:
    found = mistakes_of(a_form(nights=text, away_kilometres=text), NOW)
    assert list(found) == ([] if not text else ["nights", "away_kilometres"])


def test_before_the_day_turns_tonight_is_still_yesterday() -> None:
    early = NOW.replace(day=25, hour=1)
    assert mistakes_of(a_form(starts_on="2026-11-24"), early) == {}


anything = st.text(max_size=30)


@given(
    st.dictionaries(
        st.sampled_from(["danger", "caller", "where", "household", "nights", "starts_on", "away"]), anything
    )
)
def test_no_text_breaks_the_check(changed: dict[str, str]) -> None:
    for message in mistakes_of(a_form(**changed), NOW).values():
        for language in Language:
            assert said(message, language)
