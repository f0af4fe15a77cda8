"""The demonstration network under the coordinator's pages, and the people who call."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import httpx

from graph.model.account import Account
from graph.model.case import Household, SafeContact
from graph.model.ids import OrganizationId, ServiceAtLocationId, new_id
from graph.model.organization import Organization, OrganizationKind
from graph.repositories.directory import list_services
from graph.repositories.organizations import create_organization
from graph.scope import the_hub_itself
from hub.areas.search import suggest
from hub.auth.csrf import form_token
from hub.auth.subject import subject_of
from hub.bootstrap import Hub
from hub.cases.household_line import people_of, read_line
from hub.cases.service import Intake, NeedSaid, add_need, open_intake
from hub.demo.load import load_areas, publish
from hub.demo.network import make_country
from hub.demo.stories import add_stories
from tests.givens.fixtures import wipe
from tests.pages.server import Served, given_account

NOBODY_IS_PLACED = "MATCH (n) WHERE n:Claim OR n:Referral OR n:Case OR n:Need DETACH DELETE n"


@dataclass(frozen=True)
class Country:
    """`places`: id by name. `line` and `shift` are two asking bodies."""

    places: Mapping[str, ServiceAtLocationId]
    providers: Mapping[str, OrganizationId]
    line: OrganizationId
    shift: OrganizationId


@dataclass(frozen=True)
class Call:
    case_id: str
    need_id: str


def load_country(hub: Hub) -> Country:
    wipe(hub.graph)
    load_areas(hub)
    state = _body("Κρατικές δομές")
    line, shift = _body("Γραμμή 197"), _body("Βάρδια Αχαΐας")
    network = make_country(hub.gazetteer, hub.clock.now(), state)
    add_stories(network, hub.gazetteer, hub.clock.now())
    network.organizations.extend([state, line, shift])
    publish(hub, network)
    services = hub.graph.read(list_services)
    return Country(
        places={s.name: s.id for s in services},
        providers={s.name: s.organization_id for s in services},
        line=line.id,
        shift=shift.id,
    )


def given_body(hub: Hub, name: str) -> OrganizationId:
    body = _body(name)
    hub.graph.write(the_hub_itself(hub.clock.now()), lambda tx: create_organization(tx, body))
    return body.id


def _body(name: str) -> Organization:
    return Organization(OrganizationId(new_id()), name, OrganizationKind.STATE, invented=True)


def given_coordinator(hub: Hub, body: OrganizationId, language: str = "el") -> Account:
    return given_account(hub, "intake_coordinator", [body], language=language)


def given_call(
    hub: Hub,
    account: Account,
    line: str,
    town: str,
    *,
    applies: Sequence[str] = (),
    away: Sequence[str] = (),
    basis: str | None = "verbal_consent",
    names: Sequence[str] = (),
    nights: int = 1,
    kind: str = "shelter_tonight",
) -> Call:
    """A case with one need, as it stands when the intake form has been sent."""
    subject = subject_of(account)
    case_id = open_intake(hub, subject, _intake(hub, line, applies, basis, names))
    said = NeedSaid(
        kind=kind,
        urgency="emergency",
        area_id=suggest(town, limit=1)[0].id,
        point=None,
        starts_on=None,
        nights=nights,
        away_area_ids=[suggest(a, limit=1)[0].id for a in away],
    )
    return Call(case_id, add_need(hub, subject, case_id, said))


def _intake(hub: Hub, line: str, applies: Sequence[str], basis: str | None, names: Sequence[str]) -> Intake:
    people = people_of(read_line(line))
    sealed = [*(hub.vault.seal(n) for n in names), *(None for _ in people[len(names) :])]
    members = tuple(replace(p, sealed_name=s) for p, s in zip(people, sealed, strict=True))
    contact = SafeContact(ways=("call",), hours="08:00–10:00", sealed_phone=hub.vault.seal("6900000000"))
    return Intake(Household(members), circumstances=frozenset(applies), safe_contact=contact, sharing_basis=basis)


class Desk:
    """A browser without scripts, signed in anew for each request, so that a clock moved by hours ends no session."""

    def __init__(self, served: Served, account: Account) -> None:
        self._served = served
        self._account = account
        self.http = httpx.Client(base_url=served.address, timeout=30)

    def get(self, path: str) -> httpx.Response:
        self._sign_in()
        return self.http.get(path)

    def post(self, path: str, **fields: str) -> httpx.Response:
        """A form with the token of its session."""
        return self.http.post(path, data={**fields, "csrf_token": form_token(self._sign_in())})

    def without_token(self, path: str, **fields: str) -> httpx.Response:
        self._sign_in()
        return self.http.post(path, data=fields)

    def _sign_in(self) -> str:
        session = self._served.hub.sessions.start(self._account.id, self._served.clock.now())
        self.http.cookies.set("hub_session", session.id)
        return session.form_secret


def text_of(answer: httpx.Response) -> str:
    """What the page says, without its marks and with single spaces."""
    return plain(re.sub(r"(?s)^.*<main", "<main", answer.text))


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()
