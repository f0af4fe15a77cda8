"""Cases, needs and people: seen by the body that opened them, and never read without a trace."""

from dataclasses import replace
from datetime import timedelta

import pytest

from graph.model.case import (
    Case,
    Danger,
    Household,
    KeepAway,
    NeedStatus,
    PaperState,
    Person,
    SafeContact,
)
from graph.model.eligibility import Sex
from graph.model.events import EventType
from graph.model.ids import AreaId, OrganizationId, PersonId, ServiceAtLocationId, new_id
from graph.model.place import Point, Spot
from graph.repositories.cases import (
    close_case,
    find_case_id_by_number,
    get_case,
    get_cases,
    list_case_ids,
    lock_case,
    open_case,
    record_sharing_basis,
)
from graph.repositories.claims import get_claim
from graph.repositories.events import list_events_of_case
from graph.repositories.needs import get_need, list_needs, record_need
from graph.scope import EVERYTHING
from graph.session import Graph
from tests.givens.cases import a_case, a_need, given_a_case, given_a_need
from tests.givens.cast import ANA, CHIDI, DITA, NOW, who_acts_for
from tests.givens.claims import given_a_hold
from tests.givens.network import LARISSA, given_a_service
from tests.givens.refusals import refused
from tests.graph.reads import told_of_case


def a_full_case() -> Case:
    people = (
        Person(PersonId(new_id()), Sex.FEMALE, 34, True, pregnant=True, wheelchair=False, sealed_name="sealed"),
        Person(PersonId(new_id()), Sex.MALE, 0, age_months=7),
        Person(PersonId(new_id()), Sex.UNSTATED, None),
    )
    return replace(
        a_case(),
        household=Household(people, languages=("el", "fa"), together=False),
        danger=Danger.YES,
        caller="helpline",
        whereabouts="street",
        where_now=AreaId("settlement-258576"),
        circumstances=frozenset({"pet", "pregnant"}),
        papers={"identity_card": PaperState.HAS, "chest_xray": PaperState.PENDING},
        safe_contact=SafeContact(("sms", "through_somebody"), "after five", "sealed number"),
        sealed_note="sealed note",
    )


def test_a_case_comes_back_as_it_was_opened(graph: Graph) -> None:
    case = a_full_case()
    assert graph.write(ANA.at(), lambda tx: open_case(tx, case)) == case.id
    assert graph.write(ANA.at(), lambda tx: get_case(tx, ANA.scope, case.id, purpose="case-page")) == case


def test_a_need_comes_back_as_it_was_recorded(graph: Graph) -> None:
    case = given_a_case(graph)
    away = KeepAway(
        frozenset({AreaId("municipality-9098")}),
        frozenset({ServiceAtLocationId("their street")}),
        ((Spot(Point(39.5, 22.5), "mainland"), 5000), (LARISSA, 200)),
    )
    need = replace(a_need(case, nights=14), keep_away=away)
    graph.write(ANA.at(), lambda tx: record_need(tx, ANA.scope, need))
    assert graph.read(lambda tx: get_need(tx, ANA.scope, need.id)) == need
    later = given_a_need(graph, case, at=NOW + timedelta(hours=1))
    assert graph.read(lambda tx: list_needs(tx, [case.id])) == [need, later]
    assert need.status is NeedStatus.OPEN


def test_inv_10_reading_people_leaves_one_event_a_page_with_their_ids(graph: Graph) -> None:
    cases = [given_a_case(graph, ages=(34, 6)) for _ in range(2)]
    read = graph.write(
        ANA.at(NOW + timedelta(minutes=1)), lambda tx: get_cases(tx, ANA.scope, [c.id for c in cases], purpose="list")
    )
    assert read == cases
    row = graph.read(
        lambda tx: tx.row(
            "MATCH (e:Event {type: 'persons_read', actor_id: $ana, subject_id: $ana}) RETURN collect(e.data) AS told",
            ana=ANA.account_id,
        )
    )
    assert row is not None
    (told,) = row["told"]
    for case in cases:
        assert case.id in told
        assert all(person.id in told for person in case.household.members)


def test_inv_10_without_the_event_there_is_no_answer(graph: Graph) -> None:
    """A page that breaks after the read has told nobody anything, and so leaves no event either."""
    case = given_a_case(graph)
    before = len(persons_read_events(graph, case))

    class PageBroke(Exception):
        pass

    def read_and_break(tx: object) -> None:
        get_case(tx, ANA.scope, case.id, purpose="case-page")  # type: ignore[arg-type]
        raise PageBroke

    with pytest.raises(PageBroke):
        graph.write(ANA.at(), read_and_break)
    assert len(persons_read_events(graph, case)) == before
    graph.write(ANA.at(), lambda tx: get_case(tx, ANA.scope, case.id, purpose="case-page"))
    assert len(persons_read_events(graph, case)) == before + 1


def persons_read_events(graph: Graph, case: Case) -> list[object]:
    return list(
        graph.read(
            lambda tx: tx.rows(
                "MATCH (e:Event {type: 'persons_read', subject_id: $id}) RETURN e.id AS id, e.data AS data", id=case.id
            )
        )
    )


