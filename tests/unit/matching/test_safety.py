"""What must not be offered is absent, and its absence tells no more than it must."""

from dataclasses import replace
from typing import Any

import pytest

from graph.model.case import KeepAway
from graph.model.ids import AreaId, ServiceAtLocationId
from graph.model.place import Point, Spot
from matching.engine import match
from matching.match import Ranking
from matching.policy import CURRENT
from matching.snapshot import NeedProfile, Offer
from tests.unit.matching.givens import DRAW, TOWNS, a_hidden_offer, a_need, an_offer, rules

VIOLENCE = frozenset({"violence"})
ELSEWHERE = an_offer(name="Ξενώνας Λεύκα", at="Volos")


def ranked(need: NeedProfile, *offers: Offer) -> Ranking:
    return match(need, offers, CURRENT, draw=DRAW)


def is_absent(need: NeedProfile, offer: Offer) -> bool:
    """The ranking is the very same as if the place did not exist."""
    return ranked(need, offer, ELSEWHERE) == ranked(need, ELSEWHERE)


@pytest.mark.parametrize("level", range(4))
def test_a_place_inside_an_area_to_keep_away_from_is_absent(level: int) -> None:
    area = TOWNS["Trikala"].areas[level]
    need = a_need(keep_away=KeepAway(areas=frozenset({area})), keep_away_units=frozenset({TOWNS["Trikala"].areas[2]}))
    if level < 3:
        assert is_absent(need, an_offer(at="Trikala"))
    assert not ranked(need, an_offer(at="Trikala")).matches


def test_a_named_place_to_keep_away_from_is_absent() -> None:
    need = a_need(keep_away=KeepAway(service_at_location_ids=frozenset({ServiceAtLocationId("Φ")})))
    assert is_absent(need, an_offer(name="Φ"))
    assert not is_absent(need, an_offer(name="Χ"))


@pytest.mark.parametrize(("metres", "absent"), [(56_000, False), (57_000, True)])
def test_a_circle_is_measured_to_a_place_that_is_not_hidden(metres: int, absent: bool) -> None:
    """Larissa to Trikala is 56.6 km in a straight line."""
    need = a_need(keep_away=KeepAway(around=((TOWNS["Larissa"].spot, metres),)))
    assert is_absent(need, an_offer(at="Trikala")) is absent


def test_a_hidden_place_whose_unit_has_no_known_reach_is_taken_by_any_circle_near_it() -> None:
    near = Spot(Point(40.9, 21.768), "mainland")
    need = a_need(circumstances=VIOLENCE, keep_away=KeepAway(around=((near, 1_000),)))
    assert is_absent(need, a_hidden_offer(at="Trikala", unit_radius_m=None))
    assert not is_absent(need, a_hidden_offer(at="Trikala", unit_radius_m=50_000))


def test_every_municipality_of_its_unit_takes_a_hidden_place_away_alike() -> None:
    hidden, unit = a_hidden_offer(at="Trikala"), frozenset({TOWNS["Trikala"].areas[2]})
    for municipality in ("municipality-trikala", "municipality-pyli", "municipality-meteora"):
        away = KeepAway(areas=frozenset({AreaId(municipality)}))
        assert is_absent(a_need(circumstances=VIOLENCE, keep_away=away, keep_away_units=unit), hidden)


def test_areas_to_keep_away_from_come_with_their_regional_units() -> None:
    with pytest.raises(ValueError, match="regional units"):
        a_need(keep_away=KeepAway(areas=frozenset({AreaId("municipality-trikala")})))


def test_whoever_fled_violence_never_meets_a_place_for_perpetrators() -> None:
    programme = an_offer(
        name="Πρόγραμμα", kind="offenders_programme", rules=rules(target_groups=frozenset({"perpetrators"}))
    )
    need = a_need(kind="psychosocial", nights=0)
    assert is_absent(replace(need, circumstances=VIOLENCE), programme)
    assert is_absent(replace(need, circumstances=frozenset({"trafficking"})), programme)
    assert not is_absent(need, programme)


@pytest.mark.parametrize(
    ("groups", "circumstances", "absent"),
    [
        ({"violence"}, {"violence"}, False),
        ({"violence"}, {"trafficking"}, True),
        ({"violence"}, set[str](), True),
        ({"violence", "trafficking"}, {"trafficking"}, False),
        ({"violence", "homeless"}, set[str](), True),
        ({"homeless"}, set[str](), False),
        (set[str](), {"violence"}, True),
        (None, {"violence"}, True),
    ],
)
def test_a_hidden_place_is_there_only_for_the_groups_that_it_states(
    groups: set[str] | None, circumstances: set[str], absent: bool
) -> None:
    stated = None if groups is None else frozenset(groups)
    hidden = a_hidden_offer(rules=rules(target_groups=stated))
    assert is_absent(a_need(circumstances=frozenset(circumstances)), hidden) is absent


@pytest.mark.parametrize(
    "areas",
    [
        TOWNS["Trikala"].areas,
        TOWNS["Trikala"].areas[1:],
        TOWNS["Volos"].areas[2:],
        (*TOWNS["Trikala"].areas[2:], "x"),
        (),
    ],
)
def test_a_hidden_place_cannot_be_put_together_with_a_finer_area(areas: Any) -> None:
    with pytest.raises(ValueError, match="hidden"):
        a_hidden_offer(at="Trikala", areas=areas)


def test_a_thousand_origins_in_one_regional_unit_tell_one_thing_of_a_hidden_place() -> None:
    hidden = a_hidden_offer(at="Trikala", catchment=frozenset({TOWNS["Trikala"].areas[2]}))
    region = TOWNS["Trikala"].areas[2:]

    def told(number: int) -> tuple[object, ...]:
        chain = (AreaId(f"settlement-{number}"), AreaId(f"municipality-{number % 9}"), *region)
        away = KeepAway(areas=frozenset({AreaId(f"municipality-of-another-unit-{number}")}))
        unit = frozenset({AreaId("another-unit")})
        need = a_need(circumstances=VIOLENCE, origin_areas=chain, keep_away=away, keep_away_units=unit)
        ranking = ranked(need, hidden)
        return ranking.matches, ranking.near_misses, ranking.reasons

    assert len({str(told(number)) for number in range(1000)}) == 1
