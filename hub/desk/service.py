"""The coordinator's desk: what needs me now, what is under way, and what is free tonight."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from graph.model.case import Case, Need
from graph.model.claims import Claim, ClaimKind
from graph.model.referral import Referral, ReferralStatus
from graph.repositories.cases import get_cases, list_case_ids
from graph.repositories.claims import list_claims_of_case
from graph.repositories.needs import list_needs
from graph.repositories.referrals import list_referrals_from
from graph.session import Writing
from hub.auth.subject import Subject
from hub.bootstrap import Hub

T = TypeVar("T", Need, Referral)
MOST_CASES = 60
MOST_REFERRALS = 200
SOON = timedelta(minutes=15)
RECENT = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class DeskRow:
    """One case with its claims and referrals, the newest last."""

    case: Case
    needs: tuple[Need, ...]
    claims: tuple[Claim, ...]
    referrals: tuple[Referral, ...]

    def live(self, kind: ClaimKind, now: datetime) -> Claim | None:
        return next((c for c in reversed(self.claims) if c.kind is kind and c.is_live(now)), None)

    @property
    def last_referral(self) -> Referral | None:
        return self.referrals[-1] if self.referrals else None


@dataclass(frozen=True, slots=True)
class Desk:
    rows: tuple[DeskRow, ...]
    now: datetime

    @property
    def needing(self) -> list[DeskRow]:
        """Answers just in, holds about to end, arrivals overdue: the most pressing first."""
        return sorted((r for r in self.rows if presses(r, self.now)), key=lambda r: pressing_at(r, self.now))

    @property
    def under_way(self) -> list[DeskRow]:
        return [r for r in self.rows if not presses(r, self.now)]


def read_desk(hub: Hub, subject: Subject) -> Desk:
    """The open cases of the organizations acted for, with one audit event for all the people read."""
    now = hub.clock.now()

    def read(tx: Writing) -> tuple[DeskRow, ...]:
        ids = list_case_ids(tx, subject.scope, limit=MOST_CASES)
        cases = get_cases(tx, subject.scope, ids, purpose="desk") if ids else []
        needs = _grouped(list_needs(tx, ids))
        referrals = _grouped(list_referrals_from(tx, subject.scope, limit=MOST_REFERRALS)[::-1])
        return tuple(
            DeskRow(
                case,
                tuple(needs.get(case.id, ())),
                tuple(list_claims_of_case(tx, case.id)),
                tuple(referrals.get(case.id, ())),
            )
            for case in cases
        )

    return Desk(hub.graph.write(subject.actor(now), read), now)


def presses(row: DeskRow, now: datetime) -> bool:
    """Whether somebody at the desk has something to do about it now."""
    return pressing_at(row, now) < now + SOON


def pressing_at(row: DeskRow, now: datetime) -> datetime:
    """The instant by which the case wants somebody; far ahead where it waits for others."""
    reservation, hold = row.live(ClaimKind.RESERVATION, now), row.live(ClaimKind.HOLD, now)
    referral = row.last_referral
    placed = row.live(ClaimKind.PLACEMENT, now)
    if placed:
        return placed.period.ends
    if reservation:
        return reservation.arrive_by or reservation.period.ends
    if referral and referral.status_at(now) in OVER and referral.sent_at > now - RECENT:
        return referral.decided_at or referral.answer_by
    if hold and hold.expires_at:
        return hold.expires_at
    return row.case.opened_at


OVER = frozenset({ReferralStatus.DECLINED, ReferralStatus.EXPIRED, ReferralStatus.FAILED})


def _grouped(items: Sequence[T]) -> Mapping[str, list[T]]:
    grouped: dict[str, list[T]] = {}
    for item in items:
        grouped.setdefault(item.case_id, []).append(item)
    return grouped
