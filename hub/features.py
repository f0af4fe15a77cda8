"""Every feature of the hub, one line each: its routers, in the order in which the API describes them."""

from fastapi import APIRouter

from hub.about import pages as about_pages
from hub.alerts import pages as alert_pages
from hub.api import description
from hub.areas import api as areas
from hub.auth import pages as auth_pages
from hub.capacity import api as capacity
from hub.capacity import pages as capacity_pages
from hub.cases import api as cases
from hub.cases import case_page, intake_page, list_page
from hub.desk import pages as desk_pages
from hub.events import api as events
from hub.files import pages as file_pages
from hub.health import api as health
from hub.holds import api as holds
from hub.matches import api as matches
from hub.matches import pages as match_pages
from hub.organization import pages as organization_pages
from hub.placements import api as placements
from hub.referrals import api as referrals
from hub.referrals import pages as referral_pages
from hub.referrals import sender_pages
from hub.reservations import api as reservations
from hub.site import pages as site_pages
from hub.stays import pages as stay_pages
from hub.wake import stream

ROUTERS: tuple[APIRouter, ...] = (
    health.router,
    auth_pages.router,
    stream.router,
    areas.router,
    capacity.router,
    cases.router,
    matches.router,
    holds.router,
    referrals.router,
    reservations.router,
    placements.router,
    events.router,
    desk_pages.router,
    intake_page.router,
    list_page.router,
    # After the new case: its address looks like one of theirs.
    case_page.router,
    match_pages.router,
    capacity_pages.router,
    sender_pages.router,
    alert_pages.router,
    about_pages.router,
    # Before the site's own: their addresses lie under it.
    stay_pages.router,
    file_pages.router,
    site_pages.router,
    referral_pages.router,
    organization_pages.router,
    description.router,
)
