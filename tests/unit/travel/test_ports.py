from collections import Counter

import pytest

from graph.model.place import AreaKind
from hub.areas.gazetteer import load_gazetteer
from matching.travel.crossings import CROSSINGS, Crossing
from matching.travel.passages import Passage, UnreachableLandmassError, passages
from matching.travel.ports import PORT, PORTS, Port
from matching.travel.roads import straight_line_m

SETTLEMENTS = load_gazetteer().of_kind(AreaKind.SETTLEMENT)


def test_every_inhabited_island_has_a_port_and_every_port_a_crossing() -> None:
    assert {port.landmass for port in PORTS} == {settlement.spot.landmass for settlement in SETTLEMENTS}
    assert {port for crossing in CROSSINGS for port in (crossing.one, crossing.other)} == {port.key for port in PORTS}


def test_no_port_and_no_pair_stands_twice() -> None:
    assert len(PORT) == len(PORTS)
    pairs = Counter(frozenset((crossing.one, crossing.other)) for crossing in CROSSINGS)
    assert [pair for pair, times in pairs.items() if times > 1 or len(pair) == 1] == []


def test_every_crossing_leads_over_the_sea_to_another_landmass() -> None:
    assert [c for c in CROSSINGS if PORT[c.one].landmass == PORT[c.other].landmass] == []


@pytest.mark.parametrize("port", PORTS, ids=lambda port: port.key)
def test_a_port_lies_near_a_settlement_of_its_own_landmass(port: Port) -> None:
    own = [settlement.spot.point for settlement in SETTLEMENTS if settlement.spot.landmass == port.landmass]
    assert min(straight_line_m(port.point, point) for point in own) < 20_000


@pytest.mark.parametrize("crossing", CROSSINGS, ids=lambda crossing: f"{crossing.one}-{crossing.other}")
def test_no_ship_is_faster_or_slower_than_ships_are(crossing: Crossing) -> None:
    kilometres = straight_line_m(PORT[crossing.one].point, PORT[crossing.other].point) / 1000
    knots = kilometres / crossing.minutes * 60 / 1.852
    assert knots < 26
    assert knots > 7 or crossing.minutes <= 45


def test_a_chain_touches_its_first_and_last_land_once() -> None:
    for passage in passages("naxos", "kastellorizo"):
        lands = [PORT[port].landmass for port in passage.ports]
        assert lands.count("naxos") == lands.count("kastellorizo") == 1


def test_waiting_is_counted_for_each_boarding_and_is_short_for_a_shuttle() -> None:
    assert min(passages("mainland", "ikaria")).minutes == 390 + 90
    assert min(passages("mainland", "salamina")).minutes == 15 + 30
    assert min(passages("mainland", "donousa")) == Passage(315 + 90 + 75 + 90, ("piraeus", "naxos", "donousa"))


@pytest.mark.parametrize(("one", "other"), [("mainland", "cyprus"), ("atlantis", "crete"), ("", "mainland")])
def test_a_landmass_that_no_ferry_serves_is_named(one: str, other: str) -> None:
    with pytest.raises(UnreachableLandmassError, match=f"'{one}' and '{other}'.*crossings"):
        passages(one, other)
