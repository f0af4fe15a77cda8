"""What the writers of a race meet: one small service per repetition, with a wish for each writer.

Everything is random and yet the same in each run: the seed is the name of the race and the number of the repetition.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import TypeVar

from graph.model.capacity import Sharing
from graph.model.errors import Unavailable
from graph.model.ids import CapacityUnitId, CaseId, ClaimId, NeedId, OrganizationId, PersonId, ReferralId, new_id
from graph.model.period import Period, lodging_period, tonight
from graph.model.referral import Referral, ReferralStatus
from graph.model.service import CapacityUnit, ServiceAtLocation
from graph.repositories.holds import HoldRequest
from graph.repositories.organizations import create_organization
from graph.repositories.publishing import publish_services
from graph.session import Graph, Writing
from tests.givens.cast import ANA, NOW
from tests.givens.network import a_service, a_unit, an_organization

WRITERS = 20
REPETITIONS = 50
REHEARSALS = 1
"""Bouts that nobody judges, at the beginning of each race."""
PATIENCE = 5
T = TypeVar("T")
PROVIDER = an_organization()
ASKER = ANA.organization_id or OrganizationId("north")


@dataclass(frozen=True, slots=True)
class Wish:
    """What one writer would like to have: one of `unit_ids`, the best first and in no other order, for `people`."""

    case_id: CaseId
    need_id: NeedId
    people: tuple[PersonId, ...]
    unit_ids: tuple[CapacityUnitId, ...]
    period: Period


@dataclass(frozen=True, slots=True)
class Field:
    service: ServiceAtLocation
    wishes: tuple[Wish, ...]
    random: Random

    @property
    def unit_ids(self) -> list[CapacityUnitId]:
        return [unit.id for unit in self.service.units]

    def hold(self, wish: Wish) -> HoldRequest:
        return HoldRequest(
            id=ClaimId(new_id()),
            need_id=wish.need_id,
            case_id=wish.case_id,
            service_at_location_id=self.service.id,
            asker_id=ASKER,
            provider_id=PROVIDER.id,
            unit_ids=wish.unit_ids,
            people=wish.people,
            period=wish.period,
            minutes=90,
        )

    def referral(self, wish: Wish, *, hold_id: ClaimId | None = None, answer_by: datetime | None = None) -> Referral:
        return Referral(
            id=ReferralId(new_id()),
            status=ReferralStatus.REQUESTED,
            need_id=wish.need_id,
            case_id=wish.case_id,
            service_at_location_id=self.service.id,
            asker_id=ASKER,
            provider_id=PROVIDER.id,
            sent_by=ANA.account_id,
            sent_at=NOW,
            visible_at=NOW,
            answer_by=answer_by or NOW + timedelta(minutes=90),
            hold_id=hold_id,
        )


def given_fields(graph: Graph, race: str, *, repetitions: int = REPETITIONS + REHEARSALS) -> list[Field]:
    """Stores the services, all of them free, with the cases and needs of the wishes. Nothing of it is shared."""
    fields = [_field(Random(f"{race} {n}")) for n in range(repetitions)]
    for some in in_parts(fields, 10):
        patiently(lambda some=some: graph.write(ANA.at(), lambda tx: _store(tx, some)))
    return fields


def in_parts(rows: Sequence[T], size: int) -> list[Sequence[T]]:
    """Setting up is done by several transactions, each well within the bound of a write."""
    return [rows[first : first + size] for first in range(0, len(rows), size)]


def patiently(write: Callable[[], object]) -> None:
    """Setting up is not what is tested: a server that is still warming up is asked again."""
    for _ in range(PATIENCE):
        try:
            write()
        except Unavailable:
            continue
        return
    raise Unavailable("graph")


def _field(random: Random) -> Field:
    service = a_service(organization=PROVIDER, units=_some_units(random))
    overlapping = random.random() < 0.5
    wishes = tuple(_wish(random, service, overlapping=overlapping) for _ in range(WRITERS))
    return Field(service, wishes, random)


def _some_units(random: Random) -> list[CapacityUnit]:
    """One to four rooms, fewer places than the writers want, one in four given only whole."""
    sharing = [Sharing.BY_HOUSEHOLD, Sharing.BY_PLACE, Sharing.BY_PLACE, Sharing.BY_PLACE]
    return [a_unit(places=random.randint(1, 4), sharing=random.choice(sharing)) for _ in range(random.randint(1, 4))]


def _wish(random: Random, service: ServiceAtLocation, *, overlapping: bool) -> Wish:
    units = [unit.id for unit in service.units]
    starts, nights = (random.randint(0, 4), random.randint(1, 5)) if overlapping else (0, 3)
    return Wish(
        case_id=CaseId(new_id()),
        need_id=NeedId(new_id()),
        people=tuple(PersonId(new_id()) for _ in range(random.randint(1, 3))),
        unit_ids=tuple(random.sample(units, random.randint(1, len(units)))),
        period=lodging_period(tonight(NOW) + timedelta(days=starts), nights),
    )


def _store(tx: Writing, fields: Sequence[Field]) -> None:
    create_organization(tx, PROVIDER)
    publish_services(tx, [field.service for field in fields])
    tx.rows(
        """
        UNWIND $ids AS id
        MATCH (u:CapacityUnit {id: id})
        SET u.elsewhere = 0, u.figure_free = u.places, u.figure_as_of = $at, u.figure_leaves_out = 'placements'
        RETURN count(u) AS units
        """,
        ids=[unit_id for field in fields for unit_id in field.unit_ids],
        at=NOW - timedelta(hours=1),
    )
    tx.rows(
        """
        UNWIND $rows AS row
        CREATE (c:Case {id: row.case_id, number: row.case_id, organization_id: $asker, sharing_basis: 'verbal_consent'})
        CREATE (c)-[:HAS_NEED]->(n:Need {id: row.need_id, status: 'open'})
        RETURN count(n) AS needs
        """,
        rows=[{"case_id": w.case_id, "need_id": w.need_id} for field in fields for w in field.wishes],
        asker=ASKER,
    )
