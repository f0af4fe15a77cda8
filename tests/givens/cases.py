"""Cases and needs of invented households, the least that the graph takes."""

from collections.abc import Sequence
from datetime import date, datetime

from graph.model.case import Case, Household, Need, Person
from graph.model.eligibility import Sex
from graph.model.ids import AreaId, CaseId, NeedId, OrganizationId, PersonId, new_id
from graph.model.period import tonight
from graph.repositories.cases import open_case
from graph.repositories.needs import record_need
from graph.session import Graph
from tests.givens.cast import ANA, NOW, CastMember
from tests.givens.network import LARISSA

BASIS = "verbal_consent"


def a_case(*, ages: Sequence[int] = (34,), of: CastMember = ANA, at: datetime = NOW, basis: str | None = BASIS) -> Case:
    """A household of women and girls of these ages; `basis` None where nothing may be shared yet."""
    members = tuple(Person(PersonId(new_id()), Sex.FEMALE, age) for age in ages)
    return Case(
        id=CaseId(new_id()),
        number=f"K-{new_id()[:8]}",
        organization_id=of.organization_id or OrganizationId("nobody"),
        opened_by=of.account_id,
        opened_at=at,
        household=Household(members),
        sharing_basis=basis,
        sharing_basis_at=at if basis else None,
    )


def a_need(case: Case, *, starts_on: date | None = None, nights: int = 3, at: datetime = NOW) -> Need:
    """Shelter for `nights`, from tonight where no day is named."""
    return Need(
        id=NeedId(new_id()),
        case_id=case.id,
        kind="shelter_tonight",
        urgency="emergency",
        origin=LARISSA,
        origin_areas=(AreaId("settlement-258576"),),
        starts_on=starts_on or tonight(at),
        nights=nights,
        recorded_at=at,
    )


def given_a_case(
    graph: Graph,
    *,
    ages: Sequence[int] = (34,),
    of: CastMember = ANA,
    at: datetime = NOW,
    basis: str | None = BASIS,
) -> Case:
    case = a_case(ages=ages, of=of, at=at, basis=basis)
    graph.write(of.at(at), lambda tx: open_case(tx, case))
    return case


def given_a_need(
    graph: Graph,
    case: Case,
    *,
    of: CastMember = ANA,
    starts_on: date | None = None,
    nights: int = 3,
    at: datetime = NOW,
) -> Need:
    need = a_need(case, starts_on=starts_on, nights=nights, at=at)
    graph.write(of.at(at), lambda tx: record_need(tx, of.scope, need))
    return need
