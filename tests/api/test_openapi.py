"""The description of the API: valid, complete, and with the codes that every reason may have."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.api.calling import API, Caller, Json, problem

REASONS = {
    "/holds/{id_}/release": (
        "converted found_better person_declined need_ended wrong_case provider_took unit_out site_closed replaced"
    ),
    "/referrals/{id_}/decline": (
        "no_place unit_unfit sex_age household_size catchment legal_status order_missing documents health_tests "
        "infection nursing mh_acute substance access language safety former_exclusion staff closed hours info "
        "duplicate person_refused other"
    ),
    "/referrals/{id_}/withdraw": (
        "person_changed_mind found_elsewhere accepted_elsewhere danger_changed hospitalised detained unreachable "
        "consent_withdrawn duplicate error order_revoked"
    ),
    "/reservations/{id_}/non_arrival": (
        "no_contact changed_mind returned_home found_other transport_failed missed_sailing late_entry "
        "refused_at_door hospitalised detained stopped_by_other absconded died unknown"
    ),
    "/placements/{id_}/departure": (
        "planned own_choice by_structure transfer authority goal_reached end_of_term moved_on reunited "
        "returned_country came_of_age court_decision left_with_notice "
        "left_without_notice returned_to_partner rules_breached violence substance non_use needs_exceed_service "
        "other_structure hospital mental_health addiction care_home foster adoption order_ended detained absconded "
        "died"
    ),
    "/placements/{id_}/extend": (
        "house_search tests_pending next_place_date school_year court_date health cold_spell no_alternative"
    ),
    "/out_of_service": (
        "repair damage infestation infection_control fire_safety staff_shortage single_use_of_double "
        "reserved_for_order licence seasonal other"
    ),
}
"""The coded lists as the network has agreed them, written out here once more by hand."""

CALLS = {
    "get": [
        "/service_at_locations", "/service_at_locations/{id_}", "/capacity_reports/{id_}", "/cases", "/cases/{id_}",
        "/cases/{id_}/timeline", "/needs/{id_}", "/rankings/{id_}", "/holds/{id_}", "/referrals", "/referrals/{id_}",
        "/reservations/{id_}", "/placements/{id_}", "/events", "/areas", "/areas/{id_}",
    ],
    "post": [
        "/capacity_reports", "/cases", "/cases/{id_}/needs", "/needs/{id_}/rankings", "/holds", "/holds/{id_}/release",
        "/holds/{id_}/extend", "/referrals", "/referrals/{id_}/accept", "/referrals/{id_}/decline",
        "/referrals/{id_}/withdraw", "/reservations/{id_}/arrival", "/reservations/{id_}/non_arrival",
        "/reservations/{id_}/cancel", "/placements/{id_}/departure", "/placements/{id_}/extend",
        "/placements/{id_}/transfer",
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def described(coordinator: Caller) -> Json:
    return coordinator.got("/openapi.json")


def test_the_description_is_not_for_strangers(coordinator: Caller) -> None:
    answer = coordinator.client.get(f"{API}/openapi.json")
    problem(answer, 401, "not-signed-in")
    assert answer.headers["www-authenticate"].startswith("Bearer")


def test_every_call_of_the_chain_is_described(described: Json) -> None:
    assert described["openapi"].startswith("3.1")
    missing = [
        f"{method} {path}"
        for method, paths in CALLS.items()
        for path in paths
        if method not in described["paths"].get(API + path, {})
    ]
    assert missing == []


def test_every_schema_is_valid_and_every_reference_leads_somewhere(described: Json) -> None:
    for name, schema in described["components"]["schemas"].items():
        Draft202012Validator.check_schema(schema)
        assert schema.get("type") or "anyOf" in schema or "enum" in schema, name
    for reference in references(described):
        found: Any = described
        for part in reference.removeprefix("#/").split("/"):
            found = found[part]
    operations = [o for path in described["paths"].values() for o in path.values()]
    ids = [operation["operationId"] for operation in operations]
    assert len(ids) == len(set(ids))
    assert all(operation["responses"] for operation in operations)


def references(part: Any) -> list[str]:
    if isinstance(part, dict):
        own = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
        return own + [r for value in part.values() for r in references(value)]
    return [r for value in part for r in references(value)] if isinstance(part, list) else []


@pytest.mark.parametrize("path", REASONS)
def test_every_reason_shows_its_codes(described: Json, path: str) -> None:
    reason = body_of(described, path)["properties"]["reason"]
    assert sorted(reason["enum"]) == sorted(REASONS[path].split())


def body_of(described: Json, path: str) -> Json:
    content = described["paths"][API + path]["post"]["requestBody"]["content"]
    name = content["application/json"]["schema"]["$ref"].rsplit("/", 1)[1]
    return described["components"]["schemas"][name]


@pytest.mark.parametrize(
    ("schema", "field"),
    [
        ("NeedIn", "kind"),
        ("NeedIn", "urgency"),
        ("CaseIn", "sharing_basis"),
        ("CaseIn", "circumstances"),
        ("CaseIn", "caller"),
        ("HouseholdIn", "languages"),
        ("HoldIn", "second_hold_reason"),
        ("DepartureIn", "moved_on_to"),
        ("CloseIn", "outcome"),
    ],
)
def test_every_code_shows_its_list(described: Json, schema: str, field: str) -> None:
    assert "'enum':" in str(described["components"]["schemas"][schema]["properties"][field])


def test_every_post_tells_of_its_idempotency_key(described: Json) -> None:
    silent = [
        path
        for path, operations in described["paths"].items()
        if "post" in operations
        and "idempotency-key" not in {p["name"].lower() for p in operations["post"].get("parameters", [])}
    ]
    assert silent == []


def test_every_answer_of_an_error_is_described_as_a_problem(described: Json) -> None:
    for operations in described["paths"].values():
        for operation in operations.values():
            assert "application/problem+json" in operation["responses"]["404"]["content"]


def test_answers_are_as_they_are_described(described: Json, coordinator: Caller) -> None:
    answers = {
        "/service_at_locations": coordinator.got("/service_at_locations", limit=30),
        "/areas": coordinator.got("/areas"),
        "/events": coordinator.got("/events"),
        "/cases": coordinator.got("/cases", limit=5),
        "/referrals": coordinator.got("/referrals", limit=5),
    }
    for path, answer in answers.items():
        content = described["paths"][API + path]["get"]["responses"]["200"]["content"]
        Draft202012Validator({**content["application/json"]["schema"], "components": described["components"]}).validate(
            answer
        )
