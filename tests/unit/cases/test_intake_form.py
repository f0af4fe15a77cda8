"""What was typed into the intake form comes back as it was, and becomes a case and its needs."""

from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.case import Danger, PaperState
from graph.model.lists.need_kinds import NEED_KINDS
from hub.cases.intake_choices import ASKED_PAPERS, intake_choices
from hub.cases.intake_form import SEVERAL, IntakeForm, empty_form, read_form
from hub.cases.intake_said import intake_of, needs_of
from hub.people.vault import Vault
from hub.web.i18n import Language
from tests.unit.cases.forms import LARISSA, VOLOS, a_form, sent

VAULT = Vault("a key that only the tests know, and long")
ONE_TEXT = [f.name for f in fields(IntakeForm) if f.name not in SEVERAL | {"papers"}]
texts = st.text(max_size=400)


@given(
    st.dictionaries(st.sampled_from(ONE_TEXT), texts),
    st.dictionaries(st.sampled_from(sorted(SEVERAL)), st.lists(texts)),
)
def test_nothing_typed_is_lost(one: dict[str, str], several: dict[str, list[str]]) -> None:
    form = read_form(sent(**one, **several))
    assert {name: getattr(form, name) for name in one} == one
    assert {name: getattr(form, name) for name in several} == several


def test_papers_come_one_field_each() -> None:
    form = read_form(sent(paper_id="has", paper_xray="pending", paper_blood="not_known", paper_other="has"))
    assert form.papers == {"id": "has", "xray": "pending", "blood": "not_known"}


def test_a_file_sent_in_the_place_of_a_text_is_no_answer() -> None:
    form = read_form(sent(caller="self"))
    assert (form.caller, form.phone) == ("self", "")


def test_a_new_form_keeps_them_together_for_one_night_in_greek() -> None:
    form = empty_form("once", "hospital")
    assert (form.together, form.nights, form.languages, form.caller) == ("yes", "1", ["el"], "hospital")


def test_a_form_becomes_a_household_with_the_first_one_named() -> None:
    intake = intake_of(a_form(name=" Ελένη ", together="", languages=["ar", "en"]), VAULT)
    first, *others = intake.household.members
    assert VAULT.open(first.sealed_name) == "Ελένη"
    assert [p.sealed_name for p in others] == [None, None]
    assert (intake.household.together, intake.household.languages) == (False, ("ar", "en"))


def test_phone_and_note_are_sealed_and_empty_ones_stay_empty() -> None:
    intake = intake_of(a_form(phone="6900 000 000", note=" έξω από το νοσοκομείο "), VAULT)
    assert VAULT.open(intake.safe_contact.sealed_phone) == "6900 000 000"
    assert VAULT.open(intake.sealed_note) == "έξω από το νοσοκομείο"
    bare = intake_of(a_form(), VAULT)
    assert (bare.safe_contact.sealed_phone, bare.sealed_note, bare.household.members[0].sealed_name) == (None,) * 3


def test_codes_go_on_as_they_were_chosen() -> None:
    intake = intake_of(
        a_form(
            danger="yes",
            caller="police",
            whereabouts="street",
            circumstances=["pet", "step_free"],
            sharing_basis="vital_interest",
            safe_ways=["call"],
            safe_hours="8–10",
        ),
        VAULT,
    )
    assert (intake.danger, intake.caller, intake.whereabouts) == (Danger.YES, "police", "street")
    assert (intake.where_now, intake.sharing_basis) == (LARISSA, "vital_interest")
    assert intake.circumstances == {"pet", "step_free"}
    assert (intake.safe_contact.ways, intake.safe_contact.hours) == (("call",), "8–10")


@pytest.mark.parametrize("circumstance", ["violence", "trafficking"])
def test_where_there_is_violence_an_open_answer_becomes_ask_the_person(circumstance: str) -> None:
    assert intake_of(a_form(circumstances=[circumstance]), VAULT).safe_contact.ways == ("ask",)
    said = a_form(circumstances=[circumstance], safe_ways=["never"])
    assert intake_of(said, VAULT).safe_contact.ways == ("never",)


