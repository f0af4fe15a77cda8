"""The coordinator's desk: open cases need by need, what was tried for each, and what is to be done next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.model.case import Case, Need, NeedStatus
from graph.model.claims import Claim
from graph.model.ids import CaseId
from graph.model.lists.need_kinds import NEED_KINDS
from graph.model.referral import Referral
from graph.repositories.cases import get_cases, list_case_ids
from graph.repositories.claims import list_claims_of_case
from graph.repositories.needs import list_needs
from graph.repositories.referrals import list_referrals_of_case
from graph.session import Writing
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.cases.attempts import Attempt, attempts_of, shown_attempts
from hub.cases.next_step import Next, next_step, refused
from hub.desk.pressing import WAITING_SINCE, presses, pressing_at

MOST_CASES = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRow:
    """One need of a case, or a case without any. `several`: the case has other needs beside it.

    `pressing_at`: the instant by which somebody has to act.
    """

    case: Case
    need: Need | None = None
    several: bool = False
    attempt: Attempt = Attempt()
    next: Next = Next.NOTHING
    refused: Referral | None = None
    pressing_at: datetime


@dataclass(frozen=True, slots=True)
class Desk:
    """`older`: instant and id of the last case shown, where there are open cases behind it."""

    rows: tuple[DeskRow, ...]
    now: datetime
    older: tuple[datetime, CaseId] | None

    @property
    def needing(self) -> list[DeskRow]:
        """What runs out first, then what has waited longest."""
        return sorted(
            (row for row in self.rows if presses(row.pressing_at, self.now)),
            key=lambda row: (row.next in WAITING_SINCE, row.pressing_at),
        )

    @property
    def under_way(self) -> list[DeskRow]:
        return [row for row in self.rows if not presses(row.pressing_at, self.now)]


def read_desk(hub: Hub, subject: Subject, *, after: tuple[datetime, str] | None = None) -> Desk:
    """The newest open cases of the organizations acted for, with one audit event for all the people read."""
    now = hub.clock.now()

    def read(tx: Writing) -> Desk:
        ids = list_case_ids(tx, subject.scope, limit=MOST_CASES + 1, after=after)
        shown = ids[:MOST_CASES]
        cases = get_cases(tx, subject.scope, shown, purpose="desk") if shown else []
        needs = _by_case(list_needs(tx, shown))
        rows = [row for case in cases for row in _rows(tx, case, needs.get(case.id, []), now)]
        return Desk(tuple(rows), now, (cases[-1].opened_at, cases[-1].id) if len(ids) > MOST_CASES else None)

    return hub.graph.write(subject.actor(now), read)


def _rows(tx: Writing, case: Case, needs: Sequence[Need], now: datetime) -> list[DeskRow]:
    if not needs:
        return [DeskRow(case=case, pressing_at=case.opened_at)]
    claims, referrals = list_claims_of_case(tx, case.id), list_referrals_of_case(tx, case.id)
    shown = [n for n in needs if n.status is not NeedStatus.CLOSED] or list(needs[-1:])
    return [_row(case, need, len(needs) > 1, _last_attempt(need, claims, referrals, now), now) for need in shown]


def _row(case: Case, need: Need, several: bool, attempt: Attempt, now: datetime) -> DeskRow:
    next_, refusal = next_step(attempt, need.status, case, now), refused(attempt, now)
    return DeskRow(
        case=case,
        need=need,
        several=several,
        attempt=attempt,
        next=next_,
        refused=refusal,
        pressing_at=pressing_at(next_, attempt, refusal, need.recorded_at),
    )


def _last_attempt(need: Need, claims: Sequence[Claim], referrals: Sequence[Referral], now: datetime) -> Attempt:
    shown = shown_attempts(attempts_of(need.id, claims, referrals), now)
    return shown[-1] if shown else Attempt()


def _by_case(needs: Sequence[Need]) -> Mapping[str, list[Need]]:
    """In the order in which they were said; those said at once as the page offers their kinds."""
    grouped: dict[str, list[Need]] = {}
    for need in sorted(needs, key=lambda n: (n.recorded_at, NEED_KINDS.codes.index(n.kind))):
        grouped.setdefault(need.case_id, []).append(need)
    return grouped
