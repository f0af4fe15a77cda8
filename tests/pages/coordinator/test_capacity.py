"""The board of all places, and one structure with the form for what was heard by telephone."""

import re
from collections.abc import Callable

import pytest

from graph.model.account import Account
from graph.repositories.capacity import UnitNow, list_units_now
from hub.auth.subject import subject_of
from hub.bootstrap import Hub
from hub.matches.taking import Taking, hold_only
from tests.pages.coordinator.country import Country, Desk, given_call, plain, text_of
from tests.pages.server import given_account

FAROS, A7, GLAROS = "Υπνωτήριο «Φάρος»", "Καταφύγιο Α7", "Ξενώνας «Γλάρος»"


def board(desk: Desk, query: str = "") -> str:
    return text_of(desk.get(f"/capacity?{query}"))


def rows(desk: Desk, query: str = "") -> dict[str, str]:
    """The structures of one page of the board: what each row says by its name."""
    part = desk.get(f"/capacity?{query}&block=capacity").text
    told = [plain(row) for row in part.split("<tr>")[1:]]
    return {re.split(r"(?<=»)", row)[0]: row for row in told if "»" in row}


def units_of(hub: Hub, country: Country, name: str) -> list[UnitNow]:
    ids = [country.places[name]]
    return hub.graph.read(lambda tx: list_units_now(tx, now=hub.clock.now(), service_ids=ids))


def test_the_board_begins_with_places_to_sleep_in_all_regions(desk: Desk) -> None:
    assert "Περιφέρεια Αττικής" in board(desk)
    assert "Σελίδα 1 από" in board(desk)
    kinds = " ".join(rows(desk).values())
    assert "Υπνωτήριο Αστέγων" in kinds
    assert "Κέντρο Κοινότητας" not in kinds


def test_it_is_narrowed_by_kind_region_age_and_what_is_free(desk: Desk) -> None:
    shelters = rows(desk, "kind=night_shelter")
    assert shelters[FAROS].startswith(f"{FAROS} Υπνωτήριο Αστέγων · Πάτρα · Δίκτυο Ξενώνων «Ανάσα»")
    assert GLAROS not in shelters
    west = rows(desk, "kind=night_shelter&region=region-EL63")
    assert FAROS in west
    assert len(west) < len(shelters)
    # It said its figure an hour ago.
    assert FAROS not in rows(desk, "kind=night_shelter&older=4")
    full = rows(desk, "kind=all&region=region-EL63").keys() - rows(desk, "kind=all&region=region-EL63&free=yes").keys()
    assert "Στέγη «Αλκυόνα»" not in full


def test_what_cannot_be_filtered_by_is_refused_and_what_is_not_there_is_empty(desk: Desk) -> None:
    assert desk.get("/capacity?older=7").status_code == 422
    assert desk.get("/capacity?page=0").status_code == 422
    assert "Καμία δομή με αυτά τα φίλτρα." in board(desk, "kind=nonsense")


def test_fifty_rows_are_a_page_and_the_sum_is_of_all(desk: Desk) -> None:
    first, last = desk.get("/capacity?kind=all"), desk.get("/capacity?kind=all&page=999")
    assert first.text.count('scope="row"') == 50
    assert 'rel="next"' in first.text
    assert 'rel="next"' not in last.text
    assert text_of(first).split(" δομές")[0].split()[-1] == text_of(last).split(" δομές")[0].split()[-1]


def test_a_protected_place_is_no_row_and_no_count(desk: Desk, country: Country) -> None:
    pages = [desk.get(f"/capacity?kind=refuge_ekka&page={n}") for n in (1, 2)]
    for page in pages:
        assert "Α7" not in page.text
        assert country.places[A7] not in page.text
        assert "Καμία δομή με αυτά τα φίλτρα." in page.text


def test_who_runs_protected_places_sees_them_as_one_sum_per_region(
    hub: Hub, country: Country, desk_of: Callable[[Account], Desk]
) -> None:
    manager = desk_of(given_account(hub, "provider_manager", [country.providers[A7]]))
    said = text_of(manager.get("/capacity?kind=refuge_ekka"))
    assert "Περιφέρεια Κεντρικής Μακεδονίας" in said
    assert "Προστατευόμενες δομές μαζί 1 δομή 3" in said
    assert "Καταφύγιο Α7" not in said


def test_the_live_part_of_the_board_comes_alone(desk: Desk) -> None:
    part = desk.get("/capacity?kind=night_shelter&block=capacity").text
    assert part.lstrip().startswith('<div data-block="capacity">')
    assert FAROS in part