def test_without_violence_an_open_answer_stays_open() -> None:
    assert intake_of(a_form(circumstances=["pet"]), VAULT).safe_contact.ways == ()


def test_a_paper_nobody_knows_about_is_not_recorded() -> None:
    intake = intake_of(a_form(paper_id="has", paper_xray="has_not", paper_blood="not_known"), VAULT)
    assert intake.papers == {"id": PaperState.HAS, "xray": PaperState.HAS_NOT}


def test_each_kind_becomes_a_need_in_the_order_of_the_page() -> None:
    needs = needs_of(a_form(kinds=["legal", "shelter_tonight"]))
    assert [(n.kind, n.urgency, n.area_id) for n in needs] == [
        ("shelter", "emergency", LARISSA),
        ("legal", "short_notice", LARISSA),
    ]


def test_urgency_start_and_nights_are_those_that_were_said() -> None:
    (need,) = needs_of(a_form(kinds=["shelter_from_date"], urgency="standard", starts_on="2026-12-01", nights=" 30 "))
    assert (need.kind, need.urgency, need.starts_on, need.nights) == (
        "shelter_from_date",
        "standard",
        date(2026, 12, 1),
        30,
    )


def test_tonight_stays_tonight_where_another_shelter_begins_later() -> None:
    needs = needs_of(a_form(kinds=["shelter_tonight", "shelter_from_date"], starts_on="2026-12-01"))
    assert [n.starts_on for n in needs] == [None, date(2026, 12, 1)]


def test_they_are_kept_away_from_all_of_the_municipality_where_they_are() -> None:
    (need,) = needs_of(a_form(away_here="yes"))
    assert list(need.away_area_ids) == ["municipality-9100"]
    (wide,) = needs_of(a_form(away_here="yes", where="", where_id="regional-unit-22"))
    assert list(wide.away_area_ids) == ["regional-unit-22"]


def test_they_are_kept_away_from_every_place_named_once() -> None:
    form = a_form(away="Βόλος", away_id=VOLOS, away_2="Λάρισα", away_3="βόλος", away_kilometres="40")
    (need,) = needs_of(form)
    assert (list(need.away_area_ids), need.away_kilometres) == ([VOLOS, LARISSA], 40)


def test_a_place_that_was_typed_and_not_chosen_is_looked_up() -> None:
    assert a_form(where="larisa", where_id="").area("where") == LARISSA
    assert a_form(where="Λάρισα", where_id="no such area").area("where") == LARISSA
    assert a_form(where="λ", where_id="").area("where") is None
    assert a_form(where="Ατλαντίς", where_id="").area("where") is None


def test_the_same_form_has_one_fingerprint_and_a_changed_one_another() -> None:
    assert a_form(once="a").fingerprint() == a_form(once="a").fingerprint()
    assert a_form(once="a", note="x").fingerprint() != a_form(once="a").fingerprint()
    assert a_form(once="b").fingerprint() != a_form(once="a").fingerprint()


@pytest.mark.parametrize("language", Language)
def test_no_key_is_given_twice_in_a_group_or_in_groups_that_act_together(language: Language) -> None:
    choices = intake_choices(language)
    together = [c.key for name in ("kinds", "circumstances", "away_here") for c in choices[name] if c.key]
    assert len(set(together)) == len(together)
    for name, group in choices.items():
        keys = [c.key for c in group if c.key]
        assert len(set(keys)) == len(keys), name


def test_the_page_offers_every_kind_and_the_five_papers() -> None:
    choices = intake_choices(Language.EL)
    assert [c.value for c in choices["kinds"]] == list(NEED_KINDS.codes)
    assert [c.value for c in choices["papers"]] == list(ASKED_PAPERS)
    assert choices["paper_states"][0].value == PaperState.UNKNOWN
