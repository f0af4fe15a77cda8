"""`asker` and `maria`: a coordinator of a line of her own, asking as a browser without scripts would."""

from collections.abc import Iterator

import pytest

from hub.bootstrap import Hub
from tests.pages.intake.asking import Asker
from tests.pages.intake.given import Coordinator, given_a_coordinator
from tests.pages.server import Served


@pytest.fixture
def maria(hub: Hub) -> Coordinator:
    return given_a_coordinator(hub)


@pytest.fixture
def asker(running_hub: Served, maria: Coordinator) -> Iterator[Asker]:
    asking = Asker(running_hub, maria.account)
    yield asking
    asking.close()
