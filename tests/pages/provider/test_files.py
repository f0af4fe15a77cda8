"""The municipality's sheet: looked over, taken, and the three rows that come back as a file."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from graph.repositories.capacity import list_units_now
from graph.repositories.taken_files import list_taken_files
from graph.scope import VisibleOrganizations
from hub.bootstrap import Hub
from tests.pages.browser import DESK, Presses, Visitors, assert_everybody_can_use, shot
from tests.pages.provider.structures import beds, given_a_body, given_a_structure, given_staff_of

pytestmark = pytest.mark.browser

NAME = "ΘΕΣΕΙΣ_ΝΟΕΜΒΡΙΟΣ.csv"
STRUCTURES = [f"Δομή Καλλιρρόης {number}" for number in range(1, 42)]


def sheet() -> bytes:
    """42 rows as an old Greek Excel writes them: 25 free of 20, one «πέντε», one structure that is not theirs."""
    rows = [f"{name};20;{number % 9}" for number, name in enumerate(STRUCTURES)]
    rows[6] = f"{STRUCTURES[6]};20;25"
    rows[19] = f"{STRUCTURES[19]};20;πέντε"
    rows.append("Στέγη Μελισσάνθη;12;3")
    return "\r\n".join(["Δομή;Κλίνες;Ελεύθερες κλίνες", *rows, ""]).encode("cp1253")


def test_story_4_the_municipality_s_sheet(visitors: Visitors, hub: Hub, tmp_path: Path) -> None:
    body = given_a_body(hub, "Δήμος Καλλιρρόης")
    services = [given_a_structure(hub, name, [beds("Κλίνες", 20)], free=9, of=body) for name in STRUCTURES]
    page = visitors.visit(given_staff_of(hub, services[0]))
    page.goto("/site/files")
    assert_everybody_can_use(page)
    shot(page, "files-el")

    presses = Presses()
    presses.choose_file(page.get_by_label("Αρχείο CSV ή XLSX"), written(tmp_path, NAME, sheet()))
    presses.tap(page.get_by_role("button", name="Έλεγχος αρχείου"))
    expect(page.get_by_text("39 από 42 γραμμές θα ληφθούν")).to_be_visible()
    assert_everybody_can_use(page)
    shot(page, "files-check-el")
    assert set(free_of(hub, body.id)) == {9}
    presses.tap(page.get_by_role("button", name="Λήψη των 39"))
    expect(page.get_by_text("Λήφθηκαν 39 γραμμές.")).to_be_visible()
    assert presses.count == 3
    assert_everybody_can_use(page)
    shot(page, "files-taken-el")

    with page.expect_download() as download:
        page.get_by_role("link", name="Λήψη αρχείου διόρθωσης").click()
    assert download.value.suggested_filename == "ΘΕΣΕΙΣ_ΝΟΕΜΒΡΙΟΣ-διόρθωση.csv"
    assert Path(download.value.path()).read_text("utf-8-sig").splitlines()[1:] == [
        "Δομή Καλλιρρόης 7;20;25;Δηλώσατε 25 ελεύθερες σε 20 θέσεις. Ο μεγαλύτερος αριθμός είναι 20.",
        "Δομή Καλλιρρόης 20;20;πέντε;Το «πέντε» δεν είναι αριθμός· γράψτε π.χ. 3.",
        "Στέγη Μελισσάνθη;12;3;Δεν υπάρχει δική σας δομή με το όνομα ή τον κωδικό «Στέγη Μελισσάνθη».",
    ]
    after = free_of(hub, body.id)
    assert sorted(after) == sorted([9, 9, *(n % 9 for n in range(41) if n not in (6, 19))])

    send(page, written(tmp_path, "copy.csv", sheet()))
    expect(page.get_by_text("Έχει ήδη ληφθεί")).to_be_visible()
    expect(page.get_by_text("Δεν άλλαξε τίποτα.")).to_be_visible()
    expect(page.get_by_role("button", name="Λήψη των 39")).to_have_count(0)
    assert_everybody_can_use(page)
    shot(page, "files-again-el")

    send(page, written(tmp_path, "empty.csv", b""))
    expect(page.get_by_text("Το αρχείο είναι άδειο. Δεν άλλαξε τίποτα").first).to_be_visible()
    assert_everybody_can_use(page)
    shot(page, "files-refused-el")
    assert free_of(hub, body.id) == after
    assert [f.name for f in history(hub, body.id)] == [NAME]


def test_a_file_in_english_on_a_desk(visitors: Visitors, hub: Hub, tmp_path: Path) -> None:
    hostel = given_a_structure(hub, "Hostel Cyclamen", [beds("Family rooms", 6), beds("Beds for women", 4)])
    page = visitors.visit(given_staff_of(hub, hostel, language="en"), size=DESK)
    page.goto("/site/files")
    rows = ["Structure,Unit,Free,Remarks", "Hostel Cyclamen,Family rooms,2,", 'Hostel Cyclamen,Women,"1,5",roof']
    send(page, written(tmp_path, "places.csv", "\n".join(rows).encode()), "CSV or XLSX file", "Check the file")
    expect(page.get_by_text("1 of 2 rows will be taken")).to_be_visible()
    expect(page.get_by_text('"1,5" is not a whole number of places.')).to_be_visible()
    expect(page.get_by_text("Not read: Remarks")).to_be_visible()
    assert_everybody_can_use(page)
    shot(page, "files-check-en")
    page.get_by_role("button", name="Take the one row").click()
    expect(page.get_by_text("1 row was taken.")).to_be_visible()
    page.goto("/site/files")
    expect(page.get_by_role("row", name="places.csv")).to_be_visible()
    assert_everybody_can_use(page)
    shot(page, "files-en")


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def send(page: Page, path: Path, label: str = "Αρχείο CSV ή XLSX", button: str = "Έλεγχος αρχείου") -> None:
    page.goto("/site/files")
    page.get_by_label(label).set_input_files(path)
    page.get_by_role("button", name=button).click()


def free_of(hub: Hub, organization_id: str) -> list[int]:
    """The free places as last said, by unit id."""
    units = hub.graph.read(lambda tx: list_units_now(tx, now=hub.clock.now()))
    return [u.state.figure.free for u in units if u.provider_id == organization_id and u.state.figure]


def history(hub: Hub, organization_id: str):
    scope = VisibleOrganizations(frozenset({organization_id}))  # pyright: ignore[reportArgumentType]
    return hub.graph.read(lambda tx: list_taken_files(tx, scope, limit=10))
