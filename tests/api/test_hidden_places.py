"""INV-9 from outside: of a hidden place a coordinator learns its regional unit, and nothing finer by any question."""

from random import Random

import pytest

from graph.model.case import KeepAway
from graph.model.ids import AreaId
from graph.model.place import Area, AreaKind, Spot
from graph.model.service import ServiceAtLocation
from graph.repositories.access_tokens import find_account_by_token
from hub.auth.subject import subject_of
from hub.auth.tokens import digest
from hub.matches.reading import read_inputs
from matching.snapshot import NeedProfile, Offer
from matching.travel.estimate import estimate_journey
from tests.api.a_network import LoadedNetwork
from tests.api.calling import Caller
from tests.api.hidden import Asking, grid_around, told, twin_of
from tests.api.steps import a_need

ORIGINS = 1000
MEMBERS = ({"sex": "f", "age": 34}, {"sex": "f", "age": 6})
FLEEING = {"circumstances": ["violence", "hidden_address"]}


@pytest.fixture(scope="module")
def hidden(network: LoadedNetwork) -> list[ServiceAtLocation]:
    return [s for s in network.published.services if s.location.hidden]


@pytest.fixture(scope="module")
def one(hidden: list[ServiceAtLocation]) -> ServiceAtLocation:
    """The protected place of the stories: a room of three in Katerini."""
    return next(s for s in hidden if s.public_name == "Α7")


@pytest.fixture(scope="module")
def asking(network: LoadedNetwork, coordinator: Caller) -> Asking:
    case = coordinator.made("/cases", {"household": {"members": list(MEMBERS)}, **FLEEING})["id"]
    body = {"kind": "shelter", "urgency": "emergency", "near": {"area_id": "settlement-258576"}, "nights": 3}
    need = coordinator.made(f"/cases/{case}/needs", body)["id"]
    account = network.hub.graph.read(lambda tx: find_account_by_token(tx, digest(coordinator.token)))
    assert account is not None
    subject = subject_of(account)
    return Asking(network.hub, subject, read_inputs(network.hub, subject, need, purpose="ranking"))


@pytest.fixture(scope="module")
def stored(asking: Asking, one: ServiceAtLocation) -> ServiceAtLocation:
    """The same place as the store gives it."""
    return next(s for s in asking.inputs.services if s.id == one.id)


@pytest.fixture(scope="module")
def around(network: LoadedNetwork, one: ServiceAtLocation) -> list[tuple[Spot, Area]]:
    """Origins within 100 km of the hidden place."""
    found = grid_around(network.hub.gazetteer, one.location.spot.point, count=ORIGINS, within_km=100)
    assert len(found) >= ORIGINS
    return found[: ORIGINS + 200]


def towns_of(network: LoadedNetwork, unit: AreaId) -> list[Area]:
    return list(network.hub.gazetteer.settlements_of(unit))


def test_the_manager_of_their_bodies_finds_them_and_nobody_else_does(
    network: LoadedNetwork, hidden: list[ServiceAtLocation], coordinator: Caller, manager: Caller
) -> None:
    seen = manager.got("/service_at_locations", limit=1000)["items"]
    assert {p["id"] for p in seen if p.get("hidden")} == {s.id for s in hidden}
    assert len(hidden) >= 6
    for part in ("coordinator", "chidi", "other_staff", "planner", "auditor", "administrator"):
        reader = Caller(coordinator.client, network.tokens[part])
        places = reader.got("/service_at_locations", limit=1000)["items"]
        assert not [p for p in places if "hidden" in p], part
    for service in hidden:
        place = coordinator.got(f"/service_at_locations/{service.id}")
        assert place["name"] == f"Protected place {service.public_name}"
        assert place["organization"] == {"id": None, "name": "Protected network"}
        assert (place["municipality_id"], place["phone"]) == (None, None)
        assert place["regional_unit_id"] == service.location.regional_unit_id
        assert "hidden" not in place


def test_from_a_thousand_origins_it_is_as_far_as_the_published_centre_of_its_unit(
    asking: Asking, coordinator: Caller, hidden: list[ServiceAtLocation], around: list[tuple[Spot, Area]]
) -> None:
    offers = asking.offers(*(s.id for s in hidden))
    alone = [offer for offer in offers if offer.name == "Α7"]
    centres: dict[str, Spot] = {}
    for service in hidden:
        published = coordinator.got(f"/areas/{service.location.regional_unit_id}")
        spot = asking.hub.gazetteer.get(service.location.regional_unit_id).spot
        assert (published["latitude"], published["longitude"]) == (spot.point.latitude, spot.point.longitude)
        centres[service.id] = spot
    seen = 0
    for number, (origin, settlement) in enumerate(around):
        looked_at = offers if number % 10 == 0 else alone
        for place in told(asking.ranked(asking.profile(origin, settlement), looked_at)):
            journey = estimate_journey(origin, centres[place["service_at_location_id"]])
            assert (place["distance_km"], place["travel_minutes"], place["mode"]) == (
                round(journey.distance_m / 1000, 1),
                journey.minutes,
                str(journey.mode),
            )
            seen += 1
    assert seen >= ORIGINS


