"""Every address of the hub by name, for routes, templates, messages and tests."""

from graph.model.account import Role

API = "/api/v1"
OPENAPI = f"{API}/openapi.json"

HOME = "/"
SIGN_IN = "/sign-in"
SIGN_OUT = "/sign-out"
LANGUAGE = "/language"
STREAM = "/stream"
HEALTHZ = "/healthz"
READYZ = "/readyz"
METRICS = "/metrics"
STATIC = "/static"

DESK = "/desk"
CASES = "/cases"
CAPACITY = "/capacity"
WAITING = "/waiting"
CALLS = "/calls"
SITE = "/site"
REFERRALS = "/referrals"
STAYS = "/site/stays"
FILES = "/site/files"
ORGANIZATION = "/organization"
ADMIN = "/admin"
ACCOUNT = "/account"
ALERTS = "/alerts"
SEARCH = "/search"

HOME_OF: dict[Role, str] = {
    Role.INTAKE_COORDINATOR: DESK,
    Role.PROVIDER_STAFF: SITE,
    Role.PROVIDER_MANAGER: ORGANIZATION,
    Role.ADMINISTRATOR: ADMIN,
}


def home_of(role: Role) -> str:
    """Where somebody lands after signing in; those without a desk of their own see the places of the country."""
    return HOME_OF.get(role, CAPACITY)
