"""Opening a case: what the page takes, what it gives back, and that nothing half is left behind."""

import re

import pytest

from graph.model.case import Case, Need, PaperState
from graph.repositories.cases import get_cases, list_case_ids
from graph.repositories.needs import list_needs
from graph.session import Writing
from hub.bootstrap import Hub
from tests.pages.intake.asking import Asker, words
from tests.pages.intake.given import LARISSA, Coordinator, given_a_coordinator
from tests.pages.server import Served, given_account

VALUE = re.compile(r'name="(\w+)"[^>]* value="([^"]*)"')


def opened(hub: Hub, by: Coordinator) -> list[tuple[Case, list[Need]]]:
    def read(tx: Writing) -> list[tuple[Case, list[Need]]]:
        ids = list_case_ids(tx, by.subject.scope, limit=100)
        cases = get_cases(tx, by.subject.scope, ids, purpose="test") if ids else []
        return [(case, list_needs(tx, [case.id])) for case in cases]

    return hub.graph.write(by.subject.actor(hub.clock.now()), read)


def test_a_case_is_opened_with_its_need_and_leads_to_the_places(asker: Asker, hub: Hub, maria: Coordinator) -> None:
    answer = asker.open_case(
        circumstances=["violence", "hidden_address"],
        away_here="yes",
        sharing_basis="verbal_consent",
        phone="6900000000",
        name="Ελένη",
        paper_xray="pending",
    )
    ((case, (need,)),) = opened(hub, maria)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/needs/{need.id}/matches")
    assert [p.age for p in case.household.members] == [34, 6, 13]
    assert (case.where_now, case.caller, case.sharing_basis) == (LARISSA, "self", "verbal_consent")
    assert (case.circumstances, case.safe_contact.ways) == ({"violence", "hidden_address"}, ("ask",))
    assert case.papers == {"xray": PaperState.PENDING}
    assert (need.kind, need.urgency, need.keep_away.areas) == ("shelter_tonight", "emergency", {"municipality-9100"})
    assert hub.vault.open(case.safe_contact.sealed_phone) == "6900000000"


def test_each_kind_is_a_need_and_a_place_to_sleep_comes_first(asker: Asker, hub: Hub, maria: Coordinator) -> None:
    answer = asker.open_case(kinds=["legal", "shelter_tonight", "psychosocial"])
    ((_, needs),) = opened(hub, maria)
    assert {n.kind for n in needs} == {"legal", "shelter_tonight", "psychosocial"}
    shelter = next(n for n in needs if n.kind == "shelter_tonight")
    assert answer.headers["location"] == f"/needs/{shelter.id}/matches"


def test_save_goes_on_to_the_case(asker: Asker, hub: Hub, maria: Coordinator) -> None:
    answer = asker.open_case(then="case")
    ((case, needs),) = opened(hub, maria)
    assert (answer.status_code, answer.headers["location"], len(needs)) == (303, f"/cases/{case.id}", 1)


def test_the_same_form_sent_twice_opens_one_case(asker: Asker, hub: Hub, maria: Coordinator) -> None:
    first, again = asker.open_case(once="one form"), asker.open_case(once="one form")
    assert first.headers["location"] == again.headers["location"]
    assert len(opened(hub, maria)) == 1
    asker.open_case(once="one form", household="Γ35")
    assert len(opened(hub, maria)) == 2


def test_a_mistake_opens_nothing_and_loses_nothing(asker: Asker, hub: Hub, maria: Coordinator) -> None:
    typed = {
        "danger": "no",
        "caller": "hospital",
        "where": "Ατλαντίς",
        "where_id": "",
        "household": "Γ34 Γ3α <b>",
        "starts_on": "2026-11-01",
        "nights": "x",
        "away": "Νεφελοκοκκυγία",
        "away_2": "Βόλος",
        "away_kilometres": "9999",
        "phone": "6900 000 000",
        "safe_hours": "8–10",
        "name": "Ελένη",
        "note": "ν" * 281,
        "once": "this form",
    }
    answer = asker.open_case(
        **typed,
        kinds=["legal", "other"],
        circumstances=["pet"],
        safe_ways=["never", "sms"],
        languages=["ar"],
        paper_blood="has",
        urgency="standard",
        whereabouts="port",
        sharing_basis="legal_duty",
    )
    assert answer.status_code == 422
    assert opened(hub, maria) == []
    shown = dict(VALUE.findall(answer.text))
    kept = {name: shown[name] for name in typed if name not in ("danger", "caller", "note", "household")}
    assert kept == {name: typed[name] for name in kept}
    assert shown["household"] == "Γ34 Γ3α &lt;b&gt;"
    assert "ν" * 281 in answer.text
    for name, value in [
        *(("kinds", "legal"), ("kinds", "other"), ("circumstances", "pet"), ("safe_ways", "never")),
        *(("safe_ways", "sms"), ("languages", "ar"), ("sharing_basis", "legal_duty"), ("caller", "hospital")),
    ]:
        assert re.search(rf'name="{name}" value="{value}"[^>]* checked', answer.text), (name, value)
    for value in ("standard", "port", "has"):
        assert f'<option value="{value}" selected>' in answer.text
    assert re.search(r'name="together" value="yes" checked', answer.text)


