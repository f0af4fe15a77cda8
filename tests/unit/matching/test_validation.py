"""Bad input is refused with the field it stands in and a sentence in both languages."""

import string
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from graph.model.case import KeepAway, PaperState
from graph.model.errors import Invalid
from graph.model.ids import AreaId
from graph.model.period import Period
from graph.model.place import Point, Spot
from matching.engine import match
from matching.policy import CURRENT
from matching.refusals import SENTENCES, Refusal
from tests.unit.matching.givens import DRAW, NOW, TOWNS, a_need, an_offer, people

REGIONS = frozenset({AreaId("region-EL61"), AreaId("region-EL30")})
PERSON = people("Γ34")[0]
OVER = Period(NOW - timedelta(days=2), NOW)


@pytest.mark.parametrize(
    ("wrong", "field", "code"),
    [
        ({"members": ()}, "household.members", "household-empty"),
        ({"members": (PERSON, replace(PERSON, age=134))}, "household.members.1.age", "age-out-of-range"),
        ({"members": (replace(PERSON, age=-1),)}, "household.members.0.age", "age-out-of-range"),
        ({"kind": "a castle"}, "kind", "code-unknown"),
        ({"urgency": "yesterday"}, "urgency", "code-unknown"),
        ({"circumstances": frozenset({"tall"})}, "circumstances", "code-unknown"),
        ({"papers": {"diary": PaperState.HAS}}, "papers", "code-unknown"),
        ({"origin": Spot(Point(52.5, 13.4), "mainland")}, "near", "outside-greece"),
        ({"origin": Spot(Point(36.4, 28.2), "atlantis")}, "near", "outside-greece"),
        ({"nights": 0}, "nights", "no-nights"),
        ({"period": OVER}, "starts_on", "period-over"),
        ({"keep_away": KeepAway(areas=REGIONS), "keep_away_units": REGIONS}, "keep_away.areas", "nowhere-left"),
        ({"keep_away": KeepAway(around=((TOWNS["Volos"].spot, 0),))}, "keep_away.around", "circle-out-of-range"),
        ({"keep_away": KeepAway(around=((TOWNS["Volos"].spot, 500_001),))}, "keep_away.around", "circle-out-of-range"),
    ],
)
def test_a_need_that_cannot_be_matched_is_refused_with_its_field(wrong: Any, field: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        match(replace(a_need(), **wrong), (an_offer(),), CURRENT, draw=DRAW, regions=REGIONS)
    assert (refused.value.field, refused.value.code) == (field, code)


@pytest.mark.parametrize("draw", [-1, 1 << 64])
def test_a_draw_that_has_not_64_bits_is_refused(draw: int) -> None:
    with pytest.raises(Invalid) as refused:
        match(a_need(), (), CURRENT, draw=draw)
    assert refused.value.field == "draw"


@pytest.mark.parametrize("draw", [0, (1 << 64) - 1])
def test_every_draw_of_64_bits_is_taken(draw: int) -> None:
    assert match(a_need(), (an_offer(),), CURRENT, draw=draw).draw == draw


def test_to_keep_away_from_one_region_is_a_wish_like_any_other() -> None:
    one = frozenset({AreaId("region-EL61")})
    need = a_need(keep_away=KeepAway(areas=one), keep_away_units=one)
    assert match(need, (), CURRENT, draw=DRAW, regions=REGIONS).considered == 0


@pytest.mark.parametrize("refusal", Refusal)
def test_every_refusal_has_its_sentences_with_the_same_gaps(refusal: Refusal) -> None:
    el, en = SENTENCES[refusal]
    assert el != en
    assert {gap for _, gap, *_ in string.Formatter().parse(el)} == {gap for _, gap, *_ in string.Formatter().parse(en)}


def test_a_need_of_no_lodging_asks_for_no_nights() -> None:
    assert match(a_need(kind="legal", nights=0), (), CURRENT, draw=DRAW).considered == 0
