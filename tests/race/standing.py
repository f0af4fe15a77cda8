"""Claims and referrals that stand before a race begins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.model.claims import Claim, ClaimKind, ClaimLine, ClaimStatus
from graph.model.events import EventType
from graph.model.ids import CapacityUnitId, ClaimId, ReferralId, new_id
from graph.model.referral import Referral
from graph.repositories.claims import create_claim
from graph.repositories.recording import happened
from graph.repositories.referrals import create_referral
from graph.session import Graph, Writing
from tests.givens.cast import ANA, NOW
from tests.race.field import ASKER, PROVIDER, Field, Wish, in_parts, patiently
from tests.race.judging import rooms_of, wanted_by
from tests.race.oracle import Room, Taken, moment, would_fit

AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Held:
    """A wish that has its hold already, and the referral that the hold secures, if it has been sent."""

    wish: Wish
    hold: Claim
    referral: Referral | None = None

    @property
    def referral_id(self) -> ReferralId:
        assert self.referral is not None
        return self.referral.id


def given_holds(
    graph: Graph, fields: Sequence[Field], *, most: int, run_out: Sequence[datetime], referred: bool = False
) -> list[list[Held]]:
    """For each field, holds for as many of its first wishes as find room, at most `most`; they run out in turn."""
    found = [_holds_of(field, most=most, run_out=run_out, referred=referred) for field in fields]
    _store(graph, [held for group in found for held in group])
    return found


def given_referrals(graph: Graph, referrals: Iterable[Referral]) -> None:
    for some in in_parts(list(referrals), AT_ONCE):
        patiently(lambda some=some: graph.write(ANA.at(), lambda tx: [create_referral(tx, r) for r in some]))


def as_taken(held: Iterable[Held]) -> list[Taken]:
    return [
        Taken(h.hold.id, line.unit_id, line.places, moment(h.hold.period.starts), moment(h.hold.period.ends))
        for h in held
        for line in h.hold.lines
    ]


def _holds_of(field: Field, *, most: int, run_out: Sequence[datetime], referred: bool) -> list[Held]:
    rooms = rooms_of(field)
    found: list[Held] = []
    for wish in field.wishes:
        fitting = would_fit(wanted_by(wish), as_taken(found), rooms)
        if fitting and len(found) < most:
            expires_at = run_out[len(found) % len(run_out)]
            found.append(_held(field, wish, CapacityUnitId(fitting[0]), rooms[fitting[0]], expires_at, referred))
    return found


def _held(field: Field, wish: Wish, unit_id: CapacityUnitId, room: Room, expires_at: datetime, referred: bool) -> Held:
    claim_id = ClaimId(new_id())
    referral = field.referral(wish, hold_id=claim_id, answer_by=expires_at) if referred else None
    hold = Claim(
        id=claim_id,
        kind=ClaimKind.HOLD,
        status=ClaimStatus.HELD,
        root_id=claim_id,
        need_id=wish.need_id,
        case_id=wish.case_id,
        service_at_location_id=field.service.id,
        asker_id=ASKER,
        provider_id=PROVIDER.id,
        lines=(ClaimLine(unit_id, room.places if room.whole else len(wish.people)),),
        period=wish.period,
        made_at=NOW,
        person_ids=wish.people,
        expires_at=expires_at,
        referral_id=referral.id if referral else None,
    )
    return Held(wish, hold, referral)


def _store(graph: Graph, held: Sequence[Held]) -> None:
    for some in in_parts(held, AT_ONCE):
        patiently(lambda some=some: graph.write(ANA.at(), lambda tx: [_store_hold(tx, h.hold) for h in some]))
    given_referrals(graph, [h.referral for h in held if h.referral])


def _store_hold(tx: Writing, hold: Claim) -> None:
    create_claim(tx, hold)
    happened(tx, EventType.HOLD_PLACED, hold.id, parties=[ASKER, PROVIDER.id], case_id=hold.case_id)
