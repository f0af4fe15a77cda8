"""People, read only with an audit event in the same transaction: no event, no answer (INV-10)."""

from collections.abc import Iterable

from graph.model.case import Household, Person
from graph.model.eligibility import Sex
from graph.model.errors import NotThere
from graph.model.events import EventType
from graph.model.ids import CaseId, ClaimId, PersonId, new_id
from graph.records import Row, texts
from graph.repositories.recording import happened
from graph.session import Writing


def create_household(tx: Writing, case_id: CaseId, household: Household) -> None:
    """Stores the people of a new case as one household, in the order given."""
    tx.rows(
        """
        MATCH (c:Case {id: $case_id})
        CREATE (h:Household {id: $household_id, languages: $languages, together: $together})<-[:ABOUT]-(c)
        WITH h
        UNWIND $people AS row
        CREATE (p:Person {id: row.id})-[:MEMBER_OF]->(h)
        SET p += row
        RETURN count(p) AS people
        """,
        case_id=case_id,
        household_id=new_id(),
        languages=list(household.languages),
        together=household.together,
        people=[_values(person, place) for place, person in enumerate(household.members)],
    )


def household_of(tx: Writing, case_ids: Iterable[str], *, purpose: str) -> dict[str, Household]:
    """The households of cases by case id. The caller has checked that the reader may see each of them.

    `purpose` is a short code that the auditor reads, such as `case-page` or `ranking`.
    """
    wanted = list(case_ids)
    rows = tx.rows(
        """
        MATCH (c:Case)-[:ABOUT]->(h:Household)<-[:MEMBER_OF]-(p:Person)
        WHERE c.id IN $ids
        RETURN c.id AS case_id, h.languages AS languages, h.together AS together, collect(properties(p)) AS people
        """,
        ids=wanted,
    )
    households = {row["case_id"]: _household(row) for row in rows}
    if len(households) != len(set(wanted)):
        raise NotThere("household")
    happened(
        tx,
        EventType.PERSONS_READ,
        wanted[0] if len(wanted) == 1 else tx.actor.account_id,
        data={
            "purpose": purpose,
            "cases": wanted,
            "person_ids": [m.id for h in households.values() for m in h.members],
        },
    )
    return households


def lock_people(tx: Writing, person_ids: Iterable[PersonId]) -> dict[PersonId, ClaimId | None]:
    """Locks people, in the order of their ids, and says by which placement each is lodged now."""
    rows = tx.rows(
        """
        UNWIND $ids AS person_id
        MATCH (p:Person {id: person_id})
        SET p.guard = $token
        RETURN p.id AS id, p.placed_by AS placed_by
        """,
        ids=sorted(person_ids),
        token=new_id(),
    )
    return {PersonId(row["id"]): row["placed_by"] for row in rows}


def _values(person: Person, place: int) -> dict[str, object]:
    return {
        "id": person.id,
        "place": place,
        "sex": str(person.sex),
        "age": person.age,
        "age_is_approximate": person.age_is_approximate,
        "age_months": person.age_months,
        "pregnant": person.pregnant,
        "wheelchair": person.wheelchair,
        "sealed_name": person.sealed_name,
    }


def _household(row: Row) -> Household:
    people: list[Row] = sorted(row["people"], key=lambda p: int(p["place"]))
    return Household(
        members=tuple(_person(p) for p in people),
        languages=texts(row["languages"]),
        together=bool(row["together"]),
    )


def _person(row: Row) -> Person:
    return Person(
        id=row["id"],
        sex=Sex(row["sex"]),
        age=row.get("age"),
        age_is_approximate=bool(row.get("age_is_approximate")),
        age_months=row.get("age_months"),
        pregnant=row.get("pregnant"),
        wheelchair=row.get("wheelchair"),
        sealed_name=row.get("sealed_name"),
    )
