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
NEW_CASE = "/cases/new"
SUGGEST_AREAS = "/areas/suggest"
READ_HOUSEHOLD = "/household/read"
CAPACITY = "/capacity"
STRUCTURES = "/structures"
NEEDS = "/needs"
SITE = "/site"
REFERRALS = "/referrals"
STAYS = "/site/stays"
FILES = "/site/files"
ORGANIZATION = "/organization"
ALERTS = "/alerts"
SEARCH = "/search"
ACCESSIBILITY = "/accessibility"
PRIVACY = "/privacy"


def matches_of(need_id: str) -> str:
    return f"/needs/{need_id}/matches"


def case_page(case_id: str) -> str:
    return f"{CASES}/{case_id}"


def referral_page(referral_id: str) -> str:
    return f"{REFERRALS}/{referral_id}"


def structure_page(service_at_location_id: str) -> str:
    return f"{STRUCTURES}/{service_at_location_id}"


HOME_OF: dict[Role, str] = {
    Role.INTAKE_COORDINATOR: DESK,
    Role.PROVIDER_STAFF: SITE,
    Role.PROVIDER_MANAGER: ORGANIZATION,
}


def home_of(role: Role) -> str:
    """Where somebody lands after signing in; those without a desk of their own see the places of the country."""
    return HOME_OF.get(role, CAPACITY)
