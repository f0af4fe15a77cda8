"""Cases: opened by one body, seen by that body alone until it refers."""

from collections.abc import Sequence
from datetime import datetime

from graph.model.case import Case, Danger, Household, PaperState, SafeContact
from graph.model.errors import Conflict, NotThere
from graph.model.events import EventType
from graph.model.idempotency import IdempotencyKey
from graph.model.ids import AreaId, CaseId, new_id
from graph.model.period import OPEN_END
from graph.records import Row, instant, instant_or_none, texts
from graph.repositories.idempotency import made_before
from graph.repositories.people import create_household, household_of
from graph.repositories.recording import happened
from graph.scope import VisibleOrganizations
from graph.session import Reading, Writing


def open_case(tx: Writing, case: Case, *, key: IdempotencyKey | None = None) -> str:
    """Stores a new case with its household and returns its id (an earlier one where `key` was used before).

    Raises Conflict `key-taken` where the random case number is in use: the caller draws another.
    """
    earlier = made_before(tx, key, case.id)
    if earlier:
        return earlier
    tx.rows(
        "CREATE (c:Case {id: $id, number: $number}) SET c += $values RETURN c.id AS id",
        id=case.id,
        number=case.number,
        values=_values(case),
    )
    create_household(tx, case.id, case.household)
    happened(
        tx,
        EventType.CASE_OPENED,
        case.id,
        parties=[case.organization_id],
        case_id=case.id,
        data={"number": case.number, "people": case.household.size},
    )
    return case.id


def get_case(tx: Writing, scope: VisibleOrganizations, case_id: str, *, purpose: str) -> Case:
    """The case with its people, which leaves an audit event in this transaction (INV-10).

    Raises NotThere to strangers and where there is none: nobody can tell which.
    """
    return get_cases(tx, scope, [case_id], purpose=purpose)[0]


def get_cases(tx: Writing, scope: VisibleOrganizations, case_ids: Sequence[str], *, purpose: str) -> list[Case]:
    """Several cases, in the order asked for, with one audit event for all that were read."""
    rows = {row["case"]["id"]: row["case"] for row in _rows(tx, case_ids)}
    if any(i not in rows or not scope.includes(rows[i]["organization_id"]) for i in case_ids):
        raise NotThere("case")
    households = household_of(tx, case_ids, purpose=purpose)
    return [_case(rows[i], households[i]) for i in case_ids]


def lock_case(tx: Writing, scope: VisibleOrganizations, case_id: str) -> None:
    """Locks a case against every other write about it. Raises NotThere to strangers."""
    row = tx.row(
        "MATCH (c:Case {id: $id}) SET c.guard = $token RETURN c.organization_id AS organization",
        id=case_id,
        token=new_id(),
    )
    if row is None or not scope.includes(row["organization"]):
        raise NotThere("case")


def record_sharing_basis(tx: Writing, scope: VisibleOrganizations, case_id: str, basis: str) -> None:
    """Records on what basis facts may be shared. Repeating the same is harmless; another one replaces it."""
    lock_case(tx, scope, case_id)
    row = tx.row(
        """
        MATCH (c:Case {id: $id})
        SET c.sharing_basis = $basis, c.sharing_basis_at = $at
        RETURN c.organization_id AS organization
        """,
        id=case_id,
        basis=basis,
        at=tx.actor.at,
    )
    if row is not None:
        happened(
            tx,
            EventType.SHARING_BASIS_RECORDED,
            case_id,
            parties=[row["organization"]],
            case_id=CaseId(case_id),
            data={"basis": basis},
        )


def sharing_basis_of(tx: Reading, case_id: str) -> str | None:
    row = tx.row("MATCH (c:Case {id: $id}) RETURN c.sharing_basis AS basis", id=case_id)
    return None if row is None else row["basis"]


