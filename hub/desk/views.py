"""The desk in words: for each case what it waits for, until when, and the one thing to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from graph.model.claims import ClaimKind
from graph.model.ids import ServiceAtLocationId
from graph.model.referral import ReferralStatus
from hub import paths
from hub.cases.household_line import written_line
from hub.desk.service import Desk, DeskRow
from hub.web.i18n import Language, translate
from hub.web.i18n import msgid as _

NO_PLACE_YET = _("No place sought yet")
OPEN_NEED = _("A need is open")


@dataclass(frozen=True, slots=True)
class DeskLine:
    """`group` and `code` name a state of `hub.web` tags; `until` what counts down; `action` leads to `href`."""

    case_href: str
    number: str
    household: str
    group: str | None
    code: str | None
    words: str | None
    until: datetime | None
    place: str | None
    action: str
    href: str


def desk_lines(
    rows: list[DeskRow], desk: Desk, names: Mapping[ServiceAtLocationId, str], language: Language
) -> list[DeskLine]:
    return [_line(row, desk.now, names, language) for row in rows]


def places_named(desk: Desk) -> list[ServiceAtLocationId]:
    """The places whose names the desk needs."""
    claims = {c.service_at_location_id for row in desk.rows for c in row.claims if c.is_live(desk.now)}
    referrals = {row.last_referral.service_at_location_id for row in desk.rows if row.last_referral}
    return sorted(claims | referrals)


def _line(row: DeskRow, now: datetime, names: Mapping[ServiceAtLocationId, str], language: Language) -> DeskLine:
    group, code, until, place = _state(row, now)
    to_places = row.needs and group is None
    return DeskLine(
        case_href=paths.case_page(row.case.id),
        number=row.case.number,
        household=written_line(row.case.household.members, language),
        group=group,
        code=code,
        words=None if group else translate(language, OPEN_NEED if row.needs else NO_PLACE_YET),
        until=until,
        place=names.get(place) if place else None,
        action=translate(language, _("Find a place")) if to_places else translate(language, _("Open")),
        href=paths.matches_of(row.needs[0].id) if to_places else paths.case_page(row.case.id),
    )


def _state(row: DeskRow, now: datetime) -> tuple[str | None, str | None, datetime | None, ServiceAtLocationId | None]:
    """The furthest that the case has come: group and code of the state, its end, and where."""
    placed = row.live(ClaimKind.PLACEMENT, now)
    if placed:
        return "placement", "arrived", None, placed.service_at_location_id
    reservation = row.live(ClaimKind.RESERVATION, now)
    if reservation:
        return "place", "secured", reservation.arrive_by, reservation.service_at_location_id
    referral = row.last_referral
    if referral and referral.status is not ReferralStatus.WITHDRAWN:
        status = referral.status_at(now)
        waiting = status in (ReferralStatus.REQUESTED, ReferralStatus.RECEIVED)
        return "referral", str(status), referral.answer_by if waiting else None, referral.service_at_location_id
    hold = row.live(ClaimKind.HOLD, now)
    if hold:
        return "hold", "held", hold.expires_at, hold.service_at_location_id
    return None, None, None, None
