"""Search, alerts, and what the hub says of itself."""

from html import escape

import pytest

from graph.model.events import EventType
from hub.alerts.words import WORDS
from hub.bootstrap import Hub
from hub.web.i18n import Language, translate
from tests.pages.intake.asking import Asker, words
from tests.pages.intake.given import Coordinator, given_a_case, given_a_coordinator, given_an_alert
from tests.pages.server import Served, given_account


def test_a_case_is_found_by_its_number(asker: Asker, hub: Hub, maria: Coordinator) -> None:
    opened = given_a_case(hub, maria, "Γ34")
    for typed in (opened.number, opened.number.lower().replace("k", "κ"), opened.number[2:]):
        found = asker.get("/search", q=typed)
        assert (found.status_code, found.headers["location"]) == (303, f"/cases/{opened.case_id}")


@pytest.mark.parametrize("typed", ["K-000000", "Ελένη", "<script>alert(1)</script>"])
def test_a_search_that_finds_nothing_says_what_a_number_looks_like(asker: Asker, typed: str) -> None:
    answer = asker.get("/search", q=typed)
    assert answer.status_code == 200
    assert f"Τίποτα για «{escape(typed)}». Ο αριθμός περιστατικού γράφεται K-241830." in answer.text
    assert "<script>alert" not in answer.text


def test_a_search_before_anything_was_typed_only_asks(asker: Asker) -> None:
    told = words(asker.get("/search"))
    assert "Αριθμός περιστατικού" in told
    assert "Τίποτα" not in told


def test_a_stranger_cannot_tell_a_number_of_others_from_none(running_hub: Served, hub: Hub, maria: Coordinator) -> None:
    theirs = given_a_case(hub, maria, "Γ34").number
    for account in (given_a_coordinator(hub).account, given_account(hub, "provider_staff", [])):
        stranger = Asker(running_hub, account)
        there, nowhere = stranger.get("/search", q=theirs), stranger.get("/search", q="K-000001")
        assert there.status_code == nowhere.status_code == 200
        assert words(there).replace(theirs, "") == words(nowhere).replace("K-000001", "")
        stranger.close()


def test_no_alert(asker: Asker) -> None:
    told = words(asker.get("/alerts"))
    assert "Καμία ειδοποίηση." in told
    assert "Όλα διαβάστηκαν" not in told


@pytest.mark.parametrize("event", WORDS)
def test_every_alert_has_its_words(asker: Asker, hub: Hub, maria: Coordinator, event: EventType) -> None:
    given_an_alert(hub, maria, event)
    told = words(asker.get("/alerts"))
    assert translate(Language.EL, WORDS[event]) in told
    assert "20:00" in told
    assert "νέα" in told


def test_an_alert_leads_to_its_referral_and_can_be_marked_read(asker: Asker, hub: Hub, maria: Coordinator) -> None:
    given_an_alert(hub, maria, EventType.REFERRAL_ACCEPTED, "a-referral")
    given_an_alert(hub, maria, EventType.ARRIVAL_RECORDED, "a-claim")
    before = asker.get("/alerts").text
    assert 'href="/referrals/a-referral"' in before
    assert "a-claim" not in before
    assert "2 <span" in before
    answer = asker.send("/alerts")
    assert (answer.status_code, answer.headers["location"]) == (303, "/alerts")
    after = words(asker.get("/alerts"))
    assert after.count("διαβάστηκε") == 2
    assert " νέα " not in after


def test_alerts_of_others_are_not_told(running_hub: Served, hub: Hub, maria: Coordinator, asker: Asker) -> None:
    given_an_alert(hub, maria, EventType.REFERRAL_DECLINED, "a-referral")
    stranger = Asker(running_hub, given_a_coordinator(hub).account)
    stranger.send("/alerts")
    assert "a-referral" not in stranger.get("/alerts").text
    stranger.close()
    assert "νέα" in words(asker.get("/alerts"))


@pytest.mark.parametrize(("path", "said"), [("/accessibility", "WCAG 2.2"), ("/privacy", "κρυπτογραφημένα")])
def test_the_hub_says_how_it_can_be_used_and_what_it_keeps(asker: Asker, path: str, said: str) -> None:
    answer = asker.get(path)
    assert answer.status_code == 200
    assert said in words(answer)
