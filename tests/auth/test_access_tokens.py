"""The API takes bearer tokens and nothing else."""

import pytest
from fastapi.testclient import TestClient

from graph.model.account import Account
from graph.repositories.access_tokens import list_tokens, revoke_token
from graph.repositories.accounts import set_active
from graph.scope import the_hub_itself
from hub.auth.command import create_token
from hub.auth.tokens import digest
from hub.bootstrap import Hub
from hub.paths import OPENAPI
from tests.auth.a_hub import PASSWORD
from tests.auth.browser import Browser

pytestmark = pytest.mark.graph


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def test_a_living_token_opens_the_api(client: TestClient, hub: Hub, ana: Account) -> None:
    token = create_token(hub, ana.id, "desk")
    assert client.get(OPENAPI, headers=bearer(token)).status_code == 200


def test_without_a_token_the_answer_says_how_to_sign_in(client: TestClient) -> None:
    answer = client.get(OPENAPI)
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["www-authenticate"] == 'Bearer realm="hub"'
    assert answer.json()["type"] == "not-signed-in"


@pytest.mark.parametrize("given", ["Bearer hub_unknown", "Bearer", "Basic YTpi", "Bearer one two"])
def test_what_is_no_token_is_refused(client: TestClient, given: str) -> None:
    assert client.get(OPENAPI, headers={"Authorization": given}).status_code == 401


def test_a_revoked_token_stops_at_once(client: TestClient, hub: Hub, ana: Account) -> None:
    token = create_token(hub, ana.id, "desk")
    hub.graph.write(the_hub_itself(hub.clock.now()), lambda tx: revoke_token(tx, ana.id, digest(token)))
    answer = client.get(OPENAPI, headers=bearer(token))
    assert (answer.status_code, answer.json()["type"]) == (401, "not-signed-in")
    assert 'error="invalid_token"' in answer.headers["www-authenticate"]


def test_the_token_of_a_switched_off_account_stops_too(client: TestClient, hub: Hub, ana: Account) -> None:
    token = create_token(hub, ana.id, "desk")
    hub.graph.write(the_hub_itself(hub.clock.now()), lambda tx: set_active(tx, ana.id, False))
    assert client.get(OPENAPI, headers=bearer(token)).status_code == 401


def test_the_graph_keeps_no_token(hub: Hub, ana: Account) -> None:
    token = create_token(hub, ana.id, "desk")
    kept = hub.graph.read(lambda tx: list_tokens(tx, ana.id))
    assert [(t.label, t.digest) for t in kept] == [("desk", digest(token))]
    assert token not in str(hub.graph.read(lambda tx: tx.rows("MATCH (t:AccessToken) RETURN properties(t) AS all")))


def test_a_session_does_not_open_the_api(browser: Browser, ana: Account) -> None:
    browser.sign_in(ana.username, PASSWORD)
    assert browser.get(OPENAPI).status_code == 401


def test_a_token_does_not_open_pages(client: TestClient, hub: Hub, ana: Account) -> None:
    token = create_token(hub, ana.id, "desk")
    assert client.get("/", headers=bearer(token)).headers["location"] == "/sign-in?next=%2F"
