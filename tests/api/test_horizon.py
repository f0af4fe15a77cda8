"""In a large country a ranking looks at the nearest places first, and goes on while too few of them fit."""

import pytest

from graph.model.place import Point, Spot
from hub.matches import reading, service
from tests.api.a_network import LoadedNetwork
from tests.api.calling import Caller, Json
from tests.api.steps import a_need, given_a_shelter

STREETS = [Spot(Point(39.639 + n / 1000, 22.4191), "mainland") for n in range(4)]


def ranked(coordinator: Caller, monkeypatch: pytest.MonkeyPatch, *, nearest: int, enough: int) -> Json:
    monkeypatch.setattr(reading, "NEAREST", nearest)
    monkeypatch.setattr(service, "MOST_SHOWN", enough)
    return coordinator.made(f"/needs/{a_need(coordinator)}/rankings", {"limit": 100})


def ids(ranking: Json, which: str = "matches") -> list[str]:
    return [match["service_at_location_id"] for match in ranking[which]]


def test_what_is_looked_at_is_ranked_as_in_the_whole_country(
    network: LoadedNetwork, coordinator: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = ranked(coordinator, monkeypatch, nearest=500, enough=10)
    near = ranked(coordinator, monkeypatch, nearest=40, enough=1)
    assert 0 < len(ids(near)) < len(ids(whole))
    assert near["not_looked_at"] > 0 == whole["not_looked_at"]
    reachable = {m["service_at_location_id"]: m["travel_minutes"] for m in whole["matches"]}
    furthest = max(reachable[place] for place in ids(near))
    assert {place for place, minutes in reachable.items() if minutes < furthest} <= set(ids(near))


def test_it_looks_further_until_enough_fit(
    network: LoadedNetwork, coordinator: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = [given_a_shelter(network.hub, coordinator, spot=spot, free=0) for spot in STREETS]
    found = ranked(coordinator, monkeypatch, nearest=len(full), enough=1)
    assert ids(found)
    assert not {shelter.id for shelter in full} & set(ids(found))


def test_nothing_is_left_out_where_nobody_fits_enough(
    network: LoadedNetwork, coordinator: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = ranked(coordinator, monkeypatch, nearest=500, enough=10)
    widened = ranked(coordinator, monkeypatch, nearest=3, enough=10_000)
    assert set(ids(widened)) == set(ids(whole))
    assert widened["reasons"] == whole["reasons"]
    assert widened["not_looked_at"] == 0
