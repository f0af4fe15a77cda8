"""«Υπνωτήριο Φάρος» in Patras has one free bed and two desks want it: the loser is given the next at once."""

from dataclasses import replace
from datetime import UTC, datetime, time

from graph.model.capacity import Sharing, UnitKind
from graph.model.eligibility import EntryWindow, Sex, SexAgeRule
from matching.engine import match
from matching.explanation import reason, what_would_change
from matching.policy import CURRENT
from matching.snapshot import NeedProfile, Offer
from tests.unit.matching.givens import DRAW, a_need, a_unit, an_offer, rules

TEN_PAST_SEVEN = datetime(2026, 11, 24, 17, 10, tzinfo=UTC)
MEN = (SexAgeRule(Sex.MALE, 18, 120),)


def night_shelter(name: str, at: str, *, free: int) -> Offer:
    beds = a_unit(
        id_=name, places=32, free=free, sharing=Sharing.BY_PLACE, kind=UnitKind.DORMITORY, as_of=TEN_PAST_SEVEN
    )
    taken = rules(
        sex_age=MEN, target_groups=frozenset({"homeless"}), entry=EntryWindow(time(19), time(21)), entry_stated=True
    )
    return an_offer(name=name, at=at, kind="night_shelter", rules=taken, units=(beds,))


def a_man_in_patras() -> NeedProfile:
    return a_need(who="Α41", at="Patras", now=TEN_PAST_SEVEN)


LIGHTHOUSE = night_shelter("Υπνωτήριο Φάρος", "Patras", free=1)
HALCYON = night_shelter("Στέγη Αλκυόνα", "Aigio", free=3)


def test_both_desks_see_the_same_first_card() -> None:
    one, other = (match(a_man_in_patras(), (LIGHTHOUSE, HALCYON), CURRENT, draw=DRAW) for _ in range(2))
    assert [m.offer.name for m in one.matches] == ["Υπνωτήριο Φάρος", "Στέγη Αλκυόνα"]
    assert one == other


def test_the_loser_gets_the_next_candidate() -> None:
    need = replace(a_man_in_patras(), exclude=frozenset({LIGHTHOUSE.id}))
    ranking = match(need, (LIGHTHOUSE, HALCYON), CURRENT, draw=DRAW)
    assert [m.offer.name for m in ranking.matches] == ["Στέγη Αλκυόνα"]
    assert ranking.considered == 1


def test_once_the_bed_is_gone_the_place_is_full_and_says_what_would_change_that() -> None:
    full = night_shelter("Υπνωτήριο Φάρος", "Patras", free=0)
    (miss,) = match(a_man_in_patras(), (full,), CURRENT, draw=DRAW).near_misses
    assert [reason(f, "en") for f in miss.unmet] == ["no place free in this period"]
    assert [what_would_change(f, "el") for f in miss.unmet] == ["να ελευθερωθούν: 1 θέση"]


def test_a_bed_of_each_dormitory_for_men_is_no_place_for_a_woman() -> None:
    ranking = match(replace(a_man_in_patras(), members=a_need(who="Γ41").members), (LIGHTHOUSE,), CURRENT, draw=DRAW)
    assert [reason(f, "el") for f in ranking.near_misses[0].unmet] == ["δεν δέχεται γυναίκες"]
