from dataclasses import fields

import pytest

from matching.candidate import Candidate
from matching.codes import Code
from matching.criteria.languages import MainLanguage
from matching.criteria.longest_stay import LongestStay
from matching.criteria.order import Order
from matching.criteria.own_room import OwnRoom
from matching.criteria.target_group import TargetGroup
from matching.engine import journey_between
from matching.policy import CURRENT, POLICIES
from tests.unit.matching.givens import a_need, a_unit, an_offer, rules

SILENT = an_offer(rules=rules(target_groups=None, longest_stay_nights=None, order_required=None), units=())


def said_of_silence(criterion: TargetGroup | LongestStay | Order) -> Code:
    need = a_need()
    return criterion.assess(need, Candidate(SILENT, None, journey_between(need.origin, SILENT.spot))).code


def test_where_a_policy_does_not_name_it_silence_is_asked_about() -> None:
    assert said_of_silence(TargetGroup(silence_is_open=False)) is Code.TARGET_GROUP_NOT_STATED
    assert said_of_silence(LongestStay(silence_is_open=False)) is Code.LONGEST_STAY_NOT_STATED
    assert said_of_silence(Order(silence_is_open=False)) is Code.ORDER_NOT_STATED


def test_where_it_does_silence_is_open() -> None:
    assert said_of_silence(TargetGroup(silence_is_open=True)) is Code.TARGET_GROUP_SILENT
    assert said_of_silence(LongestStay(silence_is_open=True)) is Code.LONGEST_STAY_SILENT
    assert said_of_silence(Order(silence_is_open=True)) is Code.ORDER_SILENT


@pytest.mark.parametrize("name", ["sex_age", "household", "accessibility", "places", "figure"])
def test_on_sex_and_age_and_accessibility_no_policy_can_open_silence(name: str) -> None:
    criterion = next(c for c in CURRENT.criteria if c.name == name)
    assert criterion.of_unit
    assert fields(criterion) == ()  # type: ignore[arg-type]


def test_a_policy_is_found_by_its_label_and_names_each_criterion_once() -> None:
    assert POLICIES[CURRENT.label] is CURRENT
    assert CURRENT.label == "nearest-suitable/1"
    names = [c.name for c in (CURRENT.gate, *CURRENT.criteria, *CURRENT.wishes)]
    assert len(names) == len(set(names))
    assert all(c.hard for c in (CURRENT.gate, *CURRENT.criteria))
    assert not any(c.hard for c in CURRENT.wishes)


def test_a_wish_is_met_unmet_or_not_known() -> None:
    def said(languages: frozenset[str] | None, theirs: tuple[str, ...]) -> Code:
        offer = an_offer(languages=languages)
        need = a_need(languages=theirs)
        return MainLanguage().assess(need, Candidate(offer, None, journey_between(need.origin, offer.spot))).code

    assert said(None, ("el",)) is Code.MAIN_LANGUAGE_SPOKEN
    assert said(None, ("fa", "el")) is Code.MAIN_LANGUAGE_NOT_STATED
    assert said(frozenset({"el"}), ("fa", "el")) is Code.MAIN_LANGUAGE_NOT_SPOKEN
    assert said(frozenset({"fa"}), ("fa", "el")) is Code.MAIN_LANGUAGE_SPOKEN


def test_a_room_of_their_own_concerns_lodging_for_several() -> None:
    offer = an_offer()

    def said(who: str, kind: str) -> Code:
        need = a_need(who=who, kind=kind)
        return OwnRoom().assess(need, Candidate(offer, a_unit(), journey_between(need.origin, offer.spot))).code

    assert said("Γ34", "shelter_tonight") is Code.OWN_ROOM_NOT_CONCERNED
    assert said("Γ34 Γ6", "legal") is Code.OWN_ROOM_NOT_CONCERNED
    assert said("Γ34 Γ6", "shelter_tonight") is Code.OWN_ROOM_OWN
