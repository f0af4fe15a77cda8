"""A referral as the receiving side may know it: ages, sex, needs, dates; names and telephone once it is accepted."""

from dataclasses import dataclass

from graph.model.case import Need
from graph.model.claims import Claim, ClaimKind
from graph.model.lists.circumstances import CIRCUMSTANCES
from graph.model.lists.decline_reasons import DECLINE_REASONS
from graph.model.lists.entry import CodedList, Entry
from graph.model.lists.languages import LANGUAGES
from graph.model.lists.need_kinds import NEED_KINDS
from graph.model.lists.safe_contact import SAFE_CONTACT
from graph.model.lists.urgencies import URGENCIES
from graph.model.lists.withdraw_reasons import WITHDRAW_REASONS
from graph.model.organization import Organization
from graph.model.referral import AWAITING, Referral, ReferralStatus
from graph.repositories.cases import get_case
from graph.repositories.claims import find_claim
from graph.repositories.needs import get_need
from graph.repositories.organizations import find_organization
from graph.scope import EVERYTHING
from graph.session import Writing
from hub.auth.subject import Subject
from hub.bootstrap import Hub
from hub.capacity.service import get_place
from hub.capacity.views import PlaceView
from hub.cases.household_line import written_line
from hub.referrals.sharing import OPEN_TO_RECEIVER, SharedView, view_of
from hub.site.words import capital, labels, person_words, stay_words
from hub.stays.views import unit_names
from hub.web.components import Fact
from hub.web.i18n import Language, translate
from hub.web.i18n import msgid as _
from hub.web.numbers import phone

ENDED_BY: tuple[CodedList[Entry], ...] = (DECLINE_REASONS, WITHDRAW_REASONS)
PURPOSE = "referral"


@dataclass(frozen=True, slots=True)
class Received:
    """A referral with all that its page shows. `number` and the names are told once it is accepted."""

    referral: Referral
    status: ReferralStatus
    shared: SharedView
    place: PlaceView
    asker: Organization | None
    number: str | None
    reservation: Claim | None

    @property
    def waits(self) -> bool:
        return self.status in AWAITING

    @property
    def is_accepted(self) -> bool:
        return self.status in OPEN_TO_RECEIVER

    def line(self, language: Language) -> str:
        return written_line([p.person for p in self.shared.people], language)

    def people(self, language: Language) -> list[str]:
        """One line each, with what to call them where that is open."""
        words = [(p.name, person_words(p.person, language)) for p in self.shared.people]
        return [f"{name} · {text}" if name else text for name, text in words]

    def reserved(self) -> str:
        return unit_names(self.place, self.reservation) if self.reservation else self.place.name


def read_received(hub: Hub, subject: Subject, referral: Referral, language: Language) -> Received:
    """Reads the people of a referral that the reader has been allowed to see; leaves an audit event."""
    now = hub.clock.now()

    def read(tx: Writing) -> Received:
        case = get_case(tx, EVERYTHING, referral.case_id, purpose=PURPOSE)
        shared = view_of(hub, subject, referral, case, get_need(tx, EVERYTHING, referral.need_id))
        reservation = find_claim(tx, referral.reservation_id or "", ClaimKind.RESERVATION)
        asker = find_organization(tx, referral.asker_id)
        number = case.number if shared.names_open else None
        return Received(referral, referral.status_at(now), shared, place, asker, number, reservation)

    place = get_place(hub, subject, language, referral.service_at_location_id)
    return hub.graph.write(subject.actor(now), read)


def facts(received: Received, hub: Hub, language: Language) -> list[Fact]:
    need = received.shared.need
    told = [
        (_("Asked of"), received.place.name),
        (_("When"), stay_words(need.starts_on, need.nights, hub.clock.now(), language)),
        (_("What is needed"), _need_words(need, language)),
        (_("Languages"), ", ".join(labels(LANGUAGES, received.shared.languages, language))),
        (_("To be known"), ", ".join(labels(CIRCUMSTANCES, received.shared.circumstances, language))),
        (_("Who asks"), received.asker.name if received.asker else ""),
        (_("Their direct line"), _phone_of(received.asker)),
    ]
    return [Fact(label=translate(language, label), value=value) for label, value in told if value]


def contact_facts(received: Received, language: Language) -> list[Fact]:
    """How it is safe to reach the people, once the referral is accepted."""
    shared = received.shared
    ways = ", ".join(labels(SAFE_CONTACT, shared.safe_ways, language))
    told = [
        (_("Telephone"), phone(shared.phone) if shared.phone else ""),
        (_("Safe ways"), f"{ways} · {shared.safe_hours}" if ways and shared.safe_hours else ways),
    ]
    return [Fact(label=translate(language, label), value=value) for label, value in told if value]


def why(referral: Referral, language: Language) -> str | None:
    """The reason of a refusal or a withdrawal, in words."""
    found = [text for codes in ENDED_BY for text in labels(codes, [referral.reason or ""], language)]
    return capital(found[0]) if found else None


def _need_words(need: Need, language: Language) -> str:
    return " · ".join([*labels(NEED_KINDS, [need.kind], language), *labels(URGENCIES, [need.urgency], language)])


def _phone_of(asker: Organization | None) -> str:
    return phone(asker.phone) if asker and asker.phone else ""
