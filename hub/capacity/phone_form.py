"""What somebody said on the telephone: how many are free of each unit, and who said it.

A number said by telephone counts the places that the network has promised to people who are still to come, so the
fields begin with what that number would be if nothing had changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from graph.model.capacity import Sharing, free_over
from graph.model.claims import ClaimKind
from graph.model.period import window_shown_as_free
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.capacity.service import PHONE, FigureSaid, report_capacity
from hub.capacity.strips import promised
from hub.capacity.views import PlaceView, UnitView
from hub.web.i18n import Language, translate
from hub.web.i18n import msgid as _

LONGEST_SPEAKER = 80
LONGEST_NUMBER = 6
SPEAKER = "speaker"
WHO_SAID_IT = _("Write who said it on the telephone.")
NOT_A_NUMBER = _("Write a whole number from 0 to %(most)s.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneField:
    """`name` of the field; `whole`: a unit given to one household, free or not; `value` as the provider would say it.

    `promised`: how many of these the network has promised to people who are still to come.
    """

    name: str
    unit_id: str
    label: str
    whole: bool
    value: int
    most: int
    promised: int


@dataclass(frozen=True, slots=True)
class PhoneFigures:
    speaker: str
    free: Mapping[str, int]


def phone_fields(place: PlaceView, now: datetime) -> list[PhoneField]:
    return [phone_field(unit, now) for unit in place.units]


def phone_field(unit: UnitView, now: datetime) -> PhoneField:
    return PhoneField(
        name=field_name(unit.unit.id),
        unit_id=unit.unit.id,
        label=unit.unit.name,
        whole=unit.unit.sharing is Sharing.BY_HOUSEHOLD,
        value=free_as_said(unit, now),
        most=unit.unit.places,
        promised=promised(unit, now),
    )


def field_name(unit_id: str) -> str:
    return f"free-{unit_id}"


def free_as_said(unit: UnitView, now: datetime) -> int:
    """What is free without what the network has promised: the provider's own number as it stands now."""
    state = unit.now.state
    lived = tuple(s for s in state.slices if s.kind is ClaimKind.PLACEMENT)
    window = window_shown_as_free(now, state.turns_at)
    free = free_over(replace(state, slices=lived), window, now=now)
    return max(0, min(free, unit.unit.places))


def last_speaker(place: PlaceView) -> str:
    """Who spoke the last time that a figure came by telephone."""
    heard = [u.now for u in place.units if u.now.channel == PHONE and u.now.speaker and u.now.as_of]
    return max(heard, key=lambda n: n.as_of or datetime.min).speaker or "" if heard else ""


def read_figures(
    fields: list[PhoneField], typed: Mapping[str, str], language: Language
) -> tuple[PhoneFigures, dict[str, str]]:
    """The numbers that can be read, and a sentence for each field that cannot. A unit not ticked is not free."""
    errors: dict[str, str] = {}
    free: dict[str, int] = {}
    for one in fields:
        number = whole_number(typed.get(one.name, "0" if one.whole else ""))
        if number is None or number > one.most:
            errors[one.name] = translate(language, NOT_A_NUMBER, most=one.most)
        else:
            free[one.unit_id] = number
    speaker = typed.get(SPEAKER, "").strip()[:LONGEST_SPEAKER]
    if not speaker:
        errors[SPEAKER] = translate(language, WHO_SAID_IT)
    return PhoneFigures(speaker, free), errors


def whole_number(typed: str) -> int | None:
    text = typed.strip()
    return int(text) if text.isdecimal() and len(text) <= LONGEST_NUMBER else None


def record_figures(hub: Hub, subject: Subject, said: PhoneFigures) -> None:
    """One report for each unit."""
    for unit_id, free in said.free.items():
        report_capacity(hub, subject, FigureSaid(free=free, unit_id=unit_id, speaker=said.speaker, channel=PHONE))