def test_wherever_in_its_unit_it_stood_a_thousand_origins_would_be_told_the_same(
    network: LoadedNetwork, asking: Asking, stored: ServiceAtLocation, around: list[tuple[Spot, Area]]
) -> None:
    towns = towns_of(network, stored.location.regional_unit_id)
    furthest = [max(towns, key=lambda t: t.spot.point.latitude), min(towns, key=lambda t: t.spot.point.latitude)]
    twins = [twin_of(stored, network.hub.gazetteer, town) for town in furthest]
    offers = [asking.with_services([s]).offers()[0] for s in (stored, *twins)]
    for origin, settlement in around:
        profile = asking.profile(origin, settlement)
        first, *others = [told(asking.ranked(profile, [offer])) for offer in offers]
        assert others == [first, first]


def test_it_stands_in_the_whole_ranking_where_its_twin_would(
    network: LoadedNetwork, asking: Asking, stored: ServiceAtLocation, around: list[tuple[Spot, Area]]
) -> None:
    towns = towns_of(network, stored.location.regional_unit_id)
    twin = twin_of(stored, network.hub.gazetteer, max(towns, key=lambda t: t.spot.point.longitude))
    services = [twin if s.id == stored.id else s for s in asking.inputs.services]
    offers, with_twin = asking.offers(), asking.with_services(services).offers()
    for origin, settlement in around[::60]:
        profile = asking.profile(origin, settlement)
        ranking, other = asking.ranked(profile, offers), asking.ranked(profile, with_twin)
        assert told(ranking) == told(other)
        assert (ranking.reasons, ranking.considered) == (other.reasons, other.considered)


def is_told(asking: Asking, offer: Offer, profile: NeedProfile, away: KeepAway) -> bool:
    return asking.ranked(asking.kept_away(profile, away), [offer]).considered == 1


def test_keeping_away_from_any_part_of_its_unit_hides_it_and_from_any_other_does_not(
    network: LoadedNetwork, asking: Asking, one: ServiceAtLocation
) -> None:
    gazetteer, own = network.hub.gazetteer, one.location.regional_unit_id
    (offer,), profile = asking.offers(one.id), asking.profile()
    parts = [a for kind in (AreaKind.MUNICIPALITY, AreaKind.SETTLEMENT) for a in gazetteer.of_kind(kind)]
    for area in parts:
        inside = gazetteer.part(area.id, AreaKind.REGIONAL_UNIT).id == own
        assert is_told(asking, offer, profile, KeepAway(areas=frozenset({area.id}))) is not inside, area.id
    for unit in gazetteer.of_kind(AreaKind.REGIONAL_UNIT):
        assert is_told(asking, offer, profile, KeepAway(areas=frozenset({unit.id}))) is (unit.id != own)


def test_circles_to_keep_away_from_tell_nothing_finer_than_the_unit(
    network: LoadedNetwork, asking: Asking, stored: ServiceAtLocation, around: list[tuple[Spot, Area]]
) -> None:
    """Whether a circle hides it is the same wherever in its unit it stands."""
    towns = towns_of(network, stored.location.regional_unit_id)
    twins = [twin_of(stored, network.hub.gazetteer, town) for town in (towns[0], towns[-1], towns[len(towns) // 2])]
    offers = [asking.with_services([s]).offers()[0] for s in (stored, *twins)]
    random, profile = Random(9), asking.profile()
    answers: set[bool] = set()
    for origin, _ in random.sample(around, 250):
        away = KeepAway(around=((origin, random.randrange(1, 101) * 1000),))
        (answer,) = {is_told(asking, offer, profile, away) for offer in offers}
        answers.add(answer)
    assert answers == {True, False}


def test_a_place_that_is_kept_away_leaves_the_ranking_as_if_it_did_not_exist(
    asking: Asking, one: ServiceAtLocation
) -> None:
    profile = asking.kept_away(asking.profile(), KeepAway(areas=frozenset({one.location.regional_unit_id})))
    away = asking.ranked(profile, asking.offers())
    gone = asking.ranked(profile, [o for o in asking.offers() if o.id != one.id])
    assert told(away) == told(gone)
    assert (away.reasons, away.unmet, away.considered) == (gone.reasons, gone.unmet, gone.considered)


def test_the_same_by_api_from_some_of_the_origins(
    network: LoadedNetwork, coordinator: Caller, one: ServiceAtLocation, around: list[tuple[Spot, Area]]
) -> None:
    centre = network.hub.gazetteer.get(one.location.regional_unit_id).spot
    case = coordinator.made("/cases", {"household": {"members": list(MEMBERS)}, **FLEEING})["id"]
    for origin, _ in around[:: len(around) // 8]:
        near = {"latitude": origin.point.latitude, "longitude": origin.point.longitude}
        body = {"kind": "shelter", "urgency": "emergency", "near": near, "nights": 1}
        need = coordinator.made(f"/cases/{case}/needs", body)["id"]
        ranking = coordinator.made(f"/needs/{need}/rankings", {"limit": 100})
        lists = [place for name in ("matches", "ask_first", "near_misses") for place in ranking[name]]
        (found,) = [place for place in lists if place["service_at_location_id"] == one.id]
        journey = estimate_journey(origin, centre)
        assert (found["distance_km"], found["travel_minutes"], found["mode"]) == (
            round(journey.distance_m / 1000, 1),
            journey.minutes,
            str(journey.mode),
        )
        assert found["name"] == "Protected place Α7"


def test_people_it_is_not_for_never_hear_of_it(coordinator: Caller, hidden: list[ServiceAtLocation]) -> None:
    need = a_need(coordinator, members=[{"sex": "f", "age": 40}])
    text = coordinator.post(f"/needs/{need}/rankings", {"limit": 100}).text
    assert not [s.id for s in hidden if s.id in text]
