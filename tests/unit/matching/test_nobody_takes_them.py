"""When nothing fits: near misses in order, reasons counted, and the reason that planners count."""

from dataclasses import replace
from datetime import time

import pytest

from graph.model.capacity import Sharing
from graph.model.case import PaperState
from graph.model.eligibility import EntryWindow, PaperRule, PaperStage, Sex, SexAgeRule
from graph.model.lists.unmet_reasons import UNMET_REASONS
from matching.codes import Code, Verdict
from matching.engine import match
from matching.finding import Finding
from matching.policy import CURRENT
from matching.snapshot import Offer
from matching.unmet import reasons_nobody_takes_them, unmet_reason
from tests.unit.matching.givens import DRAW, WOMEN_WITH_CHILDREN, a_need, a_unit, an_offer, rules

FAMILY = a_need(who="Γ34 Γ6 Α13", urgency="short_notice", papers={"xray": PaperState.HAS_NOT})


def full(name: str) -> Offer:
    return an_offer(name=name, units=(a_unit(id_=name, free=0),))


def no_sons(name: str, *, up_to: int = 12) -> Offer:
    taken = (*WOMEN_WITH_CHILDREN[:2], SexAgeRule(Sex.MALE, 0, up_to, accompanied=True))
    return an_offer(name=name, rules=rules(sex_age=taken))


CLOSED = an_offer(name="closed", rules=rules(entry=EntryWindow(time(19), time(21))))
XRAY = an_offer(name="x-ray", rules=rules(papers=(PaperRule("xray", PaperStage.BEFORE_ENTRY),)))
ONE_SHORT = an_offer(
    name="one short", units=(a_unit(id_="d", sharing=Sharing.BY_PLACE, free=2, sex_age=rules().sex_age),)
)


def test_near_misses_stand_in_the_order_of_how_little_must_change() -> None:
    offers = (full("full"), no_sons("a year", up_to=12), no_sons("five", up_to=8), XRAY, CLOSED, ONE_SHORT)
    found = match(FAMILY, offers, CURRENT, draw=DRAW).near_misses
    assert [m.offer.name for m in found] == ["x-ray", "closed", "a year", "one short", "five", "full"]


def test_with_few_near_misses_those_with_two_things_unmet_are_shown_after_them() -> None:
    two = replace(no_sons("two"), units=(a_unit(id_="two", free=0),))
    three = replace(two, service_at_location_id=full("three").id, name="three", suspended=True)
    few = match(FAMILY, (two, three, full("one")), CURRENT, draw=DRAW)
    assert [m.offer.name for m in few.near_misses] == ["one", "two"]
    many = match(FAMILY, (two, *(full(f"full {n}") for n in range(10))), CURRENT, draw=DRAW)
    assert len(many.near_misses) == 10
    assert "two" not in [m.offer.name for m in many.near_misses]
    assert few.reasons == {"places": 3, "sex_age": 2, "certification": 1}


def test_reasons_count_every_unmet_criterion_and_places_of_another_kind() -> None:
    offers = (full("1"), full("2"), no_sons("3"), an_offer(name="4", kind="legal_aid"), an_offer(name="5"))
    ranking = match(FAMILY, offers, CURRENT, draw=DRAW)
    assert list(ranking.reasons.items()) == [("places", 2), ("kind", 1), ("sex_age", 1)]
    assert (ranking.considered, ranking.answering, ranking.not_fitting) == (5, 4, 3)
    assert [m.offer.name for m in ranking.matches] == ["5"]


def test_planners_count_each_place_once_under_its_principal_reason() -> None:
    two = replace(no_sons("two"), units=(a_unit(id_="two", free=0),))
    ranking = match(FAMILY, (two, full("1"), full("2"), XRAY, CLOSED), CURRENT, draw=DRAW)
    assert list(ranking.unmet.items()) == [("full", 2), ("age_of_sons", 1), ("documents_only", 1), ("hours", 1)]
    assert sum(ranking.unmet.values()) == ranking.not_fitting
    assert reasons_nobody_takes_them(ranking) == ranking.unmet


def test_a_place_that_must_be_asked_counts_as_not_confirmed_and_a_match_leaves_nothing_to_explain() -> None:
    ask = an_offer(name="ask", units=(a_unit(id_="1", as_of=None),))
    ranking = match(FAMILY, (ask, full("full")), CURRENT, draw=DRAW)
    assert reasons_nobody_takes_them(ranking) == {"full": 1, "not_confirmed": 1}
    assert reasons_nobody_takes_them(match(FAMILY, (an_offer(),), CURRENT, draw=DRAW)) == {}


@pytest.mark.parametrize("offers", [(), (an_offer(kind="legal_aid"),)])
def test_without_a_place_of_the_right_kind_that_is_the_reason(offers: tuple[Offer, ...]) -> None:
    ranking = match(FAMILY, offers, CURRENT, draw=DRAW)
    assert (ranking.matches, ranking.ask_first, ranking.near_misses) == ((), (), ())
    assert reasons_nobody_takes_them(ranking) == {"no_kind_in_area": 1}


HARD = {c.name for c in (CURRENT.gate, *CURRENT.criteria)}


@pytest.mark.parametrize("code", [c for c in Code if c.verdict is Verdict.UNMET and c.criterion in HARD])
def test_every_unmet_outcome_has_a_reason_that_planners_know(code: Code) -> None:
    assert unmet_reason(Finding(code)) in UNMET_REASONS


def test_a_boy_who_is_too_old_is_told_from_a_man_and_a_pet_from_a_need_of_care() -> None:
    def too_old(who: str) -> str:
        return unmet_reason(Finding(Code.SEX_AGE_TOO_OLD, {"who": who}))

    assert [too_old(who) for who in ("son", "boy", "man", "daughter")] == [
        "age_of_sons",
        "age_of_sons",
        "household_shape",
        "household_shape",
    ]
    refused = [Finding(Code.CIRCUMSTANCES_REFUSED, {"circumstances": c}) for c in (("pet",), ("pet", "care_needed"))]
    assert [unmet_reason(f) for f in refused] == ["household_shape", "support_too_high"]
