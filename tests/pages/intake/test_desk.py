"""The desk: each need once, with where it stands and the one thing to do; nothing about people but the line."""

import re
from datetime import timedelta

import pytest

from hub.bootstrap import Hub
from hub.cases.intake_said import intake_of
from hub.cases.service import NeedSaid, open_intake
from hub.clock import StandingClock
from hub.desk import service
from tests.pages.intake.asking import Asker, words
from tests.pages.intake.given import (
    LARISSA,
    Coordinator,
    Opened,
    given_a_case,
    given_a_coordinator,
    given_a_place,
    given_accepted,
    given_arrived,
    given_declined,
    given_held,
    given_left,
    given_referred,
)
from tests.pages.server import Served, given_account
from tests.unit.cases.forms import a_form

ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
ACT = re.compile(r'class="govuk-button[^"]*" href="([^"]+)"')


def rows(asker: Asker, part: str) -> dict[str, tuple[str, str]]:
    """Words and action of each row of `now` or `under-way`, by case number."""
    page = asker.get("/desk").text
    section = page[page.index(f'id="{part}"') :].split("</section>")[0]
    told = {}
    for row in ROW.findall(section):
        number = re.search(r">(K-\d{6})<", row)
        if number:
            told[number[1]] = (" ".join(re.sub(r"<[^>]+>", " ", row).split()), ACT.findall(row)[-1])
    return told


def test_an_empty_desk_says_so_and_when(asker: Asker) -> None:
    told = words(asker.get("/desk"))
    assert "Καμία εκκρεμότητα. Τελευταία ενημέρωση 20:00." in told
    assert "Τίποτα σε εξέλιξη." in told


def test_an_open_need_waits_for_a_place(asker: Asker, hub: Hub, maria: Coordinator) -> None:
    opened = given_a_case(hub, maria, "Γ34 Γ6 Α13", "shelter_tonight")
    told, act = rows(asker, "now")[opened.number]
    assert told == f"{opened.number} Γ34 · Γ6 · Α13 Φιλοξενία απόψε Βρες θέση"
    assert act == f"/needs/{opened.need_id}/matches"


def test_a_case_without_a_need_leads_to_the_case(asker: Asker, hub: Hub, maria: Coordinator) -> None:
    opened = given_a_case(hub, maria, "Γ71")
    told, act = rows(asker, "now")[opened.number]
    assert "Κανένα αίτημα ακόμη" in told
    assert act == f"/cases/{opened.case_id}"


def test_each_open_need_of_a_case_is_a_row(asker: Asker, hub: Hub, maria: Coordinator) -> None:
    given_a_case(hub, maria, "Γ34", "shelter_tonight", "legal")
    told = words(asker.get("/desk"))
    assert "Φιλοξενία απόψε" in told
    assert "Νομική υποστήριξη" in told
    assert told.count("Βρες θέση") == 2


def test_a_held_place_counts_down_and_presses_in_its_last_minutes(
    asker: Asker, hub: Hub, maria: Coordinator, clock: StandingClock
) -> None:
    opened = given_held(hub, maria, "Γ34", given_a_place(hub))
    told, act = rows(asker, "under-way")[opened.number]
    assert "1:30" in told
    assert "δεσμευμένη Ξενώνας Κυκλάμινο Στείλε παραπομπή" in told
    assert act == f"/cases/{opened.case_id}"
    clock.at += timedelta(minutes=76)
    asker.come_back()
    assert "0:14" in rows(asker, "now")[opened.number][0]
    clock.at += timedelta(minutes=20)
    asker.come_back()
    told, act = rows(asker, "now")[opened.number]
    assert "έληξε" in told
    assert act == f"/needs/{opened.need_id}/matches"


def test_a_referral_is_waited_for_and_then_has_no_answer(
    asker: Asker, hub: Hub, maria: Coordinator, clock: StandingClock
) -> None:
    opened, _ = given_referred(hub, maria, "Γ34", given_a_place(hub))
    told, act = rows(asker, "under-way")[opened.number]
    assert "στάλθηκε" in told
    assert act == f"/cases/{opened.case_id}"
    clock.at += timedelta(hours=3)
    asker.come_back()
    told, act = rows(asker, "now")[opened.number]
    assert "χωρίς απάντηση" in told
    assert "Άλλη θέση" in told
    assert act == f"/needs/{opened.need_id}/matches"


def test_a_refusal_leads_to_another_place(asker: Asker, hub: Hub, maria: Coordinator) -> None:
    opened = given_declined(hub, maria, "Γ34", given_a_place(hub))
    told, act = rows(asker, "now")[opened.number]
    assert "μη δεκτή Ξενώνας Κυκλάμινο Άλλη θέση" in told
    assert act == f"/needs/{opened.need_id}/matches"


