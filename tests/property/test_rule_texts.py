"""Every rule of a place comes back from its text; nothing that was stated is lost, and nothing is made up."""

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.eligibility import EntryWindow, PaperRule, PaperStage, Rules, Sex, SexAgeRule
from graph.repositories.rule_texts import rules_as_texts, rules_of_texts, sex_age_of_texts, sex_age_text

codes = st.from_regex(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", fullmatch=True)
ages = st.integers(0, 120)
sex_ages = st.builds(SexAgeRule, st.sampled_from(Sex), ages, ages, accompanied=st.booleans())
times = st.builds(time, st.integers(0, 23), st.integers(0, 59))
windows = st.one_of(st.none(), st.builds(EntryWindow, times, times))
papers = st.builds(
    PaperRule, codes, st.sampled_from(PaperStage), st.one_of(st.none(), st.integers(0, 400)), st.booleans()
)
rules = st.builds(
    Rules,
    sex_age=st.one_of(st.none(), st.lists(sex_ages, min_size=1, unique=True).map(tuple)),
    target_groups=st.one_of(st.none(), st.frozensets(codes)),
    takes=st.frozensets(codes),
    refuses=st.frozensets(codes),
    order_required=st.one_of(st.none(), st.booleans()),
    without_residence_papers=st.one_of(st.none(), st.booleans()),
    entry=st.just(None),
    entry_stated=st.just(False),
    papers=st.lists(papers, unique=True).map(tuple),
    longest_stay_nights=st.one_of(st.none(), st.integers(1, 4000)),
    call_first=st.booleans(),
)


def same(one: Rules, other: Rules) -> bool:
    """Rules about people and papers have no order."""
    unordered = ("sex_age", "papers")
    rest = [f for f in Rules.__slots__ if f not in unordered]
    return all(getattr(one, f) == getattr(other, f) for f in rest) and all(
        set(getattr(one, f) or ()) == set(getattr(other, f) or ()) for f in unordered
    )


@given(rules, windows, st.booleans(), st.randoms(use_true_random=False))
def test_rules_come_back_from_their_texts_in_whatever_order(
    plain: Rules, window: EntryWindow | None, stated: bool, order: object
) -> None:
    said = replace(plain, entry=window, entry_stated=True) if stated else plain
    texts = rules_as_texts(said)
    order.shuffle(texts)  # type: ignore[attr-defined]
    assert same(rules_of_texts(texts), said)
    assert same(rules_of_texts(iter(texts)), said)


@given(rules)
def test_the_same_rule_has_the_same_text_so_that_places_can_share_it(said: Rules) -> None:
    texts = rules_as_texts(said)
    assert len(set(texts)) == len(texts)
    assert sorted(rules_as_texts(rules_of_texts(texts))) == sorted(texts)


@given(st.lists(sex_ages, unique=True))
def test_the_people_of_a_unit_come_back_and_silence_stays_silence(said: list[SexAgeRule]) -> None:
    found = sex_age_of_texts([sex_age_text(rule) for rule in said])
    assert found is None if not said else set(found or ()) == set(said)


@pytest.mark.parametrize(
    "text", ["welcomes f 18 120", "", "takes", "takes f eighteen 120", "paper xray sometime - kept"]
)
def test_what_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - several kinds of mistake
        rules_of_texts([text])
