"""Input that cannot be matched is refused with the field it stands in, before anything is looked at.

Each code has its sentences in `matching.refusals`. A place list that is empty is no mistake.
"""

from collections.abc import Container, Iterable

from graph.model.errors import Invalid
from graph.model.ids import AreaId
from graph.model.lists.circumstances import CIRCUMSTANCES
from graph.model.lists.documents import DOCUMENTS
from graph.model.lists.need_kinds import NEED_KINDS
from graph.model.lists.urgencies import URGENCIES
from graph.model.place import Point
from matching.people import OLDEST
from matching.refusals import Refusal
from matching.snapshot import NeedProfile
from matching.terms import DRAW_BITS
from matching.travel.ports import PORTS

LATITUDES, LONGITUDES = (34.7, 41.8), (19.3, 29.7)
"""Greece from Gavdos to Evros and from Othonoi to Kastellorizo, in degrees."""
WIDEST_CIRCLE_M = 500_000
_LANDMASSES = frozenset(port.landmass for port in PORTS)


def check_need(need: NeedProfile, *, regions: frozenset[AreaId] = frozenset()) -> None:
    """Raises Invalid with the field. `regions`: all of the country; with none given, that wish is not checked."""
    _check_household(need)
    _check_codes(need)
    _check_origin(need)
    _check_time(need)
    _check_keep_away(need, regions)


def check_draw(draw: int) -> None:
    """Raises Invalid where the draw is not a whole number of 64 bits."""
    if not 0 <= draw < 1 << DRAW_BITS:
        raise Invalid("draw", Refusal.DRAW_OUT_OF_RANGE)


def _check_household(need: NeedProfile) -> None:
    if not need.members:
        raise Invalid("household.members", Refusal.HOUSEHOLD_EMPTY)
    for place, member in enumerate(need.members):
        if member.age is not None and not 0 <= member.age <= OLDEST:
            raise Invalid(f"household.members.{place}.age", Refusal.AGE_OUT_OF_RANGE, {"age": member.age})


def _check_codes(need: NeedProfile) -> None:
    _require_known("kind", [need.kind], NEED_KINDS)
    _require_known("urgency", [need.urgency], URGENCIES)
    _require_known("circumstances", sorted(need.circumstances), CIRCUMSTANCES)
    _require_known("papers", sorted(need.papers), DOCUMENTS)


def _require_known(field: str, codes: Iterable[str], known: Container[str]) -> None:
    for code in codes:
        if code not in known:
            raise Invalid(field, Refusal.CODE_UNKNOWN, {"code": code})


def _check_origin(need: NeedProfile) -> None:
    if not _in_greece(need.origin.point) or need.origin.landmass not in _LANDMASSES:
        raise Invalid("near", Refusal.OUTSIDE_GREECE)


def _in_greece(point: Point) -> bool:
    return LATITUDES[0] <= point.latitude <= LATITUDES[1] and LONGITUDES[0] <= point.longitude <= LONGITUDES[1]


def _check_time(need: NeedProfile) -> None:
    if need.now.tzinfo is None:
        raise ValueError("now is an aware instant")
    if NEED_KINDS.get(need.kind).lodging and need.nights < 1:
        raise Invalid("nights", Refusal.NO_NIGHTS)
    if need.period.ends <= need.now:
        raise Invalid("starts_on", Refusal.PERIOD_OVER)


def _check_keep_away(need: NeedProfile, regions: frozenset[AreaId]) -> None:
    if regions and regions <= need.keep_away.areas:
        raise Invalid("keep_away.areas", Refusal.NOWHERE_LEFT)
    for _, metres in need.keep_away.around:
        if not 0 < metres <= WIDEST_CIRCLE_M:
            raise Invalid("keep_away.around", Refusal.CIRCLE_OUT_OF_RANGE, {"kilometres": WIDEST_CIRCLE_M // 1000})
