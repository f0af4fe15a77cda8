"""A man of 58 in a wheelchair, a kidney patient, in a hospital of Thessaloniki until tomorrow at noon."""

from dataclasses import replace
from datetime import UTC, date, datetime

from graph.model.eligibility import PaperRule, PaperStage, Rules
from matching.criteria.documents import OwedPaper, owed_papers
from matching.engine import match
from matching.explanation import reason
from matching.policy import CURRENT
from matching.snapshot import Offer
from tests.unit.matching.givens import DRAW, a_need, a_unit, an_offer, rules

NOON = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
NEED = a_need(
    who="Α58@",
    kind="shelter_from_date",
    at="Thessaloniki",
    now=NOON,
    starts_on=date(2026, 11, 24),
    nights=30,
    urgency="short_notice",
    circumstances=frozenset({"medicines"}),
)


def hostel(name: str, at: str, taken: Rules) -> Offer:
    rooms = (
        a_unit(id_=f"{name}, όροφος", places=1, as_of=NOON, step_free=False),
        a_unit(id_=f"{name}, ισόγειο", places=2, as_of=NOON, step_free=True),
    )
    return an_offer(name=name, at=at, rules=taken, units=rooms)


DAPHNE = hostel("Ξενώνας Δάφνη", "Kilkis", rules())
PLANE_TREE = hostel("Στέγη Πλάτανος", "Veroia", rules(papers=(PaperRule("xray", PaperStage.WITHIN_DAYS, days=5),)))


def test_the_step_free_room_is_chosen_though_the_other_is_smaller() -> None:
    ranking = match(NEED, (PLANE_TREE, DAPHNE), CURRENT, draw=DRAW)
    assert [m.unit_ids for m in ranking.matches] == [("Ξενώνας Δάφνη, ισόγειο",), ("Στέγη Πλάτανος, ισόγειο",)]


def test_after_a_decline_the_last_step_free_room_of_the_region_is_next_and_needed() -> None:
    need = replace(NEED, exclude=frozenset({DAPHNE.id}))
    (next_,) = match(need, (DAPHNE, PLANE_TREE), CURRENT, draw=DRAW).matches
    assert [reason(note, "el") for note in next_.notes if note.criterion == "scarcity"] == [
        "τελευταίο προσβάσιμο δωμάτιο της περιφέρειας – δικαιολογείται"
    ]
    assert next_.terms.scarcity == 0


def test_what_is_owed_is_told_with_its_day() -> None:
    assert owed_papers(NEED, PLANE_TREE) == (OwedPaper("xray", date(2026, 11, 29)),)
    (plane_tree,) = match(NEED, (PLANE_TREE,), CURRENT, draw=DRAW).matches
    assert [reason(f, "el") for f in plane_tree.remarks][0] == (
        "ακτινογραφία θώρακος: δέχεται και χωρίς, προσκόμιση σε 5 ημέρες (ως 29/11/2026)"
    )


def test_somebody_who_can_climb_stairs_is_given_the_other_room() -> None:
    need = replace(NEED, members=a_need(who="Α58").members)
    ranking = match(need, (DAPHNE, PLANE_TREE), CURRENT, draw=DRAW)
    assert [m.unit_ids[0] for m in ranking.matches] == ["Ξενώνας Δάφνη, όροφος", "Στέγη Πλάτανος, όροφος"]
