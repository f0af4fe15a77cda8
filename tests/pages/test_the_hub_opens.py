"""The helpers of these tests at work on the one page that everybody sees."""

import pytest
from playwright.sync_api import ViewportSize

from hub.bootstrap import Hub
from tests.givens.cast import ANA
from tests.givens.network import given_a_service
from tests.pages.browser import DESK, PHONE, Visitors, assert_everybody_can_use
from tests.pages.server import given_account

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_stranger_is_asked_to_sign_in(visitors: Visitors, size: ViewportSize) -> None:
    page = visitors.visit(size=size)
    page.goto("/")
    assert page.url.endswith("/sign-in?next=%2F")
    assert_everybody_can_use(page)


def test_somebody_with_a_session_is_in(visitors: Visitors, hub: Hub) -> None:
    service = given_a_service(hub.graph, ANA.at())
    page = visitors.visit(given_account(hub, "provider_staff", [service.organization_id], language="en"))
    page.goto("/sign-in")
    assert "/sign-in" not in page.url
