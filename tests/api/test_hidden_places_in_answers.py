"""INV-9 in every answer of the chain: lists, rankings, claims, refusals, events and the log name no hidden place."""

import json
from dataclasses import dataclass, field
from typing import Any

import pytest
from httpx import Response

from graph.model.service import ServiceAtLocation
from tests.api.a_network import LoadedNetwork
from tests.api.calling import Caller
from tests.api.hidden import is_about, places_in, secrets_of

MEMBERS = [{"sex": "f", "age": 34}, {"sex": "f", "age": 6}]


@dataclass
class Heard:
    """A coordinator who remembers every answer."""

    caller: Caller
    texts: list[str] = field(default_factory=list[str])

    def get(self, path: str, **params: Any) -> Any:
        return self._heard(self.caller.get(path, **params))

    def post(self, path: str, body: Any = None) -> Any:
        return self._heard(self.caller.post(path, body))

    def _heard(self, answer: Response) -> Any:
        self.texts.append(answer.text)
        assert answer.status_code < 500
        return answer.json()


@pytest.fixture(scope="module")
def one(network: LoadedNetwork) -> ServiceAtLocation:
    return next(s for s in network.published.services if s.public_name == "Α7")


@pytest.fixture(scope="module")
def heard(network: LoadedNetwork, coordinator: Caller, manager: Caller, one: ServiceAtLocation) -> tuple[Heard, str]:
    """Everything that the asking side hears along the chain through a hidden place, and its last discrepancy."""
    ana = Heard(coordinator)
    needs = [a_need_of_somebody_fleeing(ana) for _ in range(3)]
    ana.get("/service_at_locations", limit=1000)
    ana.get(f"/service_at_locations/{one.id}")
    for need in needs:
        ranking = ana.post(f"/needs/{need}/rankings", {"limit": 100})
        ana.get(f"/rankings/{ranking['id']}", limit=100)
    hold = ana.post("/holds", {"need_id": needs[0], "service_at_location_id": one.id})
    ana.post("/holds", {"need_id": needs[1], "service_at_location_id": one.id})
    ana.get(f"/holds/{hold['id']}")
    referral = ana.post("/referrals", {"hold_id": hold["id"]})
    ana.post("/referrals", {"hold_id": hold["id"]})
    manager.done(f"/referrals/{referral['id']}/accept")
    reservation = ana.get(f"/referrals/{referral['id']}")["reservation_id"]
    ana.get(f"/reservations/{reservation}")
    unit = one.units[0].id
    outage = manager.made("/out_of_service", {"capacity_unit_id": unit, "places": 1, "reason": "repair"})["id"]
    ana.post("/capacity_reports/by_phone", {"capacity_unit_id": unit, "free": 900, "speaker": "Ms Maria"})
    ana.post("/capacity_reports/by_phone", {"service_at_location_id": one.id, "free": 0, "speaker": "Ms Maria"})
    for discrepancy in ana.get("/discrepancies")["items"]:
        ana.get(f"/discrepancies/{discrepancy['id']}")
        ana.post(f"/discrepancies/{discrepancy['id']}/settle")
    placement = manager.done(f"/reservations/{reservation}/arrival", {})["id"]
    ana.get(f"/placements/{placement}")
    ana.post(f"/reservations/{reservation}/cancel", {"reason": "error"})
    manager.done(f"/placements/{placement}/departure", {"reason": "moved_on"})
    decline_the_second(ana, manager, needs[1], one)
    for path in ("/cases", "/referrals", "/events", "/discrepancies"):
        ana.get(path, limit=1000)
    ana.get(f"/cases/{ana.get(f'/needs/{needs[0]}')['case_id']}/timeline")
    manager.done(f"/out_of_service/{outage}/return")
    manager.made("/capacity_reports", {"capacity_unit_id": unit, "free": 3})
    return ana, placement