def test_an_accepted_one_is_asked_about_when_it_is_overdue(
    asker: Asker, hub: Hub, maria: Coordinator, clock: StandingClock
) -> None:
    opened = given_accepted(hub, maria, "Γ34", given_a_place(hub))
    told, act = rows(asker, "under-way")[opened.number]
    assert "κατοχυρωμένη" in told
    assert act == f"/cases/{opened.case_id}"
    clock.at += timedelta(hours=23)
    asker.come_back()
    told, _ = rows(asker, "now")[opened.number]
    assert re.search(r"\+\d+:\d\d", told)
    assert "Έφτασαν;" in told


def test_those_who_arrived_are_under_way_and_those_who_left_wait_to_be_closed(
    asker: Asker, hub: Hub, maria: Coordinator
) -> None:
    place = given_a_place(hub)
    stays, _ = given_arrived(hub, maria, "Γ34", place)
    left = given_left(hub, maria, "Γ35", place)
    told = rows(asker, "under-way")
    assert "ήρθε" in told[stays.number][0]
    assert "αποχώρησε" in told[left.number][0]
    assert told[left.number][0].endswith("Κλείσιμο")
    assert rows(asker, "now") == {}


def test_what_presses_most_comes_first(asker: Asker, hub: Hub, maria: Coordinator, clock: StandingClock) -> None:
    later = given_a_case(hub, maria, "Γ22", "shelter_tonight")
    clock.at -= timedelta(hours=2)
    earlier = given_a_case(hub, maria, "Γ21", "shelter_tonight")
    clock.at += timedelta(hours=2)
    assert list(rows(asker, "now")) == [earlier.number, later.number]


def test_others_see_nothing_of_it(running_hub: Served, hub: Hub, maria: Coordinator) -> None:
    opened = given_a_case(hub, maria, "Γ34", "shelter_tonight")
    stranger = Asker(running_hub, given_a_coordinator(hub).account)
    assert opened.number not in stranger.get("/desk").text + stranger.get("/cases").text
    staff = Asker(running_hub, given_account(hub, "provider_staff", []))
    assert (staff.get("/desk").status_code, staff.get("/cases").status_code) == (403, 403)
    stranger.close()
    staff.close()


def test_nothing_about_people_but_the_household_line(asker: Asker, hub: Hub, maria: Coordinator) -> None:
    secret = a_form(
        name="Ελένη",
        phone="6900123456",
        note="έξω από το σχολείο",
        circumstances=["violence"],
        away="Βόλος",
        safe_hours="8-10",
    )
    need = NeedSaid("shelter_tonight", "emergency", LARISSA, None, None, 1)
    open_intake(hub, maria.subject, intake_of(secret, hub.vault), needs=[need])
    for path in ("/desk", "/cases", "/desk?block=cases"):
        told = words(asker.get(path))
        assert "Γ34 · Γ6 · Α13" in told
        assert not [s for s in ("Ελένη", "6900123456", "690 012", "σχολείο", "Βία", "Βόλος", "8-10") if s in told]


BLOCKS = [("cases", "Τώρα", "Όλες οι θέσεις"), ("capacity", "Όλες οι θέσεις", "Τώρα")]


@pytest.mark.parametrize(("block", "shown", "left_out"), BLOCKS)
def test_a_live_block_is_answered_alone(asker: Asker, block: str, shown: str, left_out: str) -> None:
    told = asker.get("/desk", block=block).text
    assert shown in told
    assert left_out not in told
    assert "<html" not in told


@pytest.mark.parametrize("path", ["/desk", "/cases"])
def test_the_bell_is_answered_without_reading_anybody(asker: Asker, path: str) -> None:
    told = asker.get(path, block="alerts")
    assert (told.status_code, "<table" in told.text) == (200, False)
    assert asker.get(path, block="nothing of the kind").status_code == 404


def test_free_places_are_added_up_by_kind_the_most_first_and_ten_at_most(asker: Asker, hub: Hub) -> None:
    given_a_place(hub, places=7)
    told = asker.get("/desk", block="capacity").text
    numbers = [int(n.replace(".", "")) for n in re.findall(r"<td>([\d.]+)</td>", told)]
    assert numbers == sorted(numbers, reverse=True)
    assert 1 <= len(numbers) <= 10
    assert numbers[0] >= 7


def test_more_cases_than_fit_are_found_on_the_next_page(
    asker: Asker, hub: Hub, maria: Coordinator, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "MOST_CASES", 2)
    opened: list[Opened] = []
    for age in (31, 32, 33):
        opened.append(given_a_case(hub, maria, f"Γ{age}", "shelter_tonight"))
        clock.at += timedelta(minutes=1)
    assert "Παλαιότερα ανοιχτά περιστατικά" in words(asker.get("/desk"))
    first = asker.get("/cases").text
    assert [o.number in first for o in opened] == [False, True, True]
    older = re.search(r'href="(/cases\?cursor=[^"]+)" rel="next"', first)
    assert older
    second = asker.get(older[1]).text
    assert [o.number in second for o in opened] == [True, False, False]
    assert 'href="/cases" rel="prev"' in second
    assert 'rel="next"' not in second
