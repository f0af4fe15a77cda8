"""What single lists promise beyond the laws that hold for all."""

import pytest

from graph.model.lists.cancel_reasons import CANCEL_REASONS, CancelledBy
from graph.model.lists.circumstances import CIRCUMSTANCES
from graph.model.lists.decline_reasons import DECLINE_REASONS, Concerns
from graph.model.lists.departure_reasons import DEPARTURE_REASONS, reasons_under
from graph.model.lists.documents import DOCUMENTS
from graph.model.lists.helplines import HELPLINES
from graph.model.lists.languages import LANGUAGES
from graph.model.lists.need_kinds import NEED_KINDS
from graph.model.lists.outcomes import OUTCOMES
from graph.model.lists.runners import RUNNERS
from graph.model.lists.service_kinds import SERVICE_KINDS
from graph.model.lists.target_groups import TARGET_GROUPS
from graph.model.lists.unit_kinds import UNIT_KINDS
from graph.model.lists.urgencies import URGENCIES
from graph.model.lists.withdraw_reasons import WITHDRAW_REASONS


def test_there_are_43_kinds_of_service_and_26_target_groups() -> None:
    assert len(SERVICE_KINDS) == 43
    assert len(TARGET_GROUPS) == 26


@pytest.mark.parametrize("kind", SERVICE_KINDS, ids=lambda kind: kind.code)
def test_a_service_kind_speaks_only_of_known_runners_units_groups_and_documents(kind) -> None:
    assert kind.runners
    assert [code for code in kind.runners if code not in RUNNERS] == []
    assert [code for code in kind.groups if code not in TARGET_GROUPS] == []
    assert [code for code in kind.documents if code not in DOCUMENTS] == []
    assert kind.unit_kind in UNIT_KINDS


@pytest.mark.parametrize("kind", NEED_KINDS, ids=lambda kind: kind.code)
def test_a_need_kind_is_answered_by_known_services_and_has_a_known_urgency(kind) -> None:
    assert kind.service_kinds
    assert [code for code in kind.service_kinds if code not in SERVICE_KINDS] == []
    assert kind.default_urgency in URGENCIES


def test_every_service_kind_answers_some_need_that_is_not_other() -> None:
    answered = {code for kind in NEED_KINDS if kind.code != "other" for code in kind.service_kinds}
    assert set(SERVICE_KINDS.codes) - answered == set()


def test_shelter_tonight_is_answered_by_lodging_only() -> None:
    kinds = NEED_KINDS.get("shelter_tonight").service_kinds
    assert all(SERVICE_KINDS.get(code).lodging for code in kinds)
    assert {"night_shelter", "refuge_municipal", "bridge_hotel"} <= set(kinds)


def test_nobody_enters_a_care_home_tonight_nor_plans_a_stay_in_a_heated_room() -> None:
    assert "care_home_older" not in NEED_KINDS.get("shelter_tonight").service_kinds
    assert "care_home_older" in NEED_KINDS.get("shelter_from_date").service_kinds
    assert "heated_room" not in NEED_KINDS.get("shelter_from_date").service_kinds


def test_need_kinds_are_chosen_by_the_digits_one_to_nine() -> None:
    assert [kind.key for kind in NEED_KINDS] == list("123456789")


def test_every_chip_has_its_own_letter_in_both_alphabets_and_a_known_group() -> None:
    assert "".join(chip.letter for chip in CIRCUMSTANCES) == "ΒΚΤΔΠΑΕΖΣΦΝΟΨ"
    assert len({chip.latin for chip in CIRCUMSTANCES}) == len(CIRCUMSTANCES)
    assert all(chip.latin.isascii() for chip in CIRCUMSTANCES)
    groups = {chip.target_group for chip in CIRCUMSTANCES if chip.target_group is not None}
    assert groups <= set(TARGET_GROUPS.codes)


def test_only_a_wrong_figure_asks_for_the_right_one() -> None:
    wrong = {reason.code for reason in DECLINE_REASONS if reason.concerns is Concerns.FIGURE}
    assert wrong == {reason.code for reason in DECLINE_REASONS.flagged("asks_figure")}
    assert wrong == {"no_place", "unit_unfit"}


def test_whoever_asked_may_cancel_for_every_reason_for_which_they_may_withdraw() -> None:
    asker = {reason.code for reason in CANCEL_REASONS if reason.by is CancelledBy.ASKER}
    assert asker == set(WITHDRAW_REASONS.codes)


def test_departure_reasons_hang_under_a_first_level_that_exists() -> None:
    first = {reason.code for reason in DEPARTURE_REASONS if reason.under is None}
    assert first == {
        "planned", "own_choice", "by_structure", "transfer", "authority", "absconded", "died",
    }  # fmt: skip
    assert {reason.under for reason in DEPARTURE_REASONS if reason.under is not None} <= first
    assert [reason.code for reason in reasons_under("authority")] == ["order_ended", "detained"]
    assert reasons_under("died") == ()


def test_going_back_to_a_dangerous_partner_asks_for_a_safety_call() -> None:
    assert [reason.code for reason in DEPARTURE_REASONS.flagged("safety_call")] == ["returned_to_partner"]


def test_helped_is_one_of_the_first_three_outcomes() -> None:
    assert [entry.code for entry in OUTCOMES.flagged("helped")] == list(OUTCOMES.codes[:3])


def test_helplines_have_distinct_short_numbers_and_known_languages_and_groups() -> None:
    numbers = [line.number for line in HELPLINES]
    assert len(set(numbers)) == len(numbers)
    assert all(number.isdigit() and 3 <= len(number) <= 6 for number in numbers)
    assert all(code in LANGUAGES for line in HELPLINES for code in line.languages)
    assert all(code in TARGET_GROUPS for line in HELPLINES for code in line.groups)


def test_a_number_that_nobody_could_identify_is_not_in_the_list() -> None:
    assert "15594" not in {line.number for line in HELPLINES}


def test_a_line_shown_to_citizens_says_who_runs_it() -> None:
    assert all(line.run_by_el and line.run_by_en for line in HELPLINES if line.confirmed)