def close_case(tx: Writing, scope: VisibleOrganizations, case_id: str, outcome: str) -> None:
    """Closes a case with an outcome code. Raises Conflict where it was closed with another outcome."""
    lock_case(tx, scope, case_id)
    row = tx.row(
        """
        MATCH (c:Case {id: $id})
        SET c.outcome = coalesce(c.outcome, $outcome), c.closed_at = coalesce(c.closed_at, $at)
        RETURN c.outcome AS outcome, c.closed_at AS closed_at, c.organization_id AS organization
        """,
        id=case_id,
        outcome=outcome,
        at=tx.actor.at,
    )
    if row is None or row["outcome"] != outcome:
        raise Conflict("case-closed-otherwise")
    if instant(row["closed_at"]) == tx.actor.at:
        happened(
            tx,
            EventType.CASE_CLOSED,
            case_id,
            parties=[row["organization"]],
            case_id=CaseId(case_id),
            data={"outcome": outcome},
        )


def list_case_ids(
    tx: Reading,
    scope: VisibleOrganizations,
    *,
    limit: int,
    open_only: bool = True,
    after: tuple[datetime, str] | None = None,
) -> list[CaseId]:
    """Ids of the newest cases in scope; holds nothing about people, so needs no audit event.

    `after`: instant of opening and id of the last case of the page before.
    """
    opened_at, after_id = after or (OPEN_END, "")
    rows = tx.rows(
        """
        MATCH (c:Case)
        WHERE ($everything OR c.organization_id IN $organizations) AND (NOT $open_only OR c.closed_at IS NULL)
          AND (c.opened_at < $opened_at OR (c.opened_at = $opened_at AND c.id > $after_id))
        RETURN c.id AS id, c.opened_at AS opened_at
        ORDER BY opened_at DESC, id LIMIT $limit
        """,
        everything=scope.everything,
        organizations=sorted(scope.ids),
        open_only=open_only,
        opened_at=opened_at,
        after_id=after_id,
        limit=limit,
    )
    return [CaseId(row["id"]) for row in rows]


def find_case_id_by_number(tx: Reading, scope: VisibleOrganizations, number: str) -> CaseId | None:
    row = tx.row("MATCH (c:Case {number: $number}) RETURN c.id AS id, c.organization_id AS organization", number=number)
    return CaseId(row["id"]) if row is not None and scope.includes(row["organization"]) else None


def _rows(tx: Reading, case_ids: Sequence[str]) -> list[Row]:
    return list(tx.rows("MATCH (c:Case) WHERE c.id IN $ids RETURN properties(c) AS case", ids=list(case_ids)))


def _values(case: Case) -> dict[str, object]:
    return {
        "organization_id": case.organization_id,
        "opened_by": case.opened_by,
        "opened_at": case.opened_at,
        "danger": str(case.danger),
        "caller": case.caller,
        "whereabouts": case.whereabouts,
        "where_now": case.where_now,
        "circumstances": sorted(case.circumstances),
        "paper_codes": sorted(case.papers),
        "paper_states": [str(case.papers[code]) for code in sorted(case.papers)],
        "safe_ways": list(case.safe_contact.ways),
        "safe_hours": case.safe_contact.hours,
        "sealed_phone": case.safe_contact.sealed_phone,
        "sharing_basis": case.sharing_basis,
        "sharing_basis_at": case.sharing_basis_at,
        "sealed_note": case.sealed_note,
        "closed_at": case.closed_at,
        "outcome": case.outcome,
    }


def _case(row: Row, household: Household) -> Case:
    codes, states = texts(row.get("paper_codes")), texts(row.get("paper_states"))
    return Case(
        id=row["id"],
        number=row["number"],
        organization_id=row["organization_id"],
        opened_by=row["opened_by"],
        opened_at=instant(row["opened_at"]),
        household=household,
        danger=Danger(row["danger"]),
        caller=row.get("caller"),
        whereabouts=row.get("whereabouts"),
        where_now=AreaId(row["where_now"]) if row.get("where_now") else None,
        circumstances=frozenset(texts(row.get("circumstances"))),
        papers={code: PaperState(state) for code, state in zip(codes, states, strict=True)},
        safe_contact=SafeContact(
            ways=texts(row.get("safe_ways")), hours=row.get("safe_hours"), sealed_phone=row.get("sealed_phone")
        ),
        sharing_basis=row.get("sharing_basis"),
        sharing_basis_at=instant_or_none(row.get("sharing_basis_at")),
        sealed_note=row.get("sealed_note"),
        closed_at=instant_or_none(row.get("closed_at")),
        outcome=row.get("outcome"),
    )
