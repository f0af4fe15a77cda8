import pytest
from playwright.sync_api import ViewportSize
from tests.givens.cast import ANA
from tests.pages.browser import PHONE, shot
from tests.pages.provider.structures import given_a_body
from tests.pages.server import given_account
pytestmark = pytest.mark.browser
DESK = ViewportSize(width=1280, height=800)

@pytest.mark.parametrize("lang", ["el", "en"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_shots(visitors, hub, lang, size):
    body = given_a_body(hub, "Γραμμή 197")
    page = visitors.visit(given_account(hub, "intake_coordinator", [body.id], language=lang), size=size)
    page.goto("/cases/new")
    shot(page, f"new-{lang}-{size['width']}")
    page.goto("/desk")
    shot(page, f"desk-empty-{lang}-{size['width']}")
