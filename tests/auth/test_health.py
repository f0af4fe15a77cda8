"""Up and ready, for everybody; how much, for administrators. All of it silent about people."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from redis import Redis

from hub.app import assemble
from hub.auth.command import create_token
from hub.bootstrap import Hub
from tests.auth.a_hub import an_account

pytestmark = pytest.mark.graph


def test_a_hub_with_all_its_parts_is_ready(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "up"}
    ready = client.get("/readyz")
    assert ready.json() == {"ready": True, "parts": {"graph": "ready", "migrations": "ready", "redis": "ready"}}


def test_readiness_names_the_part_that_is_missing(hub: Hub) -> None:
    with TestClient(assemble(replace(hub, redis=Redis(port=1)))) as client:
        answer = client.get("/readyz")
        assert client.get("/healthz").status_code == 200
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert answer.json()["parts"] == {"graph": "ready", "migrations": "ready", "redis": "out_of_reach"}


def test_a_migration_not_applied_keeps_the_hub_from_being_ready(client: TestClient, hub: Hub) -> None:
    hub.graph.run_alone("MATCH (m:Migration {name: '0002_lookups.cypher'}) SET m.name = 'taken away'")
    try:
        answer = client.get("/readyz")
    finally:
        hub.graph.run_alone("MATCH (m:Migration {name: 'taken away'}) SET m.name = '0002_lookups.cypher'")
    assert (answer.status_code, answer.json()["parts"]["migrations"]) == (503, "pending")


def a_token(hub: Hub, role: str) -> dict[str, str]:
    account = an_account(hub, role=role, organizations=[])
    return {"Authorization": f"Bearer {create_token(hub, account.id, 'watcher')}"}


def test_metrics_count_routes_and_not_addresses(client: TestClient, hub: Hub) -> None:
    client.get("/records/a-secret-id")
    client.get("/nowhere/a-secret-word")
    told = client.get("/metrics", headers=a_token(hub, "administrator")).text
    assert 'hub_requests_total{method="GET",route="/records/{record_id}",status="303"} 1.0' in told
    assert 'route="unknown",status="404"' in told
    assert "secret" not in told


def test_metrics_are_told_to_nobody_but_administrators(client: TestClient, hub: Hub) -> None:
    stranger = client.get("/metrics")
    assert (stranger.status_code, stranger.json()["type"]) == (401, "not-signed-in")
    assert stranger.headers["www-authenticate"] == 'Bearer realm="hub"'
    planner = client.get("/metrics", headers=a_token(hub, "planner"))
    assert (planner.status_code, planner.json()["type"]) == (403, "not-permitted")
    assert "hub_requests_total" not in stranger.text + planner.text
