"""A file on its way: kept for one account and half an hour, looked over, taken once."""

from datetime import timedelta

import pytest

from connectors.spreadsheet.limits import Limits
from graph.model.service import ServiceAtLocation
from graph.repositories.capacity import list_units_now
from graph.repositories.reports import list_past_figures
from hub.bootstrap import Hub
from hub.clock import StandingClock
from hub.files.uploads import plain_name
from tests.auth.browser import Browser
from tests.pages.provider.structures import given_a_body
from tests.pages.server import given_account
from tests.site.staff import Desk, desk_of

pytestmark = pytest.mark.graph


def csv(*rows: str) -> bytes:
    return "\n".join(["Structure,Free", *rows]).encode()


def send(desk: Desk, content: bytes, name: str = "places.csv"):
    return desk.post("/site/files", files={"file": (name, content, "text/csv")})


def free_of(hub: Hub, shelter: ServiceAtLocation) -> int | None:
    [unit] = hub.graph.read(lambda tx: list_units_now(tx, now=hub.clock.now(), service_ids=[shelter.id]))
    return unit.state.figure.free if unit.state.figure else None


def test_looking_a_file_over_changes_nothing_and_taking_it_does(
    hub: Hub, desk: Desk, shelter: ServiceAtLocation, clock: StandingClock
) -> None:
    clock.move(timedelta(minutes=1))
    sent_at = clock.now()
    check = send(desk, csv("Shelter Almond,7", "Nowhere,3")).headers["location"]
    page = desk.get(check).text
    assert "1 of 2 rows will be taken" in page
    assert free_of(hub, shelter) == 4
    clock.move(timedelta(minutes=10))
    assert desk.post(check).headers["location"] == check
    said = hub.graph.read(lambda tx: list_past_figures(tx, [shelter.units[0].id], limit=1))[0]
    assert (said.free, said.as_of, said.channel) == (7, sent_at, "file")
    assert "1 row was taken." in desk.get(check).text
    desk.post(check)
    assert len(hub.graph.read(lambda tx: list_past_figures(tx, [shelter.units[0].id], limit=9))) == 2


def test_the_same_file_again_says_so_and_changes_nothing(hub: Hub, desk: Desk, shelter: ServiceAtLocation) -> None:
    content = csv("Shelter Almond,7")
    desk.post(send(desk, content).headers["location"])
    desk.post(f"/site/{shelter.id}", unit=shelter.units[0].id, stood=7, say="typed", free="2")
    again = send(desk, content, "another name.csv").headers["location"]
    assert "Already taken" in desk.get(again).text
    desk.post(again)
    assert free_of(hub, shelter) == 2


def test_a_figure_older_than_what_was_said_since_is_kept_as_history(
    hub: Hub, desk: Desk, shelter: ServiceAtLocation
) -> None:
    check = send(desk, b"Structure,Free,Date\nShelter Almond,9,20/11/2026\n").headers["location"]
    desk.post(check)
    assert free_of(hub, shelter) == 4


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty."),
        (b"Structure,Free\n", "headings but no row of data"),
        (b"Colour,Taste\nred,sour\n", "No column was found for"),
        (b"PK\x03\x04nothing", "damaged"),
        (b"x" * (Limits().upload_bytes + 1), "larger than 5 MB"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_on_the_page_and_changes_nothing(
    hub: Hub, desk: Desk, shelter: ServiceAtLocation, content: bytes, sentence: str
) -> None:
    answer = send(desk, content, "places.xlsx")
    assert answer.status_code == 422
    assert sentence in answer.text
    assert free_of(hub, shelter) == 4


def test_no_file_chosen_is_told(desk: Desk) -> None:
    for answer in (desk.post("/site/files"), send(desk, b"", "")):
        assert answer.status_code == 422
        assert "Choose a file first." in answer.text


def test_what_is_too_large_to_be_read_is_refused_unread(desk: Desk) -> None:
    answer = send(desk, b"x" * 17_000_000)
    assert answer.status_code == 413


def test_an_upload_is_open_to_its_sender_alone_and_for_half_an_hour(
    hub: Hub, browser: Browser, desk: Desk, shelter: ServiceAtLocation
) -> None:
    check = send(desk, csv("Shelter Almond,7", "Nowhere,3")).headers["location"]
    [key] = hub.redis.scan_iter("upload:*")
    assert 0 < int(str(hub.redis.ttl(key))) <= 1800
    assert check.split("/")[3] not in key
    colleague = desk_of(hub, browser, given_account(hub, "provider_staff", [shelter.organization_id]))
    assert colleague.get(check).status_code == 404
    assert colleague.get(check.replace("/check", "/correction")).status_code == 404
    assert colleague.post(check).status_code == 404
    assert colleague.get("/site/files/nothing/check").status_code == 404


def test_the_rows_that_come_back_are_a_file_with_the_name_of_the_upload(desk: Desk) -> None:
    check = send(desk, csv("Shelter Almond,many", "Nowhere,3"), "Θέσεις.csv").headers["location"]
    answer = desk.get(check.replace("/check", "/correction"))
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''%CE%98")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[0] == "Structure,Free,Reason"
    assert [line.split(",")[:2] for line in lines[1:]] == [["Shelter Almond", "many"], ["Nowhere", "3"]]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_model_file_can_be_had(desk: Desk, kind: str) -> None:
    answer = desk.get(f"/site/files/model/{kind}")
    assert answer.status_code == 200
    assert f"places-model.{kind}" in answer.headers["content-disposition"]
    assert desk.get("/site/files/model/exe").status_code in (404, 422)


def test_a_structure_that_is_somebody_else_s_is_as_unknown_as_none(
    hub: Hub, browser: Browser, shelter: ServiceAtLocation
) -> None:
    other = given_a_body(hub, "Another body")
    stranger = desk_of(hub, browser, given_account(hub, "provider_staff", [other.id], language="en"))
    check = send(stranger, csv("Shelter Almond,7")).headers["location"]
    page = stranger.get(check).text
    assert "None of your structures has the name or code" in page
    stranger.post(check)
    assert free_of(hub, shelter) == 4


def test_names_carry_no_folders_and_stay_in_one_line() -> None:
    assert plain_name("C:\\papers\\θέσεις.csv") == "θέσεις.csv"
    assert plain_name("../../etc/passwd") == "passwd"
    assert plain_name("a\r\nb.csv") == "ab.csv"
    assert len(plain_name("x" * 500)) == 120