def test_a_structure_says_what_it_has_whom_it_takes_and_how_often_it_was_right(desk: Desk, country: Country) -> None:
    said = text_of(desk.get(f"/structures/{country.places[FAROS]}"))
    assert "5 ελεύθερες από 40 θέσεις · πριν 1 ώρα · σύστημα φορέα" in said
    assert "Κρεβάτια γυναικών Κοιτώνας · 8 θέσεις" in said
    assert "γυναίκες από 18 ετών, άνδρες από 18 ετών" in said
    assert "Είσοδος 19:00–23:00" in said
    assert "46 από 50 στοιχεία ήταν σωστά" in said
    assert "Ακτινογραφία θώρακος: μέσα σε 5 ημέρες, όχι σε έκτακτο" in said


def test_a_protected_structure_keeps_its_name_town_and_body_to_itself(desk: Desk, country: Country) -> None:
    page = desk.get(f"/structures/{country.places[A7]}").text
    assert "Προστατευόμενη δομή Α7" in page
    for kept in ("Καταφύγιο Α7", "Κατερίνη", "Οδός", "Ανάσα", "tel:+302"):
        assert kept not in page


def test_a_figure_heard_by_telephone_is_recorded_for_every_unit(desk: Desk, hub: Hub, country: Country) -> None:
    path = f"/structures/{country.places[GLAROS]}/figures"
    units = units_of(hub, country, GLAROS)
    # Two rooms given whole: the ticked one is free, the other is not.
    ticked = {f"free-{units[0].state.id}": "2"}
    nameless = desk.post(path, **ticked, speaker="")
    assert nameless.status_code == 422
    assert "Γράψτε ποιος το είπε στο τηλέφωνο." in text_of(nameless)
    answer = desk.post(path, **ticked, speaker="κα Μαρία")
    assert answer.status_code == 303
    page = desk.get(answer.headers["location"])
    assert "Τα στοιχεία καταγράφηκαν." in text_of(page)
    assert "τηλεφωνικά, κα Μαρία" in text_of(page)
    assert 'value="κα Μαρία"' in page.text
    said = {u.state.id: u.state.figure.free if u.state.figure else None for u in units_of(hub, country, GLAROS)}
    assert [said[u.state.id] for u in units] == [2, 0]


def test_more_than_there_is_cannot_be_free(desk: Desk, hub: Hub, country: Country) -> None:
    units = units_of(hub, country, FAROS)
    typed = {f"free-{u.state.id}": "99" for u in units}
    answer = desk.post(f"/structures/{country.places[FAROS]}/figures", **typed, speaker="κ. Νίκος")
    assert answer.status_code == 422
    assert "Γράψτε ακέραιο αριθμό από 0 ως 32." in text_of(answer)
    assert 'value="99"' in answer.text
    assert 'value="κ. Νίκος"' in answer.text


def test_the_same_number_said_again_counts_those_who_are_on_their_way(
    desk: Desk, hub: Hub, country: Country, ana: Account
) -> None:
    call = given_call(hub, ana, "Γ40", "Πάτρα")
    hold_only(hub, subject_of(ana), Taking(call.need_id, country.places[FAROS]))
    page = desk.get(f"/structures/{country.places[FAROS]}")
    assert "1 θέση περιμένει άτομα" in text_of(page)
    fields = dict(
        part.split('" name="')[1].split('"')[0:1] + [part.split('value="')[1].split('"')[0]]
        for part in page.text.split("<input")
        if 'name="free-' in part
    )
    assert desk.post(f"/structures/{country.places[FAROS]}/figures", **fields, speaker="κ. Νίκος").status_code == 303
    women = next(u for u in units_of(hub, country, FAROS) if u.state.places == 8)
    # One is free and promised: said again as one, nobody else is given it.
    assert women.state.figure is not None
    assert women.state.figure.free == 1
    assert "Κρεβάτια γυναικών Κοιτώνας · 8 θέσεις 8 θέσεις: 0 ελεύθερες, 1 δεσμευμένη" in text_of(
        desk.get(f"/structures/{country.places[FAROS]}")
    )


def test_a_planner_reads_and_is_offered_no_form(hub: Hub, country: Country, desk_of: Callable[[Account], Desk]) -> None:
    planner = desk_of(given_account(hub, "planner", [country.line]))
    path = f"/structures/{country.places[FAROS]}"
    assert "Καταγραφή τηλεφωνικής ενημέρωσης" not in planner.get(path).text
    assert planner.post(f"{path}/figures", speaker="x").status_code == 403


@pytest.mark.parametrize("path", ["/structures/none", "/structures/none/figures"])
def test_what_is_not_there_is_not_there(desk: Desk, path: str) -> None:
    answer = desk.get(path) if path.endswith("none") else desk.post(path, speaker="x")
    assert answer.status_code == 404
