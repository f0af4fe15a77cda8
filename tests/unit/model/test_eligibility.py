"""Rules about people and hours, at their edges."""

from datetime import time

import pytest

from graph.model.eligibility import EntryWindow, Sex, SexAgeRule


@pytest.mark.parametrize(
    ("sex", "age", "taken"),
    [
        (Sex.FEMALE, 17, False),
        (Sex.FEMALE, 18, True),
        (Sex.FEMALE, 65, True),
        (Sex.FEMALE, 66, False),
        (Sex.MALE, 30, False),
    ],
)
def test_a_rule_takes_both_ends_of_its_ages_and_one_sex(sex: Sex, age: int, taken: bool) -> None:
    assert SexAgeRule(Sex.FEMALE, 18, 65).takes(sex, age) is taken


@pytest.mark.parametrize(
    ("window", "hour", "admitted"),
    [
        (EntryWindow(time(9), time(21)), time(9), True),
        (EntryWindow(time(9), time(21)), time(21), True),
        (EntryWindow(time(9), time(21)), time(8, 59), False),
        (EntryWindow(time(21), time(2)), time(23), True),
        (EntryWindow(time(21), time(2)), time(1), True),
        (EntryWindow(time(21), time(2)), time(2, 1), False),
        (EntryWindow(time(21), time(2)), time(12), False),
    ],
)
def test_hours_of_entry_may_run_over_midnight(window: EntryWindow, hour: time, admitted: bool) -> None:
    assert window.admits(hour) is admitted
