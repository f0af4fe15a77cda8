"""What the pages of stays show, ready for their templates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.model.case import Person
from graph.model.claims import Claim, ClaimKind
from graph.model.lists.cancel_reasons import CANCEL_REASONS
from graph.model.lists.departure_reasons import DEPARTURE_REASONS
from graph.model.lists.entry import CodedList, Entry
from graph.model.lists.moved_on_to import MOVED_ON_TO
from graph.model.lists.non_arrival_reasons import NON_ARRIVAL_REASONS
from hub.capacity.views import PlaceView
from hub.site.words import capital, labels, nights_of, nights_words, people_line, people_of, person_words
from hub.stays.service import Stay, Stays, is_leaving_soon
from hub.web.components import Choice, Fact
from hub.web.formats import day, moment
from hub.web.i18n import Language, translate
from hub.web.i18n import msgid as _

ENDED_BY: tuple[CodedList[Entry], ...] = (NON_ARRIVAL_REASONS, CANCEL_REASONS, DEPARTURE_REASONS)


@dataclass(frozen=True, slots=True, kw_only=True)
class StayRow:
    """`until` is when a reservation's people are due, or a stay ends; `overdue`: that has passed."""

    claim: Claim
    number: str
    people: str
    place: str
    unit: str
    stay: str
    since: datetime
    until: datetime
    soon: bool
    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    id: str
    label: str


def rows(stays: Stays, language: Language) -> list[StayRow]:
    return [_row(stays, claim, language) for claim in stays.claims]


def people(stay: Stay, language: Language) -> list[PersonRow]:
    """Those whom the claim is for, by name where it may be known, and by age and sex."""
    return [PersonRow(id=p.id, label=_called(stay, p, language)) for p in people_of(stay.case, stay.claim.person_ids)]


def summary(stay: Stay, language: Language) -> str:
    """Where, and from when until when, in one line."""
    claim = stay.claim
    where = f"{stay.place.name} · {unit_names(stay.place, claim)}"
    nights = nights_words(nights_of(claim.period), language)
    if stay.is_coming:
        due = moment(claim.arrive_by or claim.period.starts, stay.now, language)
        return f"{where} · {translate(language, 'expected until %(time)s', time=due)} · {nights}"
    since = moment(claim.period.starts, stay.now, language)
    lasts = translate(language, "since %(time)s, until %(day)s", time=since, day=day(claim.period.ends))
    return f"{where} · {lasts}"


def ending(stay: Stay, language: Language) -> list[Fact]:
    """When it ended, why, and where they went; empty while it lasts."""
    told = _ending(stay.claim, stay.now, language) if stay.claim.ended_at else []
    return [Fact(label=translate(language, label), value=value) for label, value in told]


def line(stay: Stay, language: Language) -> str:
    return people_line(stay.case, language, stay.claim.person_ids)


def other_units(stay: Stay) -> list[Choice]:
    """Where they could move to inside the structure, with what is free there."""
    own = {each.unit_id for each in stay.claim.lines}
    others = [u for u in stay.place.units if u.unit.id not in own]
    return [Choice(value=u.unit.id, label=f"{u.unit.name} · {u.free}") for u in others]


def unit_names(place: PlaceView, claim: Claim) -> str:
    names = {u.unit.id: u.unit.name for u in place.units}
    return ", ".join(names.get(each.unit_id, "") for each in claim.lines)


def _row(stays: Stays, claim: Claim, language: Language) -> StayRow:
    case, place = stays.cases[claim.case_id], stays.places[claim.service_at_location_id]
    coming = claim.kind is ClaimKind.RESERVATION
    until = (claim.arrive_by or claim.period.starts) if coming else claim.period.ends
    return StayRow(
        claim=claim,
        number=case.number,
        people=people_line(case, language, claim.person_ids),
        place=place.name,
        unit=unit_names(place, claim),
        stay=nights_words(nights_of(claim.period), language),
        since=claim.period.starts,
        until=until,
        soon=is_leaving_soon(claim, stays.now) and not coming,
        overdue=until <= stays.now,
    )


def _called(stay: Stay, person: Person, language: Language) -> str:
    name, words = stay.names.get(person.id), person_words(person, language)
    return f"{name} · {words}" if name else words


def _ending(claim: Claim, now: datetime, language: Language) -> Sequence[tuple[str, str]]:
    assert claim.ended_at is not None
    told = [(_("Ended"), moment(claim.ended_at, now, language))]
    why = [capital(text) for codes in ENDED_BY for text in labels(codes, [claim.reason or ""], language)]
    if why:
        told.append((_("Why"), why[0]))
    if claim.moved_on_to:
        told.append((_("Went to"), ", ".join(labels(MOVED_ON_TO, [claim.moved_on_to], language))))
    return told
