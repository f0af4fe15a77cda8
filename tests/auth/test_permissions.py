"""Every route names its permission, and a permission that is missing is refused."""

import pytest
from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, RouteContext, iter_route_contexts
from fastapi.testclient import TestClient
from starlette.routing import Mount

from graph.model.account import Role
from graph.model.ids import OrganizationId
from hub.auth.command import create_token
from hub.auth.csrf import SAFE_METHODS, checked_form
from hub.auth.dependencies import SessionRequired, TokenRequired
from hub.auth.permissions import Permission
from hub.auth.roles import PERMISSIONS
from hub.bootstrap import Hub
from hub.paths import METRICS
from tests.auth.a_hub import PASSWORD, an_account
from tests.auth.browser import Browser

PUBLIC = {"/sign-in", "/sign-out", "/language", "/language/{language}", "/healthz", "/readyz", "/static"}


def routes_of(app: FastAPI) -> list[RouteContext]:
    return list(iter_route_contexts(app.routes))


def calls(dependant: Dependant) -> list[object]:
    """All dependencies of a route, at any depth."""
    return [call for inner in dependant.dependencies for call in (inner.call, *calls(inner))]


def is_api(route: RouteContext) -> bool:
    """Whether programs ask for it, and not people."""
    return str(route.path).startswith("/api/") or route.path == METRICS


@pytest.mark.graph
def test_no_route_lacks_a_permission(app: FastAPI) -> None:
    without = {
        str(route.path)
        for route in routes_of(app)
        if not any(isinstance(call, TokenRequired | SessionRequired) for call in _calls_of(route))
    }
    assert without == PUBLIC


@pytest.mark.graph
def test_the_api_takes_tokens_only_and_pages_take_sessions_only(app: FastAPI) -> None:
    for route in routes_of(app):
        wrong = SessionRequired if is_api(route) else TokenRequired
        assert not [call for call in _calls_of(route) if isinstance(call, wrong)], route.path


@pytest.mark.graph
def test_every_page_that_changes_something_has_its_form_checked(app: FastAPI) -> None:
    changing = [r for r in routes_of(app) if not is_api(r) and set(r.methods or ()) - SAFE_METHODS]
    assert len(changing) >= 4
    assert [r.path for r in changing if checked_form not in _calls_of(r)] == []


def test_every_role_has_its_permissions_and_every_permission_is_somebodys() -> None:
    assert set(PERMISSIONS) == set(Role)
    assert frozenset().union(*PERMISSIONS.values()) == set(Permission)


def test_the_receiving_side_reads_no_case_and_the_asking_side_answers_no_referral() -> None:
    asking = {role for role, may in PERMISSIONS.items() if Permission.READ_CASE in may}
    answering = {role for role, may in PERMISSIONS.items() if Permission.ANSWER_REFERRAL in may}
    assert asking == {Role.INTAKE_COORDINATOR}
    assert answering == {Role.PROVIDER_STAFF, Role.PROVIDER_MANAGER, Role.PARTNER}


@pytest.mark.graph
def test_a_page_without_the_permission_is_refused(browser: Browser, hub: Hub, shelter: OrganizationId) -> None:
    staff = an_account(hub, role="provider_staff", organizations=[shelter])
    browser.sign_in(staff.username, PASSWORD)
    answer = browser.get("/a-page")
    assert answer.status_code == 403
    assert "This account may not do that" in answer.text
    assert "Αυτός ο λογαριασμός δεν έχει αυτό το δικαίωμα" in answer.text


@pytest.mark.graph
def test_a_route_of_the_api_without_the_permission_is_refused(
    client: TestClient, hub: Hub, shelter: OrganizationId
) -> None:
    staff = an_account(hub, role="provider_staff", organizations=[shelter])
    token = create_token(hub, staff.id, "phone")
    answer = client.get("/api/v1/refusals/missing", headers={"Authorization": f"Bearer {token}"})
    assert (answer.status_code, answer.json()["type"]) == (403, "not-permitted")


def _calls_of(route: RouteContext) -> list[object]:
    original = route.original_route
    if isinstance(original, Mount):
        return []
    assert isinstance(original, APIRoute), f"{route.path} is no route of ours"
    return calls(original.dependant)