def a_need_of_somebody_fleeing(ana: Heard) -> str:
    body = {"household": {"members": MEMBERS}, "circumstances": ["violence"], "sharing_basis": "verbal_consent"}
    case = ana.post("/cases", body)["id"]
    near = {"area_id": "settlement-258576"}
    body = {"kind": "shelter", "urgency": "emergency", "near": near, "nights": 2}
    return ana.post(f"/cases/{case}/needs", body)["id"]


def decline_the_second(ana: Heard, manager: Caller, need: str, one: ServiceAtLocation) -> None:
    body = {"need_id": need, "service_at_location_id": one.id}
    referral = ana.post("/referrals", body)["id"]
    manager.done(f"/referrals/{referral}/decline", {"reason": "safety"})
    ana.get(f"/referrals/{referral}")


def test_the_walk_has_met_the_hidden_place_everywhere(heard: tuple[Heard, str], one: ServiceAtLocation) -> None:
    ana, _ = heard
    assert sum(one.id in text for text in ana.texts) > 15
    assert any("no-places-left" in text for text in ana.texts)
    assert any("discrepancy_opened" in text for text in ana.texts)


def test_no_answer_names_a_hidden_place_or_says_where_it_is(network: LoadedNetwork, heard: tuple[Heard, str]) -> None:
    ana, _ = heard
    services = network.published.services
    public = [s for s in services if not s.location.hidden]
    for service in (s for s in services if s.location.hidden):
        secrets = secrets_of(service, public)
        assert len(secrets) >= 4
        for text in ana.texts:
            assert not [secret for secret in secrets if secret in text]


def test_nothing_said_about_a_hidden_place_names_its_body_or_anything_finer_than_its_unit(
    network: LoadedNetwork, heard: tuple[Heard, str]
) -> None:
    ana, _ = heard
    hidden = [s for s in network.published.services if s.location.hidden]
    met = 0
    for text in ana.texts:
        for place in places_in(json.loads(text)):
            for service in (s for s in hidden if is_about(place, s)):
                met += 1
                said = json.dumps(place, ensure_ascii=False)
                finer = (
                    service.organization_id,
                    service.organization_name,
                    service.location.municipality_id,
                    service.location.settlement_id,
                    service.location.id,
                )
                assert not [f for f in finer if f and f'"{f}"' in said]
                assert "hidden" not in place
    assert met > 20


def test_events_of_the_asking_side_name_no_body(network: LoadedNetwork, heard: tuple[Heard, str]) -> None:
    ana, _ = heard
    bodies = {s.organization_id for s in network.published.services if s.location.hidden}
    events = [event for text in ana.texts for event in json.loads(text).get("items", []) if "recorded_at" in event]
    assert len(events) > 30
    for event in events:
        assert "provider_id" not in event["data"]
        assert not [body for body in bodies if body in json.dumps(event)]


def test_claims_name_no_body(heard: tuple[Heard, str]) -> None:
    ana, placement = heard
    claim = ana.get(f"/placements/{placement}")
    assert not [name for name in claim if "provider" in name or "organization" in name or "asker" in name]


def test_the_log_names_no_hidden_place(
    network: LoadedNetwork, coordinator: Caller, one: ServiceAtLocation, capfd: pytest.CaptureFixture[str]
) -> None:
    ana = Heard(coordinator)
    need = a_need_of_somebody_fleeing(ana)
    ana.post(f"/needs/{need}/rankings", {})
    hold = ana.post("/holds", {"need_id": need, "service_at_location_id": one.id})["id"]
    ana.post("/holds", {"need_id": need, "service_at_location_id": one.id, "minutes": 99999})
    ana.post(f"/holds/{hold}/release", {"reason": "need_ended"})
    written = capfd.readouterr()
    log = written.out + written.err
    assert "route=/api/v1/holds" in log
    location = one.location
    for text in (*secrets_of(one, ()), one.organization_id, location.municipality_id, location.settlement_id):
        assert str(text) not in log
