"""Whatever is sent, the hub answers as it is described: never an error of its own, and every refusal a problem."""

import json
from random import Random

import pytest
from jsonschema import Draft202012Validator

from tests.api.a_network import LoadedNetwork
from tests.api.calling import API, Caller, Json
from tests.api.fuzz import Asked, Requests
from tests.api.steps import accepted, arrived, given_a_shelter, held, referred

REQUESTS = 150
SLOW = {f"{API}/needs/{{id_}}/rankings"}
"""Asked for elsewhere: each ranks the whole country."""


@pytest.fixture(scope="module")
def described(coordinator: Caller) -> Json:
    return coordinator.got("/openapi.json")


def records(network: LoadedNetwork, ana: Caller) -> tuple[dict[str, list[str]], Caller]:
    """Ids of records in every state, and staff of the place that they are about."""
    shelter = given_a_shelter(network.hub, ana, units=[4, 4, 4])
    hold, referral, answered, stay = (step(ana, shelter) for step in (held, referred, accepted, arrived))
    ids = {
        "cases": [hold["case_id"], stay["case_id"]],
        "needs": [hold["need_id"], referral["need_id"]],
        "holds": [hold["id"], referral["hold_id"]],
        "referrals": [referral["id"], answered["id"]],
        "reservations": [answered["reservation_id"]],
        "placements": [stay["id"]],
        "service_at_locations": [shelter.id],
        "capacity_units": shelter.unit_ids,
        "areas": ["settlement-258576", "regional-unit-22"],
    }
    return ids, shelter.staff


@pytest.mark.parametrize("seed", range(4))
def test_random_requests(network: LoadedNetwork, described: Json, coordinator: Caller, seed: int) -> None:
    ids, staff = records(network, coordinator)
    requests = Requests(described, Random(seed), ids)
    operations = [(m, p) for p, methods in described["paths"].items() for m in methods if p not in SLOW]
    refused = 0
    for number, asked in enumerate(requests.some(operations, REQUESTS)):
        refused += not answered_well(described, (coordinator, staff)[number % 2], asked)
    assert 10 < refused < REQUESTS


def answered_well(described: Json, caller: Caller, asked: Asked) -> bool:
    """Whether the request was taken; fails where the answer is not as described."""
    url = API + asked.path
    if asked.method == "get":
        answer = caller.client.get(url, headers=caller.headers(), params=asked.params)
    else:
        headers = {**caller.headers(), "Content-Type": "application/json"}
        content = json.dumps(asked.body).encode() if asked.body is not None else b""
        answer = caller.client.post(url, headers=headers, content=content, params=asked.params)
    assert answer.status_code < 500, (asked, answer.text)
    if answer.status_code >= 400:
        assert answer.headers["content-type"] == "application/problem+json", asked
        assert {"type", "title", "status", "detail"} <= set(answer.json()), asked
        return False
    responses = described["paths"][asked.template][asked.method]["responses"]
    schema = responses[str(answer.status_code)]["content"]["application/json"]["schema"]
    Draft202012Validator({**schema, "components": described["components"]}).validate(answer.json())
    return True