def test_inv_10_no_read_of_people_goes_into_a_timeline_or_to_another_body(graph: Graph) -> None:
    case = given_a_case(graph)
    graph.write(ANA.at(), lambda tx: get_case(tx, ANA.scope, case.id, purpose="case-page"))
    assert EventType.PERSONS_READ not in {e.type for e in told_of_case(graph, case.id)}


def test_a_stranger_is_told_that_there_is_no_such_case(graph: Graph) -> None:
    case = given_a_case(graph)
    need = given_a_need(graph, case)
    hold = given_a_hold(graph, given_a_service(graph, ANA.at()))
    for write in (
        lambda tx: get_case(tx, CHIDI.scope, case.id, purpose="case-page"),
        lambda tx: lock_case(tx, CHIDI.scope, case.id),
        lambda tx: record_sharing_basis(tx, CHIDI.scope, case.id, "verbal_consent"),
        lambda tx: close_case(tx, CHIDI.scope, case.id, "helped"),
        lambda tx: record_need(tx, CHIDI.scope, a_need(case)),
        lambda tx: get_cases(tx, CHIDI.scope, [case.id], purpose="list"),
        lambda tx: get_claim(tx, CHIDI.scope, hold.id, hold.kind),
        lambda tx: get_need(tx, CHIDI.scope, need.id),
        lambda tx: get_case(tx, CHIDI.scope, "no such case", purpose="case-page"),
    ):
        with refused("not-found"):
            graph.write(CHIDI.at(), write)
    assert graph.read(lambda tx: find_case_id_by_number(tx, CHIDI.scope, case.number)) is None
    assert graph.read(lambda tx: list_events_of_case(tx, CHIDI.scope, case.id)) == []


def test_one_strange_case_among_several_hides_them_all(graph: Graph) -> None:
    mine, theirs = given_a_case(graph, of=CHIDI), given_a_case(graph)
    with refused("not-found"):
        graph.write(CHIDI.at(), lambda tx: get_cases(tx, CHIDI.scope, [mine.id, theirs.id], purpose="list"))


def test_each_body_lists_its_own_cases_the_newest_first_page_by_page(graph: Graph) -> None:
    north_east = who_acts_for("eva", OrganizationId(new_id()))
    cases = [given_a_case(graph, of=north_east, at=NOW + timedelta(minutes=n)) for n in range(3)]
    newest_first = [case.id for case in reversed(cases)]
    assert graph.read(lambda tx: list_case_ids(tx, north_east.scope, limit=10)) == newest_first
    assert graph.read(lambda tx: list_case_ids(tx, north_east.scope, limit=2)) == newest_first[:2]
    rest = graph.read(lambda tx: list_case_ids(tx, north_east.scope, limit=2, after=(cases[1].opened_at, cases[1].id)))
    assert rest == newest_first[2:]
    found = graph.read(lambda tx: find_case_id_by_number(tx, north_east.scope, cases[0].number))
    assert found == cases[0].id


def test_a_case_number_is_given_once(graph: Graph) -> None:
    case = given_a_case(graph)
    with refused("key-taken"):
        graph.write(ANA.at(), lambda tx: open_case(tx, replace(a_case(), number=case.number)))


def test_a_case_is_closed_once_with_one_outcome(graph: Graph) -> None:
    case = given_a_case(graph)
    later = ANA.at(NOW + timedelta(hours=1))
    graph.write(ANA.at(), lambda tx: close_case(tx, ANA.scope, case.id, "placed"))
    graph.write(later, lambda tx: close_case(tx, ANA.scope, case.id, "placed"))
    with refused("case-closed-otherwise"):
        graph.write(later, lambda tx: close_case(tx, ANA.scope, case.id, "lost_contact"))
    closed = graph.write(later, lambda tx: get_case(tx, ANA.scope, case.id, purpose="case-page"))
    assert (closed.closed_at, closed.outcome) == (NOW, "placed")
    assert [e.type for e in told_of_case(graph, case.id)].count(EventType.CASE_CLOSED) == 1
    assert case.id not in graph.read(lambda tx: list_case_ids(tx, ANA.scope, limit=1000))
    assert case.id in graph.read(lambda tx: list_case_ids(tx, ANA.scope, limit=1000, open_only=False))


def test_a_basis_for_sharing_may_come_later_and_be_replaced(graph: Graph) -> None:
    case = given_a_case(graph, basis=None)
    for minute, basis in enumerate(["verbal_consent", "written_consent"]):
        at = ANA.at(NOW + timedelta(minutes=minute))
        graph.write(at, lambda tx, basis=basis: record_sharing_basis(tx, ANA.scope, case.id, basis))
    found = graph.write(ANA.at(), lambda tx: get_case(tx, ANA.scope, case.id, purpose="case-page"))
    assert (found.sharing_basis, found.sharing_basis_at) == ("written_consent", NOW + timedelta(minutes=1))


def test_the_auditor_reads_what_everybody_did(graph: Graph) -> None:
    case = given_a_case(graph)
    assert graph.write(DITA.at(), lambda tx: get_case(tx, EVERYTHING, case.id, purpose="audit")) == case
