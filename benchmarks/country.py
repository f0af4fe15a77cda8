"""Fills the graph of a running demonstration with more of the same invented country, to a wished number of units."""

from collections.abc import Iterator
from pathlib import Path

from graph.model.ids import OrganizationId, new_id
from graph.model.organization import Organization, OrganizationKind
from hub.bootstrap import Hub, build_hub
from hub.demo.load import publish
from hub.demo.network import Network, make_country
from hub.settings import load_settings


def fill(data: Path, *, units: int, there: int) -> int:
    """Publishes country after country until there are at least `units`; returns how many there are then."""
    hub = build_hub(load_settings(data))
    try:
        for network in _countries(hub, units - there):
            publish(hub, network)
            there += len(network.figures)
    finally:
        hub.close()
    return there


def _countries(hub: Hub, missing: int) -> Iterator[Network]:
    while missing > 0:
        state = Organization(OrganizationId(new_id()), "Κρατικές δομές", OrganizationKind.STATE, invented=True)
        network = make_country(hub.gazetteer, hub.clock.now(), state)
        network.organizations.append(state)
        missing -= len(network.figures)
        yield network
