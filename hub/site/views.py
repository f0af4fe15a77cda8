"""What the page of a structure shows, ready for its templates: cards of units, of referrals that wait, of who comes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from graph.model.capacity import Sharing
from graph.model.claims import Claim, ClaimKind
from graph.model.lists.need_kinds import NEED_KINDS
from graph.model.lists.urgencies import URGENCIES
from graph.model.referral import Referral
from hub.site.service import Site, SiteUnit
from hub.site.words import labels, nights_of, nights_words, people_line, said_by, stay_words
from hub.web.i18n import Language
from hub.web.strip import Strip


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The number said, and what is left of it for others if it holds the promised places too."""

    free: int
    coming: int
    for_others: int
    may_be_beyond: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that stands on a unit: `state` is a code of the place states; `until` the instant it runs out."""

    state: str
    places: int
    text: str
    until: datetime | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCard:
    """`typed` is what stands in the field; `whole`: given as a whole to one household, `whole_state` how it stands.

    `may_leave`: somebody is there whom the network did not send, and whose leaving is said here.
    """

    unit: SiteUnit
    name: str
    whole: bool
    whole_state: str
    may_leave: bool
    strip: Strip
    free: int
    most: int
    typed: str
    as_of: datetime | None
    stale: bool
    said_by: str
    certified: bool
    lines: Sequence[Line]
    later: Sequence[Line]
    question: Question | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingCard:
    """A referral before its answer: ages, sex, needs and dates."""

    referral: Referral
    people: str
    stay: str
    need: str
    urgency: str
    asked_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingCard:
    claim: Claim
    number: str
    people: str
    stay: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a form has left open for one unit: a question to answer, or an error with what was typed."""

    unit_id: str
    typed: str
    question: Question | None = None
    error: str | None = None


def unit_cards(site: Site, language: Language, asked: Asked | None = None) -> list[UnitCard]:
    return [_unit_card(site, u, language, asked if asked and asked.unit_id == u.id else None) for u in site.units]


def waiting_cards(site: Site, language: Language) -> list[WaitingCard]:
    return [_waiting_card(site, referral, language) for referral in site.awaiting]


def coming_cards(site: Site, language: Language) -> list[ComingCard]:
    return [coming_card(site, claim, language) for claim in site.coming]


def question_of(site: Site, unit: SiteUnit, free: int) -> Question:
    return Question(
        free=free,
        coming=unit.coming,
        for_others=max(0, free - unit.coming),
        may_be_beyond=free + unit.coming <= unit.most_free(site.now),
    )


def strip_of(unit: SiteUnit, now: datetime) -> Strip:
    return Strip(
        free=unit.free,
        held=unit.places_of(ClaimKind.HOLD),
        secured=unit.places_of(ClaimKind.RESERVATION),
        occupied=unit.living,
        out_of_service=unit.out_of_service(now),
        places=unit.places,
    )


def is_stale(unit: SiteUnit, promised_every_hours: int, now: datetime) -> bool:
    """Whether the figure is older than the provider promised."""
    as_of = unit.view.as_of
    return as_of is not None and now - as_of > timedelta(hours=promised_every_hours)


def unit_names(site: Site, claim: Claim) -> str:
    names = {u.id: u.view.unit.name for u in site.units}
    return ", ".join(names[line.unit_id] for line in claim.lines if line.unit_id in names and line.places)


def coming_card(site: Site, claim: Claim, language: Language) -> ComingCard:
    case = site.cases[claim.case_id]
    return ComingCard(
        claim=claim,
        number=case.number,
        people=people_line(case, language, claim.person_ids),
        stay=nights_words(nights_of(claim.period), language),
        unit=unit_names(site, claim),
    )


def _unit_card(site: Site, unit: SiteUnit, language: Language, asked: Asked | None) -> UnitCard:
    return UnitCard(
        unit=unit,
        name=unit.view.unit.name,
        whole=unit.view.unit.sharing is Sharing.BY_HOUSEHOLD,
        whole_state=_whole_state(unit),
        may_leave=unit.free + unit.coming < unit.most_free(site.now),
        strip=strip_of(unit, site.now),
        free=unit.free,
        most=unit.most_free(site.now),
        typed=asked.typed if asked else str(unit.free),
        as_of=unit.view.as_of,
        stale=is_stale(unit, site.place.service.terms.promised_every_hours, site.now),
        said_by=said_by(unit.view.now, language),
        certified=unit.view.now.state.certified,
        lines=[_line(site, unit, c, language) for c in unit.claims if c.kind is not ClaimKind.PLACEMENT],
        later=[_line(site, unit, c, language) for c in unit.later],
        question=asked.question if asked else None,
        error=asked.error if asked else None,
    )


def _whole_state(unit: SiteUnit) -> str:
    if unit.free:
        return "free"
    if unit.places_of(ClaimKind.RESERVATION):
        return "secured"
    return "held" if unit.places_of(ClaimKind.HOLD) else "occupied"


def _line(site: Site, unit: SiteUnit, claim: Claim, language: Language) -> Line:
    """A hold is told without its people: nobody has asked this side yet."""
    places = sum(line.places for line in claim.lines if line.unit_id == unit.id)
    if claim.kind is ClaimKind.HOLD:
        return Line(state="held", places=places, text="", until=claim.expires_at)
    case = site.cases[claim.case_id]
    text = f"{case.number} · {people_line(case, language, claim.person_ids)}"
    return Line(state="secured", places=places, text=text, until=claim.arrive_by, href=f"/site/stays/{claim.id}")


def _waiting_card(site: Site, referral: Referral, language: Language) -> WaitingCard:
    need, asker = site.needs[referral.need_id], site.askers.get(referral.asker_id)
    return WaitingCard(
        referral=referral,
        people=people_line(site.cases[referral.case_id], language),
        stay=stay_words(need.starts_on, need.nights, site.now, language),
        need=", ".join(labels(NEED_KINDS, [need.kind], language)),
        urgency=", ".join(labels(URGENCIES, [need.urgency], language)),
        asked_by=asker.name if asker else "",
    )
