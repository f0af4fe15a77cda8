from datetime import timedelta

import pytest

from matching.belief import Belief, belief_in_words, belief_of, belief_per_mille
from tests.unit.matching.givens import NOW


def belief(*, minutes: int, right: int = 47, checked: int = 50, promised: int = 12) -> int:
    return belief_per_mille(
        NOW - timedelta(minutes=minutes), NOW, promised_every_hours=promised, right=right, checked=checked
    )


def test_forty_minutes_old_from_a_provider_right_47_times_of_50_is_almost_certain() -> None:
    assert belief(minutes=40) == 914
    assert belief_in_words(belief(minutes=40), "el") == "σχεδόν βέβαιο"


def test_as_old_as_its_promise_it_has_lost_a_fifth_and_after_four_promises_half() -> None:
    fresh = belief(minutes=0)
    assert belief(minutes=12 * 60) == fresh * 8 // 10
    assert belief(minutes=48 * 60) == fresh // 2


def test_a_provider_that_promised_more_often_is_believed_for_a_shorter_time() -> None:
    assert belief(minutes=240, promised=4) < belief(minutes=240, promised=12)


def test_accuracy_moves_belief_and_a_few_checks_move_it_little() -> None:
    assert belief(minutes=0, right=0, checked=0) == 800
    assert belief(minutes=0, right=1, checked=1) == 833
    assert belief(minutes=0, right=30, checked=50) == 618


@pytest.mark.parametrize(
    ("per_mille", "word", "el", "en"),
    [
        (1000, Belief.ALMOST_CERTAIN, "σχεδόν βέβαιο", "almost certain"),
        (900, Belief.ALMOST_CERTAIN, "σχεδόν βέβαιο", "almost certain"),
        (899, Belief.VERY_LIKELY, "πολύ πιθανό", "very likely"),
        (650, Belief.VERY_LIKELY, "πολύ πιθανό", "very likely"),
        (649, Belief.UNCERTAIN, "αβέβαιο", "uncertain"),
        (0, Belief.UNCERTAIN, "αβέβαιο", "uncertain"),
    ],
)
def test_belief_is_told_in_words(per_mille: int, word: Belief, el: str, en: str) -> None:
    assert belief_of(per_mille) is word
    assert (belief_in_words(per_mille, "el"), belief_in_words(per_mille, "en")) == (el, en)


def test_nobody_believes_a_figure_that_was_never_given_and_a_clock_that_runs_ahead_gains_nothing() -> None:
    assert belief_per_mille(None, NOW, promised_every_hours=12, right=50, checked=50) == 0
    assert belief(minutes=-5) == belief(minutes=0)