def test_mistakes_are_told_at_the_top_and_at_their_fields(asker: Asker) -> None:
    answer = asker.open_case(danger="", household="Γ134")
    told = words(answer)
    assert told.count("Η ηλικία στο «Γ134» δεν γίνεται δεκτή. Γράψτε 0–120, ή ως 35 μήνες.") == 2
    assert '<a href="#danger">' in answer.text
    assert '<a href="#household">' in answer.text
    for target in ("danger", "household"):
        assert f'id="{target}"' in answer.text


def test_the_reader_is_told_in_her_language(running_hub: Served, hub: Hub) -> None:
    asker = Asker(running_hub, given_a_coordinator(hub, language="en").account)
    assert "“Γ3α” is not understood. Example: F34 F6 M13" in words(asker.open_case(household="Γ3α"))
    asker.close()


def test_a_date_that_no_need_can_have_leaves_no_case_behind(asker: Asker, hub: Hub, maria: Coordinator) -> None:
    answer = asker.open_case(starts_on="2026-11-23")
    assert (answer.status_code, opened(hub, maria)) == (422, [])
    assert "Διαλέξτε ημέρα από 24/11/2026" in words(answer)


@pytest.mark.parametrize("field", ["kinds", "caller", "sharing_basis", "urgency", "circumstances", "languages"])
def test_a_code_that_no_page_offered_is_refused(asker: Asker, hub: Hub, maria: Coordinator, field: str) -> None:
    answer = asker.open_case(**{field: "made_up"})
    assert (answer.status_code, opened(hub, maria)) == (422, [])
    assert f'<a href="#{field}">' in answer.text


def test_who_called_last_is_offered_again(asker: Asker) -> None:
    assert 'value="hospital" data-key="4"' in asker.get("/cases/new").text
    assert not re.search(r'value="hospital"[^>]* checked', asker.get("/cases/new").text)
    asker.open_case(caller="hospital")
    assert re.search(r'name="caller" value="hospital"[^>]* checked', asker.get("/cases/new").text)


def test_every_new_form_is_another(asker: Asker) -> None:
    marks = {dict(VALUE.findall(asker.get("/cases/new").text))["once"] for _ in range(2)}
    assert len(marks) == 2


@pytest.mark.parametrize(("q", "first"), [("λαρ", "Λάρισα"), ("lar", "Λάρισα"), ("λ", None), ("", None), ("ξξξ", None)])
def test_places_are_suggested_from_two_letters_on(asker: Asker, q: str, first: str | None) -> None:
    found = asker.get("/areas/suggest", q=q).json()
    assert (found[0]["label"] if found else None) == first
    assert all(set(one) == {"id", "label"} for one in found)


def test_the_household_is_read_while_it_is_typed(asker: Asker, running_hub: Served, hub: Hub) -> None:
    assert asker.get("/household/read", line="F~34 g6 Α7μ Ξ1").json() == [
        {"label": "Γ~34", "wrong": False},
        {"label": "Γ6", "wrong": False},
        {"label": "Α7μ", "wrong": False},
        {"label": "Ξ1", "wrong": True},
    ]
    english = Asker(running_hub, given_a_coordinator(hub, language="en").account)
    assert english.get("/household/read", line="Γ34").json() == [{"label": "F34", "wrong": False}]
    english.close()


@pytest.mark.parametrize("role", ["provider_staff", "planner", "auditor"])
def test_only_those_who_may_open_cases_see_the_page(running_hub: Served, hub: Hub, role: str) -> None:
    asker = Asker(running_hub, given_account(hub, role, []))
    assert asker.get("/cases/new").status_code == 403
    assert asker.open_case().status_code == 403
    asker.close()


def test_a_form_of_another_site_is_refused(asker: Asker, hub: Hub, maria: Coordinator) -> None:
    answer = asker.send("/cases/new", token="made up", danger="no")
    assert (answer.status_code, opened(hub, maria)) == (403, [])
