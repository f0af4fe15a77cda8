"""Loads the demonstration once into an empty store; a second start finds it there and gives the same sign-ins."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TypeVar

from graph.model.ids import OrganizationId, new_id
from graph.model.organization import Organization, OrganizationKind
from graph.model.place import AreaKind
from graph.repositories.areas import store_areas
from graph.repositories.first_figures import take_first_figures
from graph.repositories.organizations import create_organization, list_organizations
from graph.repositories.publishing import publish_services
from graph.scope import the_hub_itself
from graph.session import Writing
from hub.bootstrap import Hub, build_hub
from hub.demo.accounts import make_accounts
from hub.demo.network import Network, make_country
from hub.demo.sheet import SHEET_NAME, november_sheet
from hub.demo.stories import FAROS, add_stories
from hub.settings import Settings

T = TypeVar("T")
Say = Callable[[str], None]
CENTRE_NAME = "Γραμμή 197 (επίδειξη)"
STATE_NAME = "Κρατικές δομές (επίδειξη)"
BATCH = 50
ACCOUNTS_FILE = "demonstration-accounts.json"


def load_demonstration(settings: Settings, say: Say) -> list[dict[str, str]]:
    """Returns `[{"role", "username", "password", "token"}]`, one per role."""
    kept = settings.data / ACCOUNTS_FILE
    hub = build_hub(settings)
    try:
        if hub.graph.read(lambda tx: list_organizations(tx, limit=1)):
            return json.loads(kept.read_text(encoding="utf-8"))
        accounts = _load(hub, say)
    finally:
        hub.close()
    _keep(kept, json.dumps(accounts, ensure_ascii=False))
    (settings.data / SHEET_NAME).write_bytes(november_sheet())
    return accounts


def _load(hub: Hub, say: Say) -> list[dict[str, str]]:
    load_areas(hub)
    say("Areas of the country: loaded.")
    state = Organization(OrganizationId(new_id()), STATE_NAME, OrganizationKind.STATE, invented=True)
    centre = Organization(OrganizationId(new_id()), CENTRE_NAME, OrganizationKind.STATE, invented=True)
    now = hub.clock.now()
    network = make_country(hub.gazetteer, now, state)
    add_stories(network, hub.gazetteer, now)
    network.organizations.append(state)
    publish(hub, network)
    hub.graph.write(the_hub_itself(now), lambda tx: create_organization(tx, centre))
    say(f"Invented structures: {len(network.services)} with {len(network.figures)} units.")
    shelter = next(s.organization_id for s in network.services if s.name == FAROS)
    providers = [shelter, *(o.id for o in network.organizations if o.id != shelter)]
    accounts = make_accounts(hub, centre=centre.id, providers=providers, shelter=shelter)
    say("Accounts: one for each role.")
    return [asdict(account) for account in accounts]


def load_areas(hub: Hub) -> None:
    """Regions first, settlements last, so that each finds what it lies in."""
    for kind in AreaKind:
        for batch in _batches(hub.gazetteer.of_kind(kind), BATCH * 10):
            hub.graph.write(the_hub_itself(hub.clock.now()), lambda tx, batch=batch: store_areas(tx, batch))


def publish(hub: Hub, network: Network) -> None:
    """Bodies, structures and first figures, in batches that stay well under the time of one write."""
    actor = the_hub_itself(hub.clock.now())

    def bodies(tx: Writing) -> None:
        for organization in network.organizations:
            create_organization(tx, organization)

    hub.graph.write(actor, bodies)
    for services in _batches(network.services, BATCH):
        hub.graph.write(actor, lambda tx, services=services: publish_services(tx, services))
    for figures in _batches(network.figures, BATCH * 6):
        hub.graph.write(actor, lambda tx, figures=figures: take_first_figures(tx, figures))


def _batches(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _keep(path: Path, text: str) -> None:
    """Passwords of invented people, but passwords: for the owner of the folder alone."""
    path.touch(mode=0o600)
    path.write_text(text, encoding="utf-8")
