"""The desk in words: for each need where it stands, until when, and the one thing to do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.model.case import Need
from graph.model.ids import ServiceAtLocationId
from graph.model.referral import ReferralStatus
from hub import paths
from hub.cases.attempts import Attempt
from hub.cases.household_line import written_line
from hub.cases.next_step import Next
from hub.desk.pressing import presses
from hub.desk.service import Desk, DeskRow
from hub.matches.need_line import need_title
from hub.web.i18n import Language, translate
from hub.web.i18n import msgid as _

NOTHING_ASKED = _("Nothing is asked for yet")
OPEN = _("Open")
ANOTHER = _("Another place")
ACTIONS = {
    Next.FIND: _("Find a place"),
    Next.REFER: _("Send referral"),
    Next.ARRIVAL: _("Did they arrive?"),
    Next.CLOSE: _("Close"),
}
NO_ANSWER = "no_answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskLine:
    """`group` and `code` name a state of `hub.web` tags; `until` what counts down; `action` leads to `href`.

    `need` is said where no state is, and where the case has several.
    """

    case_href: str
    number: str
    household: str
    need: str | None
    group: str | None
    code: str | None
    until: datetime | None
    place: str | None
    action: str
    href: str


def desk_lines(
    rows: Sequence[DeskRow], names: Mapping[ServiceAtLocationId, str], language: Language, now: datetime
) -> list[DeskLine]:
    return [_line(row, names, language, now) for row in rows]


def places_named(desk: Desk) -> list[ServiceAtLocationId]:
    """The places whose names the desk needs."""
    return sorted({row.attempt.place_id for row in desk.rows if row.attempt != Attempt()})


def _line(row: DeskRow, names: Mapping[ServiceAtLocationId, str], language: Language, now: datetime) -> DeskLine:
    group, code = state_of(row.attempt, now)
    case_href = paths.case_page(row.case.id)
    return DeskLine(
        case_href=case_href,
        number=row.case.number,
        household=written_line(row.case.household.members, language),
        need=_need_words(row.need, language) if row.several or group is None else None,
        group=group,
        code=code,
        until=until_of(row.next, row.attempt),
        place=names.get(row.attempt.place_id) if group else None,
        action=translate(language, _action(row, now)),
        href=paths.matches_of(row.need.id) if row.need and row.next is Next.FIND else case_href,
    )


def _action(row: DeskRow, now: datetime) -> str:
    if row.next is Next.FIND and row.refused:
        return ANOTHER
    if row.next is Next.ARRIVAL and not presses(row.pressing_at, now):
        return OPEN
    return ACTIONS.get(row.next, OPEN)


def _need_words(need: Need | None, language: Language) -> str:
    return need_title(need, language) if need else translate(language, NOTHING_ASKED)


def state_of(attempt: Attempt, now: datetime) -> tuple[str | None, str | None]:
    """The furthest that an attempt has come: group and code of its state; none where nothing was tried."""
    if attempt.placement:
        return "placement", str(attempt.placement.status_at(now))
    if attempt.reservation:
        return "reservation", str(attempt.reservation.status_at(now))
    if attempt.referral:
        status = attempt.referral.status_at(now)
        return "referral", NO_ANSWER if status is ReferralStatus.EXPIRED else str(status)
    if attempt.hold:
        return "hold", str(attempt.hold.status_at(now))
    return None, None


def until_of(next_: Next, attempt: Attempt) -> datetime | None:
    """What runs out: the place that is held, the time to answer, the hour by which they should be there."""
    match next_:
        case Next.REFER:
            return attempt.hold and attempt.hold.expires_at
        case Next.ANSWER:
            return attempt.referral and attempt.referral.answer_by
        case Next.ARRIVAL:
            return attempt.reservation and attempt.reservation.arrive_by
        case _:
            return None
