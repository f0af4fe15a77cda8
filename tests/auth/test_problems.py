"""Errors of the API: one stable word, a sentence in the reader's language, and nothing of what was sent."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from graph.model.account import Account
from hub.auth.command import create_token
from hub.bootstrap import Hub

pytestmark = pytest.mark.graph

WANTED = {"places": 2, "urgency": "tonight", "starts_at": "2026-11-24T02:10:00Z"}


@pytest.fixture
def token(hub: Hub, ana: Account) -> dict[str, str]:
    return {"Authorization": f"Bearer {create_token(hub, ana.id, 'desk')}"}


def fields(problem: dict[str, Any]) -> dict[str, tuple[str, str]]:
    return {error["field"]: (error["code"], error["message"]) for error in problem["errors"]}


def test_what_is_not_there_is_told_in_greek_and_english(client: TestClient, token: dict[str, str]) -> None:
    greek = client.get("/api/v1/refusals/missing", headers=token)
    english = client.get("/api/v1/refusals/missing", headers={**token, "Accept-Language": "en-GB,el;q=0.5"})
    assert greek.headers["content-type"] == "application/problem+json"
    assert greek.json() == {
        "type": "not-found",
        "title": "Δεν υπάρχει",
        "status": 404,
        "detail": "Δεν υπάρχει τίποτα σε αυτή τη διεύθυνση ή δεν είναι ορατό σε αυτόν τον λογαριασμό.",
    }
    assert english.json()["title"] == "Not there"


def test_a_mistake_found_by_the_model_names_its_field(client: TestClient, token: dict[str, str]) -> None:
    answer = client.get("/api/v1/refusals/wrong", headers=token)
    assert (answer.status_code, answer.json()["type"]) == (422, "capacity-unit-required")
    assert fields(answer.json())["capacity_unit_id"][0] == "capacity-unit-required"


def test_a_refusal_may_carry_the_next_candidate(client: TestClient, token: dict[str, str]) -> None:
    answer = client.get("/api/v1/refusals/taken", headers=token)
    assert answer.status_code == 409
    assert answer.json()["type"] == "no-places-left"
    assert answer.json()["next_candidate"] == {"service_at_location_id": "b"}


def test_where_a_new_try_helps_the_answer_says_when(client: TestClient, token: dict[str, str]) -> None:
    answer = client.get("/api/v1/refusals/busy", headers=token)
    assert (answer.status_code, answer.headers["retry-after"], answer.json()["retry_after"]) == (503, "5", 5)


def test_a_code_without_a_sentence_is_still_told(client: TestClient, token: dict[str, str]) -> None:
    answer = client.get("/api/v1/refusals/new", headers=token)
    assert (answer.status_code, answer.json()["type"]) == (409, "a-code-without-a-sentence")


def test_every_mistake_is_named_at_once_in_greek(client: TestClient, token: dict[str, str]) -> None:
    sent = {"places": 500, "urgency": "Maria", "starts_at": "yesterday", "surprise": 1, "note": "x" * 11}
    answer = client.post("/api/v1/wanted", headers=token, json=sent)
    assert (answer.status_code, answer.json()["type"]) == (422, "invalid-request")
    assert fields(answer.json()) == {
        "places": ("too-high", "Δώστε 20 ή λιγότερο."),
        "urgency": ("not-a-choice", "Δώστε ένα από: 'tonight' or 'soon'."),
        "starts_at": (
            "not-an-instant",
            "Δώστε ημερομηνία και ώρα με ζώνη, όπως 2026-11-24T02:10:00Z.",
        ),
        "surprise": ("unknown-field", "Δεν υπάρχει τέτοιο πεδίο. Αφαιρέστε το ή διορθώστε το όνομά του."),
        "note": ("too-long", "Δώστε το πολύ 10 χαρακτήρες."),
    }


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("places", "2", "not-a-whole-number"),
        ("places", True, "not-a-whole-number"),
        ("places", 2.5, "not-a-whole-number"),
        ("places", 0, "too-low"),
        ("places", None, "not-a-whole-number"),
        ("starts_at", "2026-11-24T02:10:00", "not-an-instant"),
        ("note", 5, "not-text"),
    ],
)
def test_types_are_not_guessed(client: TestClient, token: dict[str, str], field: str, value: object, code: str) -> None:
    answer = client.post("/api/v1/wanted", headers=token, json={**WANTED, field: value})
    assert fields(answer.json())[field][0] == code


def test_what_was_sent_is_never_repeated(client: TestClient, token: dict[str, str]) -> None:
    answer = client.post("/api/v1/wanted", headers=token, json={**WANTED, "urgency": "Maria-of-Larissa"})
    assert "Maria" not in answer.text


@pytest.mark.parametrize("body", [b"{", b"", b"[]", b"\xff", b"null"])
def test_a_body_that_is_no_object_is_a_mistake_of_the_sender(
    client: TestClient, token: dict[str, str], body: bytes
) -> None:
    answer = client.post("/api/v1/wanted", headers={**token, "Content-Type": "application/json"}, content=body)
    assert answer.status_code in (400, 422)
    assert answer.headers["content-type"] == "application/problem+json"


def test_too_large_a_body_is_refused_unread(client: TestClient, token: dict[str, str]) -> None:
    large = {**WANTED, "note": "x" * 1_000_001}
    answer = client.post("/api/v1/wanted", headers=token, json=large)
    assert (answer.status_code, answer.json()["type"]) == (413, "too-large")


def test_a_large_body_in_pieces_is_refused_too(client: TestClient, token: dict[str, str]) -> None:
    pieces = (b" " * 100_000 for _ in range(20))
    answer = client.post("/api/v1/wanted", headers={**token, "Content-Type": "application/json"}, content=pieces)
    assert answer.status_code == 413


def test_an_unknown_address_and_a_wrong_method_are_problems_too(client: TestClient) -> None:
    assert client.get("/api/v1/nothing").json()["type"] == "not-found"
    wrong = client.put("/api/v1/wanted")
    assert (wrong.status_code, wrong.json()["type"], wrong.headers["allow"]) == (405, "method-not-allowed", "POST")


def test_the_unexpected_is_told_without_its_message(
    client: TestClient, token: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    answer = client.get("/api/v1/refusals/unexpected", headers=token)
    assert (answer.status_code, answer.json()["type"]) == (500, "internal-error")
    seen = capsys.readouterr()
    assert "Maria" not in answer.text + seen.out + seen.err


def test_pages_of_a_list_hang_together(client: TestClient, token: dict[str, str]) -> None:
    seen: list[int] = []
    cursor: str | None = ""
    while cursor is not None:
        page = client.get("/api/v1/many", headers=token, params={"limit": 3, **({"cursor": cursor} if cursor else {})})
        seen += page.json()["items"]
        cursor = page.json()["next"]
    assert seen == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize("cursor", ["x", "!!!!", "eyJhIjoxfQ", "W251bGxd"])
def test_a_cursor_of_ones_own_making_is_a_mistake(client: TestClient, token: dict[str, str], cursor: str) -> None:
    answer = client.get("/api/v1/many", headers=token, params={"cursor": cursor})
    assert (answer.status_code, answer.json()["type"]) == (422, "cursor-malformed")


def test_the_same_request_has_the_same_hash_whatever_the_order_of_its_fields(
    client: TestClient, token: dict[str, str]
) -> None:
    headers = {**token, "Idempotency-Key": "one"}
    first = client.post("/api/v1/wanted", headers=headers, json=WANTED).json()
    turned = client.post("/api/v1/wanted", headers=headers, json=dict(reversed(WANTED.items()))).json()
    other = client.post("/api/v1/wanted", headers=headers, json={**WANTED, "places": 3}).json()
    assert first == turned
    assert first["key"] == "one"
    assert first["hash"] != other["hash"]


@pytest.mark.parametrize("key", ["", "two words", "x" * 201])
def test_an_idempotency_key_that_cannot_be_one_is_refused(client: TestClient, token: dict[str, str], key: str) -> None:
    answer = client.post("/api/v1/wanted", headers={**token, "Idempotency-Key": key}, json=WANTED)
    assert (answer.status_code, answer.json()["type"]) == (422, "idempotency-key-malformed")
