"""`country`: the demonstration network, loaded once; nobody is placed in it when a test begins."""

from collections.abc import Callable, Iterator

import pytest

from graph.model.account import Account
from hub.bootstrap import Hub
from tests.givens.cast import NOW
from tests.givens.fixtures import wipe
from tests.pages.coordinator.country import NOBODY_IS_PLACED, Country, Desk, given_coordinator, load_country
from tests.pages.server import Served


@pytest.fixture(scope="package")
def loaded_country(running_hub: Served) -> Iterator[Country]:
    """Gone again afterwards: other pages' tests count on networks of their own."""
    running_hub.clock.at = NOW
    yield load_country(running_hub.hub)
    wipe(running_hub.hub.graph)


@pytest.fixture
def country(loaded_country: Country, hub: Hub) -> Country:
    hub.graph.run_alone(NOBODY_IS_PLACED)
    return loaded_country


@pytest.fixture
def ana(country: Country, hub: Hub) -> Account:
    """A coordinator of the line, who reads Greek."""
    return given_coordinator(hub, country.line)


@pytest.fixture
def desk_of(running_hub: Served) -> Iterator[Callable[[Account], Desk]]:
    opened: list[Desk] = []

    def sit_down(account: Account) -> Desk:
        opened.append(Desk(running_hub, account))
        return opened[-1]

    yield sit_down
    for desk in opened:
        desk.http.close()


@pytest.fixture
def desk(ana: Account, desk_of: Callable[[Account], Desk]) -> Desk:
    return desk_of(ana)
