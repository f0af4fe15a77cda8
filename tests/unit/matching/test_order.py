"""The order among places that fit: term by term, each one seen to decide."""

from dataclasses import replace
from datetime import timedelta

import pytest

from graph.model.capacity import Sharing
from matching.engine import match
from matching.explanation import reason
from matching.policy import CURRENT
from matching.snapshot import NeedProfile, Offer
from matching.terms import DRAW_BITS, TermName, lot, travel_step
from tests.unit.matching.givens import DRAW, NOW, WOMEN_WITH_CHILDREN, a_need, a_unit, an_offer, rules


def order_of(need: NeedProfile, *offers: Offer) -> list[str]:
    return [m.offer.name for m in match(need, offers, CURRENT, draw=DRAW).matches]


def test_the_nearer_is_first_even_where_it_is_less_sure() -> None:
    old = an_offer(name="near", at="Trikala", units=(a_unit(id_="1", as_of=NOW - timedelta(days=4)),))
    assert order_of(a_need(), old, an_offer(name="far", at="Athens")) == ["near", "far"]


def test_fifteen_per_cent_of_travel_are_a_tie() -> None:
    assert travel_step(5) == 0
    assert travel_step(68) == travel_step(70)
    assert travel_step(68) < travel_step(80)
    steps = [travel_step(minutes) for minutes in range(2000)]
    assert steps == sorted(steps)
    widths = [(steps.index(step + 1) - 1) / steps.index(step) for step in range(20, max(steps))]
    assert all(1.13 < width < 1.15 for width in widths)


def test_a_room_of_their_own_comes_before_a_surer_place_among_others() -> None:
    beds = a_unit(id_="1", sharing=Sharing.BY_PLACE)
    shared = an_offer(name="shared", units=(beds,), rules=rules(sex_age=WOMEN_WITH_CHILDREN))
    own = an_offer(name="own", units=(a_unit(id_="2", as_of=NOW - timedelta(days=2)),))
    assert order_of(a_need(who="Γ34 Γ6"), shared, own) == ["own", "shared"]


def test_the_language_they_speak_best_is_a_wish() -> None:
    need = a_need(languages=("fa", "en"))
    english = an_offer(name="english", languages=frozenset({"el", "en"}))
    farsi = an_offer(name="farsi", languages=frozenset({"el", "fa"}), figures_right=30)
    assert order_of(need, english, farsi) == ["farsi", "english"]
    notes = match(need, (english,), CURRENT, draw=DRAW).matches[0].notes
    assert [reason(n, "en") for n in notes if n.unmet] == ["they do not speak: Farsi"]


def test_the_surer_is_first_among_equals_and_only_by_the_word() -> None:
    sure = an_offer(name="sure", figures_right=50)
    unsure = an_offer(name="unsure", figures_right=20)
    assert order_of(a_need(), unsure, sure) == ["sure", "unsure"]
    hardly = an_offer(name="sure", figures_right=49)
    terms = [m.terms for m in match(a_need(), (sure, hardly), CURRENT, draw=DRAW).matches]
    assert terms[0].belief == terms[1].belief == 0


def test_the_last_step_free_room_of_a_region_stands_back_for_whoever_can_climb() -> None:
    last = an_offer(name="last", units=(a_unit(id_="1", places=2, step_free=True),))
    other = an_offer(name="other", units=(a_unit(id_="2", places=2),))
    assert order_of(a_need(), last, other) == ["other", "last"]
    assert order_of(a_need(who="Γ34@"), last, other) == ["last"]
    one_more = an_offer(name="one more", units=(a_unit(id_="3", places=2, step_free=True),))
    by_draw = sorted(("last", "other", "one more"), key=lambda name: lot(DRAW, name))
    assert order_of(a_need(), last, other, one_more) == by_draw


def test_a_family_room_is_kept_for_a_family() -> None:
    room, single = a_unit(id_="1", places=4), a_unit(id_="2", places=1)
    offers = (an_offer(name="family room", units=(room,)), an_offer(name="single room", units=(single,)))
    assert order_of(a_need(), *offers) == ["single room", "family room"]
    notes = [n for m in match(a_need(), offers, CURRENT, draw=DRAW).matches for n in m.notes]
    assert [reason(n, "en") for n in notes if n.criterion == "scarcity"] == [
        "the region's last family unit – keep it for a family"
    ]
    (taken,) = match(a_need(who="Γ34 Γ6"), offers, CURRENT, draw=DRAW).matches
    assert "the region's last family unit – they need it" in [reason(n, "en") for n in taken.notes]


def test_a_disputed_a_full_and_a_suspended_unit_are_not_counted_among_the_last() -> None:
    def scarce(*others: Offer) -> bool:
        last = an_offer(name="last", units=(a_unit(id_="1", places=2, step_free=True),))
        found = match(a_need(), (last, *others), CURRENT, draw=DRAW).matches
        return next(m for m in found if m.offer.name == "last").terms.scarcity == 1

    free = a_unit(id_="2", places=2, step_free=True)
    assert not scarce(an_offer(name="other", units=(free,)))
    assert scarce(an_offer(name="other", units=(replace(free, free=1),)))
    assert scarce(an_offer(name="other", units=(replace(free, in_discrepancy=True),)))
    assert scarce(an_offer(name="other", units=(free,), suspended=True))
    assert scarce(an_offer(name="other", at="Athens", units=(free,)))
    assert scarce(an_offer(name="other", kind="legal_aid", units=(free,)))


def test_the_last_tie_goes_to_the_draw_and_another_draw_may_order_otherwise() -> None:
    names = [f"place {n}" for n in range(8)]
    offers = [an_offer(name=name) for name in names]
    orders = {tuple(m.offer.name for m in match(a_need(), offers, CURRENT, draw=d).matches) for d in range(20)}
    assert len(orders) > 15
    assert order_of(a_need(), *offers) == sorted(names, key=lambda name: lot(DRAW, name))


def test_lots_are_of_64_bits_and_stay_what_they_were_when_a_ranking_was_stored() -> None:
    assert lot(0, "place") == 4_459_809_532_088_780_188
    assert lot((1 << DRAW_BITS) - 1, "place") != lot(0, "place")


def test_every_term_of_the_order_can_be_shown() -> None:
    (found,) = match(a_need(), (an_offer(),), CURRENT, draw=DRAW).matches
    assert {name: found.terms.value(name) for name in TermName} == {
        TermName.TRAVEL: travel_step(found.journey.minutes),
        TermName.WISHES: 0,
        TermName.BELIEF: 0,
        TermName.SCARCITY: 1,
        TermName.DISTANCE: found.journey.distance_m,
        TermName.DRAW: lot(DRAW, found.offer.name),
    }


@pytest.mark.parametrize("name", TermName)
def test_the_policy_in_force_uses_every_term_once(name: TermName) -> None:
    assert CURRENT.order.count(name) == 1
