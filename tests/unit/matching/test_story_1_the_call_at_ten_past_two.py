"""A woman of 34 with a girl of 6 and a boy of 13 in Larissa; the husband is dangerous."""

from dataclasses import replace
from datetime import timedelta

import pytest

from graph.model.case import KeepAway
from graph.model.eligibility import Sex, SexAgeRule
from graph.model.ids import AreaId
from graph.model.place import Point, Spot
from matching.belief import belief_in_words
from matching.engine import match
from matching.explanation import reason, what_would_change
from matching.match import Ranking
from matching.policy import CURRENT
from matching.snapshot import NeedProfile, Offer
from matching.travel.bands import travel_band
from tests.unit.matching.givens import (
    DRAW,
    NOW,
    TOWNS,
    WOMEN_WITH_CHILDREN,
    a_hidden_offer,
    a_need,
    a_unit,
    an_offer,
    rules,
)

LARISSA_UNIT = AreaId("regional-unit-22")


@pytest.fixture
def need() -> NeedProfile:
    return a_need(
        who="Γ34 Γ6 Α13",
        nights=14,
        circumstances=frozenset({"violence", "hidden_address"}),
        keep_away=KeepAway(areas=frozenset({AreaId("municipality-larissa")})),
        keep_away_units=frozenset({LARISSA_UNIT}),
    )


def refuge(name: str, at: str, boys_up_to: int, *, rooms: int = 1) -> Offer:
    taken = (*WOMEN_WITH_CHILDREN[:2], SexAgeRule(Sex.MALE, 0, boys_up_to, accompanied=True))
    return an_offer(
        name=name,
        at=at,
        kind="refuge_municipal",
        rules=rules(sex_age=taken, target_groups=frozenset({"violence"})),
        units=tuple(a_unit(id_=f"{name} {n}", as_of=NOW - timedelta(minutes=40)) for n in range(rooms)),
    )


@pytest.fixture
def offers() -> list[Offer]:
    taken = (*WOMEN_WITH_CHILDREN[:2], SexAgeRule(Sex.MALE, 0, 17, accompanied=True))
    a7 = a_hidden_offer(
        at="Lamia",
        rules=rules(sex_age=taken, target_groups=frozenset({"violence"})),
        units=(a_unit(id_="Α7", places=3),),
    )
    return [
        a7,
        refuge("Ξενώνας Ιτιά", "Larissa", 17, rooms=3),
        refuge("Ξενώνας Ανεμώνη", "Volos", 12, rooms=2),
        refuge("Ξενώνας Κυκλάμινο", "Trikala", 14),
    ]


def names(ranking: Ranking) -> dict[str, list[str]]:
    return {
        "matches": [m.offer.name for m in ranking.matches],
        "ask_first": [m.offer.name for m in ranking.ask_first],
        "near_misses": [m.offer.name for m in ranking.near_misses],
    }


def test_the_nearest_suitable_is_first_and_the_one_in_the_town_they_flee_is_not_there(
    need: NeedProfile, offers: list[Offer]
) -> None:
    ranking = match(need, offers, CURRENT, draw=DRAW)
    assert names(ranking) == {
        "matches": ["Ξενώνας Κυκλάμινο", "Προστατευόμενη δομή Α7"],
        "ask_first": [],
        "near_misses": ["Ξενώνας Ανεμώνη"],
    }
    assert (ranking.considered, ranking.answering, ranking.not_fitting) == (3, 3, 1)
    assert ranking.reasons == {"sex_age": 1}
    assert ranking.unmet == {"age_of_sons": 1}


def test_the_near_miss_says_by_what_and_what_would_change_it(need: NeedProfile, offers: list[Offer]) -> None:
    (anemone,) = match(need, offers, CURRENT, draw=DRAW).near_misses
    (limit,) = anemone.unmet
    assert reason(limit, "el") == "δέχεται αγόρια ως 12· ο γιος είναι 13"
    assert reason(limit, "en") == "takes boys up to 12; the boy is 13"
    assert what_would_change(limit, "el") == "ζητήστε εξαίρεση για 13 αντί για 12"
    assert what_would_change(limit, "en") == "ask for an exception: 13 instead of 12"


def test_the_first_is_almost_certain_and_an_hour_away(need: NeedProfile, offers: list[Offer]) -> None:
    first = match(need, offers, CURRENT, draw=DRAW).matches[0]
    assert belief_in_words(first.belief, "el") == "σχεδόν βέβαιο"
    assert travel_band(first.journey.minutes) == (60, 80)
    assert first.journey.distance_m // 1000 == 78
    assert reason(next(f for f in first.findings if f.criterion == "hours"), "el") == "24ωρη είσοδος"


def test_every_criterion_has_one_finding_and_all_are_met(need: NeedProfile, offers: list[Offer]) -> None:
    first = match(need, offers, CURRENT, draw=DRAW).matches[0]
    assert [f.criterion for f in first.findings] == [c.name for c in CURRENT.criteria]
    assert (first.unmet, first.unknown) == ((), ())


def test_a_hidden_place_is_gone_too_once_its_own_unit_is_kept_away_from(need: NeedProfile, offers: list[Offer]) -> None:
    flees_lamia = replace(
        need,
        keep_away=KeepAway(areas=frozenset({AreaId("settlement-of-that-unit")})),
        keep_away_units=frozenset({TOWNS["Lamia"].areas[2]}),
    )
    assert "Προστατευόμενη δομή Α7" not in str(match(flees_lamia, offers, CURRENT, draw=DRAW))


def test_a_circle_takes_a_hidden_place_with_its_whole_unit(need: NeedProfile, offers: list[Offer]) -> None:
    def shown(kilometres_from_the_centroid: float) -> bool:
        north = Point(38.900 + kilometres_from_the_centroid / 111.2, 22.434)
        circle = KeepAway(around=((Spot(north, "mainland"), 10_000),))
        away = replace(need, keep_away=circle, keep_away_units=frozenset())
        return any(m.offer.hidden for m in match(away, offers, CURRENT, draw=DRAW).matches)

    assert not shown(0)
    assert not shown(58)
    assert shown(62)
